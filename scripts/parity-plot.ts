import { bar, figure, line, logScale, text } from './svg.ts';

interface PlottedRow {
  readonly name: string;
  readonly nothing: number;
  readonly mean: number;
  readonly p95: number;
}

const ROW = 11;
const LABEL = 250;
const WIDTH = 900;
const TOP = 34;

/** A bar per case on a logarithmic ΔE00 scale: our mean, the mark of the 95th percentile, and what doing nothing scores. */
export function parityPlot(rows: readonly PlottedRow[]): string {
  const sorted = [...rows].sort((a, b) => b.mean - a.mean);
  const height = TOP + sorted.length * ROW + 12;
  const x = logScale(0.05, 27, LABEL, WIDTH - 20);
  const grid = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].flatMap((value) => [
    line('grid', [x(value), TOP - 6], [x(value), height - 8]),
    text(x(value), TOP - 10, String(value), 'middle'),
  ]);
  const bars = sorted.flatMap(({ name, nothing, mean, p95 }, index) => {
    const y = TOP + index * ROW;
    return [
      text(LABEL - 6, y + 8, name, 'end'),
      bar('faint', LABEL, y, x(nothing) - LABEL, ROW - 3),
      bar('ours', LABEL, y, x(mean) - LABEL, ROW - 3),
      bar('mark', x(p95), y, 2, ROW - 3),
    ];
  });
  return figure('ΔE00 to Camera Raw, per case', WIDTH, height, [
    text(
      6,
      14,
      'ΔE00 to Camera Raw: blue mean, dark mark 95th percentile, grey doing nothing (logarithmic)',
      'start',
      11,
    ),
    ...grid,
    ...bars,
  ]);
}
