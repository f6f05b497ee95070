/** Hermite step from 0 at `from` to 1 at `to`; a plain step when they coincide. */
export function smooth(from: number, to: number, value: number): number {
  if (to <= from) return value >= to ? 1 : 0;
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
