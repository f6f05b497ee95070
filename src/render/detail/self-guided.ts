import { boxBlur, emptyPlane } from '#image/box-blur.ts';
import type { Plane } from '#image/raster.ts';

/** Guided filter with the picture as its own guide (He et al. 2010): flat windows become their mean, edges stay. */
export function selfGuided(plane: Plane, radius: number, epsilon: number): Plane {
  const { width, height } = plane;
  const mean = boxBlur(plane, radius);
  const slope = emptyPlane(width, height);
  for (let i = 0; i < slope.data.length; i++) slope.data[i] = plane.data[i]! ** 2;
  boxBlur(slope, radius, slope);
  for (let i = 0; i < slope.data.length; i++) {
    const variance = Math.max(0, slope.data[i]! - mean.data[i]! ** 2);
    const a = variance / (variance + epsilon);
    slope.data[i] = a;
    mean.data[i] = mean.data[i]! * (1 - a);
  }
  boxBlur(slope, radius, slope);
  boxBlur(mean, radius, mean);
  for (let i = 0; i < slope.data.length; i++) mean.data[i]! += slope.data[i]! * plane.data[i]!;
  return mean;
}
