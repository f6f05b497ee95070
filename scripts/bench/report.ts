import { type Goal, goalsOf } from './goals.ts';
import type {
  BenchResults,
  CandidateResults,
  ContenderResult,
  CostPoint,
  EnterResults,
  ExportResults,
} from './results.ts';
import { table } from './table.ts';

/** A quiet machine has a load near 0. Ratios of what ran in turn hold on a busy one too, roughly; times do not. */
const BUSY = '\nOthers were at work on the machine: all times are longer than they need be.';

/** docs/performance.md from the results of one run. */
export function report(results: BenchResults): string {
  const { exports, candidates, enter, megapixels } = results;
  return [
    introduction(results),
    goalSection(goalsOf(results)),
    ...(exports === undefined ? [] : [exportSection(exports)]),
    ...(enter === undefined ? [] : [enterSection(enter)]),
    ...(candidates === undefined ? [] : [candidateSection(candidates)]),
    ...(megapixels === undefined ? [] : [megapixelSection(megapixels)]),
    ...(results.memory === undefined ? [] : [memorySection()]),
  ].join('\n');
}

function introduction({ machine, rounds }: BenchResults): string {
  const { processors, model, memoryGb, system, node, loadBefore } = machine;
  return `# Performance

Written by \`npm run bench\`; what it does and compares stands in \`scripts/bench\`. Times are medians of ${rounds} runs after
warm-ups; what is compared ran in turn, one run each, so that a slow moment falls on all.
${processors} × ${model}, ${memoryGb} GB, ${system}, Node ${node}; load average before the first run ${loadBefore.toFixed(2)}.${loadBefore > processors / 4 ? BUSY : ''}

![Export times beside other programs; cost by megapixels and by candidates](performance.svg)
`;
}

function goalSection(goals: readonly Goal[]): string {
  const rows = goals.map(({ what, goal, measured, reached }) => [
    what,
    goal,
    measured ?? 'not measured',
    measured === undefined ? '' : reached ? 'yes' : '**no**',
  ]);
  const open = goals.filter(({ reached }) => reached !== true);
  const verdict =
    open.length === 0
      ? 'All goals are reached.'
      : `${goals.length - open.length} of ${goals.length} goals are reached. Not reached: ${open.map(({ what }) => what).join('; ')}.`;
  return `## Goals

${verdict}

${table(['', 'goal', 'measured', 'reached'], rows)}
`;
}

function exportSection(results: ExportResults): string {
  const { contenders, missing, jpegMegabytes } = results;
  const cold = contenders.find(({ id }) => id === 'ours-cold')?.times?.median;
  const sorted = [...contenders].sort((a, b) => timeOf(a) - timeOf(b));
  const rows = sorted.map(({ name, start, edit, times, fault, change, toExact }) => [
    name,
    start,
    edit || 'none',
    times === undefined ? '–' : ms(times.median),
    times === undefined ? '–' : `${ms(times.fastest)}–${ms(times.slowest)}`,
    times === undefined || cold === undefined ? '–' : `${(times.median / cold).toFixed(2)} ×`,
    change === undefined ? '–' : change.toFixed(1),
    fault ?? checks(change, toExact),
  ]);
  const absent = missing.map(({ name, remedy }) => `${name} is not on this machine (\`${remedy}\`).`);
  return `## Export: a 24 MP JPEG to a JPEG

The picture (6000 × 4000, ${jpegMegabytes.toFixed(1)} MB, quality 93, 4:2:0) is made by the bench: the sample scenes side by side
under fresh noise. All write quality 90, 4:2:0, full size. Cold: from starting the program to its end. Warm: a process that
has done it before; the service to the last byte of its reply, with other settings every time. The full chain is exposure,
white balance, contrast, Highlights −60, Shadows +60, Clarity 20, a point curve, the mixer's 24 sliders, three grading wheels
and Vibrance. The other programs' edits are comparable in kind, not in result, and none does as much.

${table(['program', 'start', 'edit', 'ms', 'range', 'to our command line', 'ΔE00 to the original', 'checked'], rows)}

${[...exactNote(results), ...absent].join('\n')}
`;
}

function exactNote({ contenders, jpegLoss }: ExportResults): string[] {
  const worst = contenders
    .filter(({ toExact }) => toExact !== undefined)
    .sort((a, b) => b.toExact! - a.toExact!)[0];
  if (worst === undefined) return [];
  return [
    `Our pictures beside our own 16-bit path (a 16-bit TIFF of the same pixels, developed to one): mean ${worst.toExact!.toFixed(2)} ΔE00`,
    `when both are written as JPEG; ${worst.toExactPixels?.toFixed(2)} to the 16-bit pixels themselves, of which this JPEG quality alone takes`,
    `${jpegLoss.toFixed(2)} on a picture with so much fine detail.`,
  ];
}

function enterSection({ open, rows, median }: EnterResults): string {
  const cells = rows.map(({ instruction, candidates, times, stages }) => [
    instruction,
    String(candidates),
    ...[stages.propose, stages.render, stages.score].map(ms),
    `**${ms(times.median)}**`,
    `${ms(times.fastest)}–${ms(times.slowest)}`,
  ]);
  return `## Enter to ranked candidates

A client of the running service, embedded policy and reward, six candidates asked for (fewer come when more would say the
same), another seed every time. Opening the 24 MP photo – upload, decoding, statistics, regions – took ${ms(open.median)} ms; the
median of the five instructions is **${ms(median)} ms**.

${table(['instruction', 'candidates', 'propose, ms', 'render', 'score', 'Enter to ranked', 'range'], cells)}
`;
}

function candidateSection({ width, height, points }: CandidateResults): string {
  return `## Many candidates

The full chain at ${width} × ${height}, each with other settings, on the workers of a service, before any
encoding.

${costTable('candidates', points)}
`;
}

function megapixelSection(points: readonly CostPoint[]): string {
  return `## Many pixels

The full chain, file to file, through the running service.

${costTable('MP', points)}
`;
}

function memorySection(): string {
  return `## Memory

The most that \`retouchiq develop\` holds at any moment, all threads together (VmHWM), the full chain; measured against the
goals above.
`;
}

function costTable(unit: string, points: readonly CostPoint[]): string {
  const rows = points.map(({ amount, times }) => [
    String(amount),
    ms(times.median),
    (times.median / amount).toFixed(1),
    `${ms(times.fastest)}–${ms(times.slowest)}`,
  ]);
  return table([unit, 'ms', 'ms each', 'range'], rows);
}

function checks(change: number | undefined, toExact: number | undefined): string {
  if (change === undefined) return 'size';
  return toExact === undefined ? 'size, change' : `size, change, ${toExact.toFixed(2)} to 16 bits`;
}

function timeOf({ times }: ContenderResult): number {
  return times?.median ?? Number.POSITIVE_INFINITY;
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}
