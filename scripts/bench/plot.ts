import { bar, dot, figure, line, logScale, logTicks, polyline, text } from '../svg.ts';
import type { BenchResults, ContenderResult, CostPoint } from './results.ts';

const WIDTH = 900;
const LABEL = 250;
const ROW = 18;
const TOP = 44;
const PANEL = 250;
const CLASSES = { ours: 'ours', floor: 'floor', peer: 'other' } as const;

/** docs/performance.svg: export times as bars, and what many pixels and many candidates cost. */
export function plot({ exports, megapixels, candidates }: BenchResults): string {
  const contenders = (exports?.contenders ?? []).filter(({ times }) => times !== undefined);
  const barsHeight = contenders.length === 0 ? 0 : TOP + contenders.length * ROW + 20;
  const panels = [
    ...(megapixels === undefined ? [] : [{ title: 'Export, ms, by megapixels', points: megapixels }]),
    ...(candidates === undefined
      ? []
      : [{ title: 'Rendering at 1024 px, ms, by candidates', points: candidates.points }]),
  ];
  const width = WIDTH / Math.max(1, panels.length);
  return figure(
    'Export times beside other programs; cost by megapixels and by candidates',
    WIDTH,
    barsHeight + (panels.length === 0 ? 0 : PANEL),
    [
      ...(contenders.length === 0 ? [] : bars(contenders)),
      ...panels.flatMap(({ title, points }, index) =>
        costPanel(title, points, index * width, barsHeight, width),
      ),
    ],
  );
}

function bars(contenders: readonly ContenderResult[]): string[] {
  const sorted = [...contenders].sort((a, b) => a.times!.median - b.times!.median);
  const values = sorted.map(({ times }) => times!.median);
  const [low, high] = [Math.min(...values) / 2, Math.max(...values) * 1.3];
  const x = logScale(low, high, LABEL, WIDTH - 60);
  const bottom = TOP + sorted.length * ROW;
  return [
    text(
      6,
      16,
      '24 MP JPEG to JPEG, ms (logarithmic): blue: ours, with the full chain; grey: others',
      'start',
      11,
    ),
    ...logTicks(low, high).flatMap((tick) => [
      line('grid', [x(tick), TOP - 6], [x(tick), bottom]),
      text(x(tick), TOP - 10, String(tick), 'middle'),
    ]),
    ...sorted.flatMap(({ name, role, start, times }, index) => {
      const y = TOP + index * ROW;
      const end = x(times!.median);
      return [
        text(LABEL - 6, y + 10, `${name.replaceAll('*', '')}${start === 'warm' ? ' (warm)' : ''}`, 'end'),
        bar(CLASSES[role], LABEL, y, end - LABEL, ROW - 5),
        text(end + 5, y + 10, times!.median.toFixed(0)),
      ];
    }),
  ];
}

/** Points on logarithmic axes; the dashed line is cost in proportion, through the last point. */
function costPanel(
  title: string,
  points: readonly CostPoint[],
  left: number,
  top: number,
  width: number,
): string[] {
  const amounts = points.map(({ amount }) => amount);
  const values = points.map(({ times }) => times.median);
  const last = points.at(-1)!;
  const proportional = (amount: number) => (last.times.median * amount) / last.amount;
  const [low, high] = [Math.min(...values, proportional(amounts[0]!)) / 1.5, Math.max(...values) * 1.5];
  const x = logScale(amounts[0]! / 1.3, last.amount * 1.3, left + 50, left + width - 20);
  const y = logScale(low, high, top + PANEL - 30, top + 30);
  const bottom = top + PANEL - 30;
  return [
    text(left + 6, top + 16, `${title} (dashed: in proportion)`, 'start', 11),
    ...logTicks(low, high).flatMap((tick) => [
      line('grid', [left + 50, y(tick)], [left + width - 20, y(tick)]),
      text(left + 45, y(tick) + 3, String(tick), 'end'),
    ]),
    ...amounts.map((amount) => text(x(amount), bottom + 14, String(amount), 'middle')),
    line('guide', [x(amounts[0]!), y(proportional(amounts[0]!))], [x(last.amount), y(last.times.median)]),
    polyline(points.map(({ amount, times }) => [x(amount), y(times.median)])),
    ...points.map(({ amount, times }) => dot(x(amount), y(times.median))),
  ];
}
