import type { Settings } from '#settings/settings.ts';
import { invert, type Matrix, pick, times } from './linear.ts';
import type { System } from './system.ts';

/** What is fitted: a picture that depends on settings, seen as differences to the wanted one. */
export interface Problem {
  /** Three differences per pixel that is looked at, in ΔE. The array is the caller's to keep. */
  differences(settings: Settings): Float32Array;
  /** How much each of these pixels counts, 0…1. */
  readonly trust: Float32Array;
}

export interface Fit {
  /** Coordinates of the system. */
  readonly at: readonly number[];
  /** Mean robust squared difference (ΔE²) and the price of the movements. */
  readonly cost: number;
  /** Half the second derivative of the cost. */
  readonly curvature: Matrix;
}

/** Price of moving one coordinate by its reach, ΔE²: less than can be seen, enough to keep what does not matter at rest. */
const PRICE = 0.01;
/** Forward difference of the slopes, in reaches: a hundredth of what an edit has would drown in rounding. */
const PROBE = 0.1;
const ITERATIONS = 8;
/** Part of the cost that an iteration must save for another one to be tried. */
const WORTH = 0.004;

/**
 * Damped Gauss–Newton (Levenberg–Marquardt) with Cauchy weights: pixels that no settings explain lose their say instead
 * of pulling all others along.
 *
 * @param knee ΔE from which a pixel counts as one that does not fit; see `spreadOf`
 * @param turn called every few milliseconds, to let others work and to stop
 * @param options.worth fall in cost that the first slopes have to promise for anything to be tried
 */
export async function fitDials(
  system: System,
  problem: Problem,
  start: readonly number[],
  knee: number,
  turn: () => Promise<void>,
  { iterations = ITERATIONS, worth = 0 }: { readonly iterations?: number; readonly worth?: number } = {},
): Promise<Fit> {
  let at = [...start];
  let now = problem.differences(system.settings(at));
  let cost = costOf(now, problem.trust, knee, at);
  let damping = 1e-3;
  let curvature: Matrix = new Float64Array(system.size ** 2);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const slopes = await slopesAt(system, problem, at, now, turn);
    const { matrix, vector } = await normalEquations(slopes, now, problem.trust, knee, at, turn);
    curvature = matrix;
    const before = cost;
    if (iteration === 0 && promise(matrix, vector) < worth) break;
    for (let attempt = 0; attempt < 4; attempt++) {
      const next = step(system, matrix, vector, at, damping);
      const trial = problem.differences(system.settings(next));
      const trialCost = costOf(trial, problem.trust, knee, next);
      if (trialCost < cost) {
        [at, now, cost] = [next, trial, trialCost];
        damping = Math.max(1e-6, damping / 5);
        break;
      }
      damping = Math.max(1e-2, damping * 8);
    }
    if (before - cost < WORTH * before) break;
  }
  return { at, cost, curvature };
}

/** What differences are like: most of them, and from where on they stop to look like the errors of a good fit. */
export interface Spread {
  /** Square of the median difference, twice: about the mean square of those that fit, whatever the others do. ΔE² */
  readonly typical: number;
  /** ΔE; not below what rounding makes. */
  readonly knee: number;
}

export function spreadOf(differences: Float32Array, trust: Float32Array): Spread {
  const lengths: number[] = [];
  for (let pixel = 0; pixel < trust.length; pixel++)
    if (trust[pixel]! > 0.3) lengths.push(Math.sqrt(squareAt(differences, pixel)));
  lengths.sort((a, b) => a - b);
  const median = lengths[lengths.length >> 1] ?? 0;
  return { typical: 2 * median * median, knee: Math.min(30, Math.max(3, 3.5 * median)) };
}

export function costOf(
  differences: Float32Array,
  trust: Float32Array,
  knee: number,
  at: readonly number[],
): number {
  let sum = 0;
  let total = 0;
  const square = knee * knee;
  for (let pixel = 0; pixel < trust.length; pixel++) {
    const weight = trust[pixel]!;
    sum += weight * square * Math.log1p(squareAt(differences, pixel) / square);
    total += weight;
  }
  return sum / Math.max(1e-9, total) + PRICE * at.reduce((price, value) => price + value * value, 0);
}

function squareAt(differences: Float32Array, pixel: number): number {
  const i = 3 * pixel;
  return differences[i]! ** 2 + differences[i + 1]! ** 2 + differences[i + 2]! ** 2;
}

async function slopesAt(
  system: System,
  problem: Problem,
  at: readonly number[],
  now: Float32Array,
  turn: () => Promise<void>,
): Promise<Float32Array[]> {
  const slopes: Float32Array[] = [];
  for (let i = 0; i < at.length; i++) {
    await turn();
    const probe = at[i]! + PROBE <= system.high[i]! ? PROBE : -PROBE;
    const moved = problem.differences(system.settings(at.map((one, j) => (j === i ? one + probe : one))));
    for (let k = 0; k < moved.length; k++) moved[k] = (moved[k]! - now[k]!) / probe;
    slopes.push(moved);
  }
  return slopes;
}

/** JᵀWJ + price and −(JᵀWr + price · at), both per unit of weight. */
async function normalEquations(
  slopes: readonly Float32Array[],
  now: Float32Array,
  trust: Float32Array,
  knee: number,
  at: readonly number[],
  turn: () => Promise<void>,
): Promise<{ matrix: Matrix; vector: number[] }> {
  const n = slopes.length;
  const weights = new Float32Array(now.length);
  let total = 0;
  for (let pixel = 0; pixel < trust.length; pixel++) {
    const weight = trust[pixel]! / (1 + squareAt(now, pixel) / (knee * knee));
    total += trust[pixel]!;
    weights.fill(weight, 3 * pixel, 3 * pixel + 3);
  }
  const scale = 1 / Math.max(1e-9, total);
  const matrix: Matrix = new Float64Array(n * n);
  const vector = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) {
    await turn();
    const weighted = slopes[i]!.map((value, k) => value * weights[k]!);
    for (let k = i; k < n; k++) matrix[i * n + k] = matrix[k * n + i] = scale * product(weighted, slopes[k]!);
    matrix[i * n + i]! += PRICE;
    vector[i] = -(scale * product(weighted, now) + PRICE * at[i]!);
  }
  return { matrix, vector };
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** Fall in cost that a straight continuation of the slopes would bring. */
function promise(matrix: Matrix, vector: readonly number[]): number {
  const moves = times(invert(matrix, vector.length), vector);
  return vector.reduce((sum, value, i) => sum + value * moves[i]!, 0);
}

/** One damped step, kept within the ends: what would leave is held there, and the others are solved for without it. */
function step(
  { low, high, size }: System,
  matrix: Matrix,
  vector: readonly number[],
  at: readonly number[],
  damping: number,
): number[] {
  const damped = Float64Array.from(matrix);
  for (let i = 0; i < size; i++) damped[i * size + i]! *= 1 + damping;
  const held = (i: number) => (at[i]! <= low[i]! && vector[i]! < 0) || (at[i]! >= high[i]! && vector[i]! > 0);
  const free = at.map((_, i) => i).filter((i) => !held(i));
  const moves = times(
    invert(pick(damped, size, free), free.length),
    free.map((i) => vector[i]!),
  );
  const next = [...at];
  free.forEach((i, k) => {
    next[i] = Math.min(high[i]!, Math.max(low[i]!, at[i]! + moves[k]!));
  });
  return next;
}
