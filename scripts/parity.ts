/**
 * How far the engine is from Camera Raw: renders a chart of measured patches under each case's settings with the real
 * pipeline and compares with what Camera Raw showed, in CIEDE2000.
 *
 *   tsx scripts/parity.ts --data <file.json> [--json]
 *
 * The data file holds `patches[]` and `cases{name: {settings, srgb16}}` with a `default` case, which is the picture
 * that is fed in as a raw preview. Run on the development file it also writes docs/parity.md
 * and its plot, docs/parity.svg.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { deltaE2000 } from '#color/delta-e-2000.ts';
import { xyzToLab } from '#color/lab.ts';
import { apply3, type Vector3 } from '#color/matrix.ts';
import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import { nodeRenderer } from '#node/engine.ts';
import type { Settings } from '#settings/settings.ts';
import { parityPlot } from './parity-plot.ts';

const SQUARE = 64;
const COLUMNS = 12;
const BACKGROUND = 21200;
/** Averaged part of a square, px. */
const CENTRE = 16;
const AS_SHOT = { kelvin: 6500, tint: 11 };
/** A patch that Camera Raw moved by less than this from its default counts as left alone, ΔE00. */
const MOVED = 0.5;
/** Sliders that adapt to the picture in Camera Raw. */
const ADAPTIVE = /highlights[+-]\d+$|shadows[+-]\d+$|^shadows|^highlights|dehaze|whites\+|pair-highlights/;

type Triplet = readonly [number, number, number];
interface Case {
  readonly settings: Readonly<Record<string, string | readonly string[]>>;
  readonly srgb16: readonly Triplet[];
}
interface Data {
  readonly patches: readonly { readonly name: string }[];
  readonly cases: Readonly<Record<string, Case>>;
}
interface Row {
  readonly name: string;
  readonly adaptive: boolean;
  readonly moved: number;
  readonly nothing: number;
  readonly mean: number;
  readonly p95: number;
  readonly worst: number;
  readonly leftAlone: number;
  readonly leftAloneMean: number;
  readonly clipped: number;
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, json: { type: 'boolean', default: false }, case: { type: 'string' } },
});
if (!values.data) {
  console.error('Usage: tsx scripts/parity.ts --data <file.json> [--json]');
  process.exit(2);
}
const data = JSON.parse(readFileSync(values.data, 'utf8')) as Data;
const before = data.cases['default']!.srgb16;
const source = nodeRenderer.open(chart(before), { source: 'raw-preview', asShot: AS_SHOT });
const rows = Object.entries(data.cases)
  .filter(([name]) => name !== 'default' && (!values.case || name.includes(values.case)))
  .map(([name, one]) => compare(name, one));
const overall = {
  cases: rows.length,
  meanOfMeans: mean(rows.map((row) => row.mean)),
  worstMean: Math.max(...rows.map((row) => row.mean)),
  nothing: mean(rows.map((row) => row.nothing)),
  leftAlone:
    rows.reduce((sum, row) => sum + row.leftAloneMean * row.leftAlone, 0) /
    Math.max(
      1,
      rows.reduce((sum, row) => sum + row.leftAlone, 0),
    ),
};
if (values.json) console.log(JSON.stringify({ overall, rows }, null, 1));
else console.log(report());
if (basename(values.data).includes('development') && !values.case)
  writeFileSync(join(import.meta.dirname, '../docs/parity.md'), report());
writeFileSync(join(import.meta.dirname, '../docs/parity.svg'), parityPlot(rows));

function compare(name: string, one: Case): Row {
  const after = readChart(nodeRenderer.render(source, parse(one.settings)), one.srgb16.length);
  const moved: number[] = [];
  const nothing: number[] = [];
  const alone: number[] = [];
  let clipped = 0;
  one.srgb16.forEach((want, i) => {
    const from = before[i]!;
    if ([...want, ...from].some((value) => value === 0 || value === 65535)) {
      clipped++;
      return;
    }
    const target = lab(want);
    const change = deltaE2000(...lab(from), ...target);
    const error = deltaE2000(...lab(after[i]!), ...target);
    if (change > MOVED) {
      moved.push(error);
      nothing.push(change);
      if (values.case)
        console.error(
          error.toFixed(2),
          data.patches[i]!.name,
          `was ${from}`,
          `want ${want}`,
          `got ${after[i]!.map(Math.round)}`,
        );
    } else alone.push(error);
  });
  const sorted = [...moved].sort((a, b) => a - b);
  return {
    name,
    adaptive: ADAPTIVE.test(name) && !name.startsWith('grading') && !name.startsWith('parametric'),
    moved: moved.length,
    nothing: mean(nothing),
    mean: mean(moved),
    p95: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0,
    worst: sorted.at(-1) ?? 0,
    leftAlone: alone.length,
    leftAloneMean: mean(alone),
    clipped,
  };
}

