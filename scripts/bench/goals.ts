import type { BenchResults, ContenderResult, CostPoint } from './results.ts';

/** What was set out to reach, and what was measured. */
export interface Goal {
  readonly what: string;
  readonly goal: string;
  /** Absent when it could not be measured (a peer is missing, or something failed). */
  readonly measured?: string;
  readonly reached?: boolean;
}

/** How far the cost of one more may stray from the cost of the first ones, and still be called linear. */
const LINEAR_WITHIN = 1.25;

/** The goals that these results can speak of, in the order of the report. */
export function goalsOf(results: BenchResults): readonly Goal[] {
  return [
    ...exportGoals(results),
    ...candidateGoals(results),
    ...linearityGoals(results),
    ...memoryGoals(results),
  ];
}

function exportGoals({ exports }: BenchResults): readonly Goal[] {
  if (exports === undefined) return [];
  const timeOf = (id: string) => sound(exports.contenders.find((each) => each.id === id));
  const cold = timeOf('ours-cold');
  const vips = fastest(timeOf('vips-file'), timeOf('vips-pipe'));
  const differences = exports.contenders.flatMap(({ toExact }) => (toExact === undefined ? [] : [toExact]));
  return [
    atMost(
      'Export by the running service ÷ the floor',
      ratio(timeOf('ours-service'), timeOf('floor')),
      1.8,
      '×',
    ),
    atLeast('vips with two operations ÷ our command line', ratio(vips, cold), 1, '×'),
    atLeast('ImageMagick ÷ our command line', ratio(timeOf('imagemagick'), cold), 3, '×'),
    atLeast('darktable-cli ÷ our command line', ratio(timeOf('darktable'), cold), 10, '×'),
    atLeast('rawtherapee-cli ÷ our command line', ratio(timeOf('rawtherapee'), cold), 10, '×'),
    atMost(
      'Our exports to our 16-bit path, both as JPEG, mean ΔE00',
      differences.length === 0 ? undefined : Math.max(...differences),
      1,
      '',
    ),
  ];
}

function candidateGoals({ candidates, enter }: BenchResults): readonly Goal[] {
  return [
    ...(candidates === undefined
      ? []
      : [atMost('6 candidates at 1024 px, open photo, before JPEG', at(candidates.points, 6), 40, ' ms')]),
    ...(enter === undefined
      ? []
      : [
          atMost('Enter to 6 ranked candidates, median of five instructions', enter.median, 150, ' ms'),
          atMost(
            'The slowest of the five',
            Math.max(...enter.rows.map(({ times }) => times.median)),
            150,
            ' ms',
          ),
        ]),
  ];
}

function linearityGoals({ candidates, megapixels }: BenchResults): readonly Goal[] {
  const goals: Goal[] = [];
  // From six on: before that, what is done once per picture (starting, a table) still shows.
  const growth = (points: readonly CostPoint[]) => {
    const last = points.at(-1)!;
    const first = points.find(({ amount }) => amount >= 6);
    return first && last.amount > first.amount
      ? {
          from: first.amount,
          to: last.amount,
          growth: last.times.median / last.amount / (first.times.median / first.amount),
        }
      : undefined;
  };
  for (const [points, what] of [
    [candidates?.points, 'candidate'],
    [megapixels, 'megapixel'],
  ] as const) {
    const found = points && growth(points);
    if (found)
      goals.push(
        atMost(`Cost per ${what} at ${found.to}, to that at ${found.from}`, found.growth, LINEAR_WITHIN, '×'),
      );
  }
  return goals;
}

function memoryGoals({ memory }: BenchResults): readonly Goal[] {
  return (memory ?? []).map(({ work, peakMb, goalMb }) => ({
    what: `Peak memory, ${work}`,
    goal: `< ${goalMb} MB`,
    measured: `${peakMb.toFixed(0)} MB`,
    reached: peakMb < goalMb,
  }));
}

/** The time of a contender whose picture is right: a fast wrong one is no measurement. */
function sound(contender: ContenderResult | undefined): number | undefined {
  return contender === undefined || contender.fault !== undefined ? undefined : contender.times?.median;
}

function fastest(...times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b;
}

function at(points: readonly CostPoint[], amount: number): number | undefined {
  return points.find((point) => point.amount === amount)?.times.median;
}

function atMost(what: string, value: number | undefined, limit: number, unit: string): Goal {
  return goal(what, `≤ ${limit}${unit}`, value, unit, value !== undefined && value <= limit);
}

function atLeast(what: string, value: number | undefined, limit: number, unit: string): Goal {
  return goal(what, `≥ ${limit}${unit}`, value, unit, value !== undefined && value >= limit);
}

function goal(what: string, text: string, value: number | undefined, unit: string, reached: boolean): Goal {
  if (value === undefined) return { what, goal: text };
  const digits = value < 100 ? 2 : 0;
  return { what, goal: text, measured: `${value.toFixed(digits)}${unit}`, reached };
}
