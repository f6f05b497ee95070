import { deltaE2000 } from '#color/delta-e-2000.ts';
import type { LabImage } from './raster.ts';
import { assertSameSize } from './same-size.ts';

/**
 * Mean CIEDE2000 difference over all pixels.
 *
 * @throws {RangeError} when sizes differ.
 */
export function meanDeltaE2000(a: LabImage, b: LabImage): number {
  assertSameSize(a, b);
  let sum = 0;
  for (let i = 0; i < a.data.length; i += 3) {
    sum += deltaE2000(a.data[i]!, a.data[i + 1]!, a.data[i + 2]!, b.data[i]!, b.data[i + 1]!, b.data[i + 2]!);
  }
  return a.data.length === 0 ? 0 : sum / (a.data.length / 3);
}
