export type Direction = 1 | -1;

/**
 * Score (0…10) by how much of the asked movement happened: nothing done is poor (1), the opposite is 0. What was asked
 * should be seen, so too little costs more than somewhat too much: full from 0.85 to 1.6 of it, an over-edit from three
 * times on. Beyond six times, doing nothing was better.
 */
const PARTS = [-0.3, 0, 0.35, 0.7, 0.85, 1.6, 2.5, 3, 4, 6, 8];
const SCORES = [0, 1, 5, 9, 10, 10, 8, 5.5, 3, 1, 0];

export function fitAsked(moved: number, target: number): number {
  return interpolate(PARTS, SCORES, moved / Math.max(1e-6, target));
}

/** 10 up to `kept`, 0 from `lost` on, straight between; for anything that should stay small. */
export function staySmall(value: number, kept: number, lost: number): number {
  return interpolate([kept, lost], [10, 0], Math.abs(value));
}

/** Piecewise linear through the points (`xs[i]`, `ys[i]`), `xs` increasing; constant outside. */
export function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  if (!(x > xs[0]!)) return ys[0]!;
  for (let index = 1; index < xs.length; index += 1) {
    if (x > xs[index]!) continue;
    const part = (x - xs[index - 1]!) / (xs[index]! - xs[index - 1]!);
    return ys[index - 1]! + part * (ys[index]! - ys[index - 1]!);
  }
  return ys.at(-1)!;
}
