import { LIMITS } from './limits.ts';
import type { CurvePoint } from './settings.ts';

/** Whether a curve does nothing: it runs along the diagonal from end to end. */
export function isIdentityCurve(points: readonly CurvePoint[]): boolean {
  return points[0]?.[0] === 0 && points.at(-1)?.[0] === 255 && points.every(([x, y]) => x === y);
}

function level(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value))) + 0;
}

/**
 * Makes a valid curve of any points: whole numbers 0…255, sorted, one point per x (the last given wins), bounded in
 * number. Undefined when fewer than two points are left.
 */
export function repairCurve(points: readonly CurvePoint[]): readonly CurvePoint[] | undefined {
  const byX = new Map<number, number>();
  for (const [x, y] of points) if (Number.isFinite(x) && Number.isFinite(y)) byX.set(level(x), level(y));
  const sorted = [...byX].sort((a, b) => a[0] - b[0]);
  if (sorted.length < 2) return undefined;
  if (sorted.length <= LIMITS.curvePoints) return sorted;
  const last = LIMITS.curvePoints - 1;
  return Array.from({ length: LIMITS.curvePoints }, (_, index): CurvePoint => {
    return sorted[Math.round((index * (sorted.length - 1)) / last)] as CurvePoint;
  });
}

/** Non-decreasing values nearest to the given ones (pool adjacent violators). */
function isotonic(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    pools.push({ sum: value, count: 1 });
    for (let top = pools.length - 1; top > 0; top--) {
      const upper = pools[top]!;
      const lower = pools[top - 1]!;
      if (lower.sum / lower.count <= upper.sum / upper.count) break;
      lower.sum += upper.sum;
      lower.count += upper.count;
      pools.pop();
    }
  }
  return pools.flatMap((pool) => Array.from({ length: pool.count }, () => pool.sum / pool.count));
}

/**
 * A curve at `factor` of its strength: 0 is the diagonal, 1 the curve itself, 2 twice as far from the diagonal.
 * A rising curve stays rising however far it is driven. Ends that stop short of 0 or 255 run on flat, so they
 * are written out before blending.
 */
export function scaleCurve(points: readonly CurvePoint[], factor: number): readonly CurvePoint[] {
  const first = points[0];
  const last = points.at(-1);
  if (factor === 1 || first === undefined || last === undefined) return points;
  const ends: CurvePoint[] = [
    ...(first[0] > 0 ? [[0, first[1]] as const] : []),
    ...points,
    ...(last[0] < 255 ? [[255, last[1]] as const] : []),
  ];
  const moved = ends.map(([x, y]) => Math.min(255, Math.max(0, x + (y - x) * factor)));
  const rising = points.every(([, y], index) => index === 0 || y >= (points[index - 1]?.[1] ?? 0));
  const levels = rising ? isotonic(moved) : moved;
  return repairCurve(ends.map(([x], index): CurvePoint => [x, levels[index] ?? x])) ?? points;
}
