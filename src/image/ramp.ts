/** 0 at `from`, 1 at `to`, linear between, constant beyond; `from` may be above `to`. */
export function ramp(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