function chart(patches: readonly Triplet[]): Raster {
  const width = (COLUMNS + 2) * SQUARE;
  const height = (Math.ceil(patches.length / COLUMNS) + 2) * SQUARE;
  const pixels = new Uint16Array(width * height * 3).fill(BACKGROUND);
  patches.forEach((color, i) => {
    const [left, top] = cornerOf(i);
    for (let y = top; y < top + SQUARE; y++)
      for (let x = left; x < left + SQUARE; x++) pixels.set(color, (y * width + x) * 3);
  });
  return { width, height, data: pixels, space: SRGB };
}

function readChart(raster: Raster, count: number): [number, number, number][] {
  return Array.from({ length: count }, (_, i) => {
    const [left, top] = cornerOf(i).map((corner) => corner + (SQUARE - CENTRE) / 2) as [number, number];
    const sum: [number, number, number] = [0, 0, 0];
    for (let y = top; y < top + CENTRE; y++)
      for (let x = left; x < left + CENTRE; x++)
        for (let c = 0; c < 3; c++) sum[c]! += raster.data[(y * raster.width + x) * 3 + c]!;
    return sum.map((value) => value / CENTRE ** 2) as [number, number, number];
  });
}

function cornerOf(i: number): [left: number, top: number] {
  return [((i % COLUMNS) + 1) * SQUARE, (Math.floor(i / COLUMNS) + 1) * SQUARE];
}

function lab(color: readonly number[]): Vector3 {
  const linear = color.map((value) => SRGB.decode(value / 65535)) as Vector3;
  return xyzToLab(apply3(SRGB.toXyzD50, linear));
}

/** Sidecar attributes → settings. */
function parse(attributes: Case['settings']): Settings {
  const settings: Record<string, Settings[string]> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value !== 'string')
      settings[name] = value.map(
        (point) => point.split(',').map(Number) as unknown as readonly [number, number],
      );
    else if (/^(true|false)$/i.test(value)) settings[name] = value.toLowerCase() === 'true';
    else settings[name] = Number.isNaN(Number(value)) ? value : Number(value);
  }
  return settings;
}

function mean(list: readonly number[]): number {
  return list.length === 0 ? 0 : list.reduce((a, b) => a + b, 0) / list.length;
}

function report(): string {
  const line = (row: Row) =>
    `| ${row.name}${row.adaptive ? ' (adaptive)' : ''} | ${row.moved} | ${row.nothing.toFixed(2)} | **${row.mean.toFixed(2)}** | ${row.p95.toFixed(2)} | ${row.worst.toFixed(2)} | ${row.leftAlone} | ${row.leftAloneMean.toFixed(2)} | ${row.clipped} |`;
  return `# Parity with Camera Raw

ΔE00 between \`${nodeRenderer.id}\` and Camera Raw's own output, written by \`scripts/parity.ts\`. Patches that Camera
Raw moved by more than ${MOVED} from its default count as moved; patches with a clipped channel in either rendering are
left out and counted. "Nothing" is what an engine that does nothing would score. Adaptive sliders depend on the picture
they are in: on a chart of flat patches they show the direction and about the size.

Mean of the case means **${overall.meanOfMeans.toFixed(2)}** over ${overall.cases} cases (nothing: ${overall.nothing.toFixed(2)}), worst case mean ${overall.worstMean.toFixed(2)}; patches that Camera Raw left alone ${overall.leftAlone.toFixed(2)}.

![ΔE00 per case](parity.svg)

| case | moved | nothing | mean | 95 % | worst | left alone | mean | clipped |
|---|---|---|---|---|---|---|---|---|
${rows.map(line).join('\n')}
`;
}
