/** L* 0…100 in steps of 0.1: finer than any difference that matters, small enough to sum quickly. */
const BINS = 1024;
const PER_UNIT = 10;

/** Counts of lightness values; percentiles are read from it, interpolated within a bin. */
export interface LightnessHistogram {
  readonly counts: Uint32Array;
  readonly total: number;
}

/** @param data values at every `stride`-th place, clamped to 0…102.3 */
export function lightnessHistogram(data: Float32Array, stride: number): LightnessHistogram {
  const counts = new Uint32Array(BINS);
  for (let i = 0; i < data.length; i += stride) {
    counts[Math.min(BINS - 1, Math.max(0, (data[i]! * PER_UNIT) | 0))]!++;
  }
  return { counts, total: Math.ceil(data.length / stride) };
}

/** Values below which each of the rising `shares` (0…1) of the pixels lie; 0 when there are none. */
export function percentiles({ counts, total }: LightnessHistogram, shares: readonly number[]): number[] {
  const values: number[] = [];
  let below = 0;
  let bin = 0;
  for (const share of shares) {
    const target = share * total;
    while (bin < counts.length - 1 && below + counts[bin]! < target) below += counts[bin++]!;
    const within = counts[bin]! === 0 ? 0 : Math.max(0, (target - below) / counts[bin]!);
    values.push((bin + within) / PER_UNIT);
  }
  return values;
}

/** Ends of the bin that a percentile lies in: the pixels that made it are never beyond. */
export function floorOf(percentile: number): number {
  return Math.floor(percentile * PER_UNIT) / PER_UNIT - 1e-4;
}

export function ceilingOf(percentile: number): number {
  return Math.ceil(percentile * PER_UNIT) / PER_UNIT + 1e-4;
}
