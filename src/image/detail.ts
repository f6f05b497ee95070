import { boxBlurSteps } from './box-blur.ts';
import { lightnessPlane } from './lightness.ts';
import type { Statistics } from './observation.ts';
import type { LabImage } from './raster.ts';
import type { Steps } from './steps.ts';

/** Radius of middle-scale contrast as a share of the long edge: what the clarity slider works on. */
const MIDDLE = 1 / 40;

/** Mean absolute difference of L* from its 3 × 3 mean (fine), and of that from a wide mean (middle), L* units. */
export function* measureDetail(lab: LabImage): Steps<Statistics['detail']> {
  const lightness = lightnessPlane(lab);
  yield;
  const smooth = yield* boxBlurSteps(lightness, 1);
  const wide = yield* boxBlurSteps(smooth, Math.max(2, Math.max(lab.width, lab.height) * MIDDLE));
  yield;
  let fine = 0;
  let middle = 0;
  for (let i = 0; i < smooth.data.length; i++) {
    fine += Math.abs(lightness.data[i]! - smooth.data[i]!);
    middle += Math.abs(smooth.data[i]! - wide.data[i]!);
  }
  yield;
  const count = Math.max(1, smooth.data.length);
  return { fine: fine / count, middle: middle / count };
}
