export type Direction = 1 | -1;

/**
 * Score (0…10) by how much of the asked movement happened: nothing done is poor (1), the opposite is 0, between 1
 * and 1.2 of what was asked is full, and three times as much is an over-edit. Beyond 5 times, doing nothing was better.
 */
const PARTS = [-0.25, 0, 0.35, 0.7, 1, 1.2, 1.5, 2, 3, 5, 8];
const SCORES = [0, 1, 5, 9, 10, 10, 9.4, 7.5, 4, 1, 0];

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
