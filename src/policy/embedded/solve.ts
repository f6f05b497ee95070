import type { Steps } from '#image/steps.ts';

/** One unknown of the solver: its prior value, how far it may stray cheaply, and its hard ends. */
export interface Unknown {
  readonly prior: number;
  /** Distance from the prior that costs as much as missing a target by one tolerance. */
  readonly reach: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Whether it has nothing to mend yet: it is not tried out then, which saves a rendering. */
  idle?(residuals: readonly number[]): boolean;
}

export interface Solution {
  readonly values: readonly number[];
  readonly cost: number;
  /** How often the picture was rendered. */
  readonly evaluations: number;
}

/** Most iterations: the problems are mild (a handful of sliders), three get to within a slider step. */
const ITERATIONS = 3;
/** Forward difference, in reaches: well above what rounding of 8-bit previews hides. */
const PROBE = 0.2;
/** Where the near probe moves nothing at all. */
const FAR = 1;
/** Cost that a slider must save to be moved at all: a quarter of missing a target by one tolerance. */
const SPARE = 0.25;
/** Multiple of it beyond which a prediction is trusted. */
const SURE = 8;

/**
 * Damped Gauss–Newton for min ‖residuals(x)‖² + ‖(x − prior)/reach‖² within the ends.
 * `residuals` are already divided by their tolerances. The Jacobian is numeric once and then kept current with
 * Broyden's rank-one update, which needs no further renderings. Every rendering is a piece of the work.
 */
export function* solve(
  unknowns: readonly Unknown[],
  residuals: (values: readonly number[]) => Steps<readonly number[]>,
): Steps<Solution> {
  let evaluations = 0;
  function* evaluate(u: readonly number[]): Steps<readonly number[]> {
    evaluations++;
    const r = yield* residuals(u.map((value, i) => unknowns[i]!.prior + value * unknowns[i]!.reach));
    yield;
    return r;
  }
  const total = (r: readonly number[], u: readonly number[]) => sumOfSquares(r) + sumOfSquares(u);
  const clamp = (u: readonly number[]) => u.map((value, i) => clampUnit(value, unknowns[i]!));

  let u = clamp(unknowns.map(() => 0));
  let r = yield* evaluate(u);
  let cost = total(r, u);
  if (unknowns.length === 0) return { values: [], cost, evaluations };

  let jacobian: Columns = unknowns.map(() => null);
  let damping = 0.01;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    jacobian = yield* probe(jacobian, unknowns, u, r, evaluate);
    const next = clamp(newtonStep(jacobian, r, u, damping));
    const moved = next.map((value, i) => value - u[i]!);
    if (sumOfSquares(moved) < 1e-5) break;
    const trial = yield* evaluate(next);
    const trialCost = total(trial, next);
    jacobian = broyden(jacobian, moved, trial, r);
    if (trialCost < cost) {
      const gain = (cost - trialCost) / cost;
      u = next;
      r = trial;
      cost = trialCost;
      damping = Math.max(1e-4, damping / 4);
      if (gain < 0.01) break;
    } else {
      damping = Math.max(0.5, damping * 12);
    }
  }
  // Fewer sliders are easier to read: what does not earn its place goes back to where it was.
  for (let i = 0; i < u.length; i++) {
    if (Math.abs(u[i]!) < 1e-6) continue;
    const without = clamp(u.map((value, j) => (j === i ? 0 : value)));
    // What clearly earns it needs no rendering to show that.
    if (predicted(jacobian[i], r, u, i) > cost + SURE * SPARE) continue;
    const bare = yield* evaluate(without);
    const spared = total(bare, without);
    if (spared <= cost + SPARE) {
      u = without;
      r = bare;
      cost = spared;
    }
  }
  return { values: u.map((value, i) => unknowns[i]!.prior + value * unknowns[i]!.reach), cost, evaluations };
}

function clampUnit(value: number, { prior, reach, minimum, maximum }: Unknown): number {
  return Math.min((maximum - prior) / reach, Math.max((minimum - prior) / reach, value));
}

function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** A Jacobian by columns; null for an unknown that is idle. */
type Columns = (number[] | null)[];

/** Columns that are missing and needed, one rendering each, more at a dead end. */
function* probe(
  known: Columns,
  unknowns: readonly Unknown[],
  u: readonly number[],
  r: readonly number[],
  evaluate: (u: readonly number[]) => Steps<readonly number[]>,
): Steps<Columns> {
  const columns: Columns = [];
  for (const [i, unknown] of unknowns.entries()) {
    if (known[i] || unknown.idle?.(r)) {
      columns.push(known[i] ?? null);
      continue;
    }
    const most = (unknown.maximum - unknown.prior) / unknown.reach - u[i]!;
    const least = (unknown.minimum - unknown.prior) / unknown.reach - u[i]!;
    // What is white already gets no brighter and hardly darker: a dead end at one step says nothing about the others.
    const steps = [PROBE, -PROBE, FAR, -FAR].filter((step) => step <= most && step >= least);
    let column: number[] = [];
    for (const step of steps) {
      const shifted = yield* evaluate(u.map((value, j) => (j === i ? value + step : value)));
      column = shifted.map((value, k) => (value - r[k]!) / step);
      if (column.some((value) => value !== 0)) break;
    }
    columns.push(column.length > 0 ? column : null);
  }
  return columns;
}

/** Cost without unknown `i`, as far as its column tells. */
function predicted(
  column: number[] | null | undefined,
  r: readonly number[],
  u: readonly number[],
  i: number,
): number {
  if (!column) return 0;
  const rest = r.map((value, k) => value - column[k]! * u[i]!);
  return sumOfSquares(rest) + sumOfSquares(u) - u[i]! * u[i]!;
}

/** Solves (JᵀJ + (1 + damping)·I)·Δ = −(Jᵀr + u) and returns u + Δ. */
function newtonStep(
  jacobian: Columns,
  r: readonly number[],
  u: readonly number[],
  damping: number,
): number[] {
  const none = r.map(() => 0);
  const columns = jacobian.map((column) => column ?? none);
  const n = columns.length;
  const matrix = columns.map((left, i) => {
    const row = columns.map((right) => left.reduce((sum, value, k) => sum + value * right[k]!, 0));
    row[i]! += 1 + damping * (1 + row[i]!);
    return row;
  });
  const rhs = columns.map((column, i) => -(column.reduce((sum, value, k) => sum + value * r[k]!, 0) + u[i]!));
  for (let i = 0; i < n; i++) {
    const pivot = matrix[i]![i]!;
    for (let j = i + 1; j < n; j++) {
      const factor = matrix[j]![i]! / pivot;
      for (let k = i; k < n; k++) matrix[j]![k]! -= factor * matrix[i]![k]!;
      rhs[j]! -= factor * rhs[i]!;
    }
  }
  const step = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let value = rhs[i]!;
    for (let k = i + 1; k < n; k++) value -= matrix[i]![k]! * step[k]!;
    step[i] = value / matrix[i]![i]!;
  }
  return u.map((value, i) => value + step[i]!);
}

/** J + (Δr − JΔ)Δᵀ/ΔᵀΔ, columns. */
function broyden(
  columns: Columns,
  moved: readonly number[],
  after: readonly number[],
  before: readonly number[],
): Columns {
  const length = sumOfSquares(moved);
  const miss = after.map(
    (value, k) =>
      value - before[k]! - columns.reduce((sum, column, i) => sum + (column?.[k] ?? 0) * moved[i]!, 0),
  );
  return columns.map(
    (column, i) => column?.map((value, k) => value + (miss[k]! * moved[i]!) / length) ?? null,
  );
}
