import { boxBlur, emptyPlane } from './box-blur.ts';
import { lightnessPlane } from './lightness.ts';
import type { LabImage, Plane } from './raster.ts';
import { assertSameSize } from './same-size.ts';

/** Wang et al. 2004, "Image Quality Assessment": stabilisers for a range of 100 (L*). */
const C1 = (0.01 * 100) ** 2;
const C2 = (0.03 * 100) ** 2;

/** 7 × 7 windows; a box in place of the paper's 11 × 11 Gaussian is as telling here and O(1). */
const RADIUS = 3;

/**
 * Mean structural similarity of L*, −1…1; 1 when equal.
 *
 * @throws {RangeError} when sizes differ.
 */
export function ssim(a: LabImage, b: LabImage): number {
  assertSameSize(a, b);
  const [x, y] = [lightnessPlane(a), lightnessPlane(b)];
  const meanX = boxBlur(x, RADIUS).data;
  const meanY = boxBlur(y, RADIUS).data;
  const squareX = boxBlur(product(x, x), RADIUS).data;
  const squareY = boxBlur(product(y, y), RADIUS).data;
  const cross = boxBlur(product(x, y), RADIUS).data;
  let sum = 0;
  for (let i = 0; i < meanX.length; i++) {
    const mx = meanX[i]!;
    const my = meanY[i]!;
    const vx = Math.max(0, squareX[i]! - mx * mx);
    const vy = Math.max(0, squareY[i]! - my * my);
    sum +=
      ((2 * mx * my + C1) * (2 * (cross[i]! - mx * my) + C2)) / ((mx * mx + my * my + C1) * (vx + vy + C2));
  }
  return sum / meanX.length;
}

function product(a: Plane, b: Plane): Plane {
  const out = emptyPlane(a.width, a.height);
  for (let i = 0; i < out.data.length; i++) out.data[i] = a.data[i]! * b.data[i]!;
  return out;
}
