import { boxBlurSteps, emptyPlane } from '#image/box-blur.ts';
import type { Plane } from '#image/raster.ts';
import type { Steps } from '#image/steps.ts';
import { guideByKernels } from '../kernels/guide.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { Base } from './base.ts';

/** The base of `input` over `level`, in pieces; radius in plane pixels, epsilon in stops². */
export function* guide(
  input: Plane,
  level: Plane,
  radius: number,
  epsilon: number,
  kernels?: Kernels,
): Steps<Base> {
  if (kernels) return guideByKernels(kernels, input, level, radius, epsilon);
  const { width, height } = level;
  const count = width * height;
  const r = Math.max(1, radius);
  const meanLevel = yield* boxBlurSteps(level, r);
  yield;
  const meanInput = input === level ? meanLevel : yield* boxBlurSteps(input, r);
  yield;
  const product = emptyPlane(width, height);
  const square = emptyPlane(width, height);
  for (let i = 0; i < count; i++) {
    const l = level.data[i]!;
    product.data[i] = l * input.data[i]!;
    square.data[i] = l * l;
  }
  yield;
  yield* boxBlurSteps(product, r, product);
  yield;
  yield* boxBlurSteps(square, r, square);
  yield;
  for (let i = 0; i < count; i++) {
    const l = meanLevel.data[i]!;
    const slope =
      (product.data[i]! - l * meanInput.data[i]!) / (Math.max(0, square.data[i]! - l * l) + epsilon);
    product.data[i] = slope;
    square.data[i] = meanInput.data[i]! - slope * l;
  }
  yield;
  const slope = yield* boxBlurSteps(product, r, product);
  yield;
  return { slope, offset: yield* boxBlurSteps(square, r, square) };
}
