import { boxBlur, emptyPlane } from './box-blur.ts';
import type { Plane } from './raster.ts';

/**
 * Edge-aware smoothing of `input` that follows the edges of `guide` (He, Sun & Tang 2010, "Guided Image Filtering"):
 * in each window the output is a·guide + b, fitted to the input. `epsilon` is the guide's variance (its unit
 * squared) below which a window counts as flat and is averaged.
 */
export function guidedFilter(input: Plane, guide: Plane, radius: number, epsilon: number): Plane {
  const { width, height } = input;
  const count = width * height;
  const p = input.data;
  const g = guide.data;
  const meanGuide = boxBlur(guide, radius);
  const meanInput = input === guide ? meanGuide : boxBlur(input, radius);
  const products = emptyPlane(width, height);
  for (let i = 0; i < count; i++) products.data[i] = g[i]! * p[i]!;
  const covariance = boxBlur(products, radius);
  for (let i = 0; i < count; i++) products.data[i] = g[i]! * g[i]!;
  const variance = input === guide ? covariance : boxBlur(products, radius);

  const a = emptyPlane(width, height);
  const b = emptyPlane(width, height);
  for (let i = 0; i < count; i++) {
    const mg = meanGuide.data[i]!;
    const slope =
      (covariance.data[i]! - mg * meanInput.data[i]!) / (Math.max(0, variance.data[i]! - mg * mg) + epsilon);
    a.data[i] = slope;
    b.data[i] = meanInput.data[i]! - slope * mg;
  }
  boxBlur(a, radius, a);
  boxBlur(b, radius, b);
  for (let i = 0; i < count; i++) b.data[i] = a.data[i]! * g[i]! + b.data[i]!;
  return b;
}
