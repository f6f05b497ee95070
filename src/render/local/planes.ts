import type { RgbSpace } from '#color/space.ts';
import { emptyPlane } from '#image/box-blur.ts';
import type { Plane } from '#image/raster.ts';
import type { Kernels } from '../kernels/kernels.ts';
import { levelPlane } from '../kernels/level-plane.ts';
import type { Measurement } from '../renderer.ts';
import { applyMatrix, spaceToWorking } from '../working-space.ts';
import { levelOf } from './level.ts';

/** The picture reduced. */
export interface Planes {
  readonly level: Plane;
  /** Linear working samples, interleaved. */
  rgb(): Float32Array;
}

/** @param size of the measured planes */
export function planesOf(
  { means }: Measurement,
  { width, height }: { readonly width: number; readonly height: number },
  space: RgbSpace,
  kernels?: Kernels,
): Planes {
  let working: Float32Array | undefined;
  const rgb = () => {
    if (!working) {
      working = means.slice();
      applyMatrix(spaceToWorking(space), working, width * height);
    }
    return working;
  };
  if (kernels) return { level: { width, height, data: levelPlane(kernels, means, space) }, rgb };
  const level = emptyPlane(width, height);
  const samples = rgb();
  for (let i = 0, p = 0; i < level.data.length; i++, p += 3)
    level.data[i] = levelOf(samples[p]!, samples[p + 1]!, samples[p + 2]!);
  return { level, rgb };
}
