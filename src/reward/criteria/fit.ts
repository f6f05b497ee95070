export type Direction = 1 | -1;

/**
 * Score (0…10) by how much of the asked movement happened: nothing done is poor (1), the opposite is 0, between 0.9
 * and 1.4 of what was asked is full, and three times as much is an over-edit. Beyond 8 times doing nothing was better.
 */
const FIT: readonly (readonly [part: number, score: number])[] = [
  [-0.25, 0],
  [0, 1],
  [0.35, 5],
  [0.7, 9],
  [0.9, 10],
  [1.4, 10],
  [2, 7.5],
  [3, 4],
  [5, 1.5],
  [8, 0],
];

export function fitAsked(moved: number, target: number): number {
  return interpolate(FIT, moved / Math.max(1e-6, target));
}

/** 10 up to `kept`, 0 from `lost` on, straight between; for anything that should stay small. */
export function staySmall(value: number, kept: number, lost: number): number {
  return interpolate(
    [
      [kept, 10],
      [lost, 0],
    ],
    Math.abs(value),
  );
}

/** Piecewise linear through `points` (x increasing), constant outside. */
export function interpolate(points: readonly (readonly [x: number, y: number])[], x: number): number {
  const first = points[0]!;
  if (!(x > first[0])) return first[1];
  for (let index = 1; index < points.length; index += 1) {
    const [x1, y1] = points[index]!;
    const [x0, y0] = points[index - 1]!;
    if (x <= x1) return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  }
  return points[points.length - 1]![1];
}
