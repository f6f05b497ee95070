import { boxBlur, emptyPlane } from '../box-blur.ts';
import type { Plane } from '../raster.ts';
import type { Steps } from '../steps.ts';
import { discriminant } from './discriminant.ts';
import { enlarge } from './enlarge.ts';
import type { Scene } from './scene.ts';

/** Window of the guided filter, cells. */
const RADIUS = 4;

/** Variance of the guide (mask inside 1, outside 0) that counts as flat. */
const EPSILON = 0.01;

/** A slope that changes nothing visible. */
const FLAT = 1e-4;

/**
 * A mask in cells, 0…1, brought to the picture's size with its border on the picture's edges: a guided filter (He & Sun
 * 2015, "Fast Guided Filter": coefficients from cells, applied to pixels) whose guide is the mixture of L*, a*, b*
 * that best tells inside from outside (Fisher's linear discriminant), so that an edge in colour alone is followed too.
 */
export function* refineMask(scene: Scene, mask: Float32Array): Steps<Plane> {
  const { width, height, lab } = scene;
  const direction = discriminant(scene, mask);
  yield;
  if (direction === null) return yield* enlarge(scene, mask);
  const [wL, wa, wb, offset] = direction;
  const count = width * height;
  const guide = emptyPlane(width, height);
  const squares = emptyPlane(width, height);
  const products = emptyPlane(width, height);
  for (let i = 0; i < count; i++) {
    const g = limit(scene.L[i]! * wL + scene.a[i]! * wa + scene.b[i]! * wb + offset);
    guide.data[i] = g;
    squares.data[i] = g * g;
    products.data[i] = g * mask[i]!;
  }
  yield;
  const meanGuide = boxBlur(guide, RADIUS).data;
  yield;
  const meanMask = boxBlur({ width, height, data: mask }, RADIUS).data;
  const meanSquare = boxBlur(squares, RADIUS).data;
  const meanProduct = boxBlur(products, RADIUS).data;
  yield;
  const slope = guide;
  const base = squares;
  for (let i = 0; i < count; i++) {
    const variance = Math.max(0, meanSquare[i]! - meanGuide[i]! ** 2);
    const k = (meanProduct[i]! - meanGuide[i]! * meanMask[i]!) / (variance + EPSILON);
    slope.data[i] = k;
    base.data[i] = meanMask[i]! - k * meanGuide[i]!;
  }
  boxBlur(slope, RADIUS - 1, slope);
  boxBlur(base, RADIUS - 1, base);
  yield;

  const k = (yield* enlarge(scene, slope.data)).data;
  yield;
  const out = yield* enlarge(scene, base.data);
  yield;
  for (let i = 0, j = 0; i < k.length; i++, j += 3) {
    let value = out.data[i]!;
    // Away from the border the slope is nil, and most of a picture is away from it.
    if (Math.abs(k[i]!) > FLAT) {
      value += k[i]! * limit(lab.data[j]! * wL + lab.data[j + 1]! * wa + lab.data[j + 2]! * wb + offset);
    }
    // Stretched by a fourth: the filter leaves a faint rest far from the border.
    value = (value - 0.1) * 1.25;
    if (value < 0) value = 0;
    else if (value > 1) value = 1;
    out.data[i] = value;
  }
  return out;
}

/** A stray highlight must not bend the fit around it. */
function limit(guide: number): number {
  if (guide > 2) return 2;
  return Math.max(-1, guide);
}
