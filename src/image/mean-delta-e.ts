import { deltaE2000 } from '#color/delta-e-2000.ts';
import type { LabImage } from './raster.ts';
import { assertSameSize } from './same-size.ts';

/** Pixels are visited this far apart, in as many rounds, so that the first of them tell of the whole picture. */
const STRIDE = 13;
/** Pixels after which the mean so far is within a few percent, and what is surely more than that. */
const TELLING = 500;
const SURELY = 1.5;

/**
 * Mean CIEDE2000 difference over all pixels. A caller that only asks whether two pictures are `enough` apart gets no more
 * than that, and sooner: most that are not alike show it in the first rounds.
 *
 * @throws {RangeError} when sizes differ.
 */
export function meanDeltaE2000(a: LabImage, b: LabImage, enough = Number.POSITIVE_INFINITY): number {
  assertSameSize(a, b);
  const one = a.data;
  const other = b.data;
  const count = one.length / 3;
  let sum = 0;
  let seen = 0;
  for (let first = 0; first < STRIDE; first++) {
    if (sum > enough * count || (seen > TELLING && sum > SURELY * enough * seen)) return enough;
    for (let i = 3 * first; i < one.length; i += 3 * STRIDE, seen++) {
      sum += deltaE2000(one[i]!, one[i + 1]!, one[i + 2]!, other[i]!, other[i + 1]!, other[i + 2]!);
    }
  }
  return count === 0 ? 0 : Math.min(enough, sum / count);
}
