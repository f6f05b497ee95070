import { boxBlur, emptyPlane } from '#image/box-blur.ts';
import { lightnessPlane } from '#image/lightness.ts';
import type { LabImage, Plane } from '#image/raster.ts';
import { smoothstep } from '#render/curve.ts';

/** Neighbourhood whose drawing is compared, as a part of the long edge. */
const RADIUS = 3 / 128;
/** L* below which a neighbourhood counts as smooth, and above which it has a drawing for sure. */
const SMOOTH = 0.8;
const DRAWN = 2.5;

/**
 * How much each pixel tells of the development, 0…1. Where the drawing has changed (something was taken away, added or
 * painted anew) it tells nothing; at steep edges little, because nothing lies on each other that exactly.
 */
export function trustOf(before: LabImage, after: LabImage, inside: Float32Array): Float32Array {
  const [x, y] = [lightnessPlane(before), lightnessPlane(after)];
  const radius = Math.max(2, Math.round(RADIUS * Math.max(x.width, x.height)));
  const [meanX, meanY] = [boxBlur(x, radius), boxBlur(y, radius)];
  const spreadX = spread(x, meanX, radius);
  const spreadY = spread(y, meanY, radius);
  const cross = boxBlur(productOf(x, y), radius).data;
  const trust = new Float32Array(inside.length);
  for (let i = 0; i < trust.length; i++) {
    const [sx, sy] = [spreadX[i]!, spreadY[i]!];
    const covariance = cross[i]! - meanX.data[i]! * meanY.data[i]!;
    const correlation = covariance / Math.max(1e-6, sx * sy);
    // Smooth on both sides: there is no drawing that could have changed.
    const drawn = smoothstep(SMOOTH, DRAWN, Math.max(sx, sy));
    // Lights that clip and blacks that close lose their drawing by the development itself.
    const lost = sy < SMOOTH && (meanY.data[i]! > 97 || meanY.data[i]! < 3);
    const same = lost ? 1 : smoothstep(0.2, 0.75, correlation);
    trust[i] = inside[i]! * (1 - drawn * (1 - same)) * (1 / (1 + (steepness(x, i) / STEEP) ** 2));
  }
  return trust;
}

/** L* per px at which an edge counts half. */
const STEEP = 14;

function steepness({ data, width }: Plane, i: number): number {
  const across = (data[i + 1] ?? data[i]!) - (data[i - 1] ?? data[i]!);
  const down = (data[i + width] ?? data[i]!) - (data[i - width] ?? data[i]!);
  return Math.hypot(across, down) / 2;
}

function spread(plane: Plane, mean: Plane, radius: number): Float32Array {
  const squares = boxBlur(productOf(plane, plane), radius).data;
  return squares.map((square, i) => Math.sqrt(Math.max(0, square - mean.data[i]! ** 2)));
}

function productOf(a: Plane, b: Plane): Plane {
  const out = emptyPlane(a.width, a.height);
  for (let i = 0; i < out.data.length; i++) out.data[i] = a.data[i]! * b.data[i]!;
  return out;
}
