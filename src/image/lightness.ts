import { emptyPlane } from './box-blur.ts';
import type { LabImage, Plane } from './raster.ts';

/** L* of a picture as a plane. */
export function lightnessPlane({ width, height, data }: LabImage): Plane {
  const plane = emptyPlane(width, height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = data[i * 3]!;
  return plane;
}
