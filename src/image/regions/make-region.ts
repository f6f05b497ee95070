import type { Region, RegionName } from '../observation.ts';
import type { Plane } from '../raster.ts';

/** Below this a region is not worth mentioning, and not worth acting upon. */
export const MIN_CONFIDENCE = 0.3;

/** Measures a mask; null when it is too doubtful or has nothing above one half. */
export function makeRegion(
  name: RegionName,
  mask: Plane,
  confidence: number,
  least = MIN_CONFIDENCE,
): Region | null {
  if (!(confidence >= least)) return null;
  const { width, height, data } = mask;
  let sum = 0;
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x]!;
      sum += value;
      if (value <= 0.5) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  if (right <= left) return null;
  return {
    name,
    mask,
    area: sum / data.length,
    confidence: Math.min(1, confidence),
    box: { left: left / width, top: top / height, right: right / width, bottom: bottom / height },
  };
}
