import { topOf } from './depth.ts';
import type { Raster } from './raster.ts';
import { assertSameSize } from './same-size.ts';

/**
 * Peak signal-to-noise ratio of the encoded samples, dB; `Infinity` when equal.
 *
 * @throws {RangeError} when sizes or depths differ.
 */
export function psnr(a: Raster, b: Raster): number {
  assertSameSize(a, b);
  const max = topOf(a.data);
  if (max !== topOf(b.data)) {
    throw new RangeError('Cannot compare pictures of different depths');
  }
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += (a.data[i]! - b.data[i]!) ** 2;
  return 10 * Math.log10((max * max * a.data.length) / sum);
}
