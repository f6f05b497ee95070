import { deltaE2000 } from '#color/delta-e-2000.ts';
import type { LabImage } from './raster.ts';
import { assertSameSize } from './same-size.ts';

/** How far two pictures are apart, CIEDE2000 over all pixels. */
export interface DeltaESpread {
  readonly mean: number;
  /** 95th percentile. */
  readonly p95: number;
}

/** @throws {RangeError} when sizes differ. */
export function deltaESpread(a: LabImage, b: LabImage): DeltaESpread {
  assertSameSize(a, b);
  const one = a.data;
  const other = b.data;
  const differences = new Float32Array(one.length / 3);
  let sum = 0;
  for (let pixel = 0, i = 0; pixel < differences.length; pixel++, i += 3) {
    const difference = deltaE2000(one[i]!, one[i + 1]!, one[i + 2]!, other[i]!, other[i + 1]!, other[i + 2]!);
    differences[pixel] = difference;
    sum += difference;
  }
  if (differences.length === 0) return { mean: 0, p95: 0 };
  differences.sort();
  return { mean: sum / differences.length, p95: differences[Math.floor(0.95 * (differences.length - 1))]! };
}
