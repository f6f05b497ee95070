import type { RgbSpace } from '#color/space.ts';
import { emptyPlane } from '#image/box-blur.ts';
import type { Plane } from '#image/raster.ts';
import type { Measurement } from '../renderer.ts';
import { applyMatrix, spaceToWorking } from '../working-space.ts';
import { levelOf } from './level.ts';

/** The picture reduced. */
export interface Planes {
  readonly level: Plane;
  readonly smallest: Plane;
  /** Linear working samples. */
  readonly rgb: Float32Array;
}

/** @param size of the measured planes */
export function planesOf(
  { means }: Measurement,
  { width, height }: { readonly width: number; readonly height: number },
  space: RgbSpace,
): Planes {
  const level = emptyPlane(width, height);
  const smallest = emptyPlane(width, height);
  const rgb = means.slice();
  applyMatrix(spaceToWorking(space), rgb, width * height);
  for (let i = 0, p = 0; i < level.data.length; i++, p += 3) {
    const [r, g, b] = [rgb[p]!, rgb[p + 1]!, rgb[p + 2]!];
    level.data[i] = levelOf(r, g, b);
    smallest.data[i] = Math.max(0, Math.min(r, g, b));
  }
  return { level, smallest, rgb };
}
