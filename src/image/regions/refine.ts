import { invert3 } from '#color/matrix.ts';
import type { Matrix3 } from '#color/space.ts';
import { boxBlur, emptyPlane } from '../box-blur.ts';
import type { Plane } from '../raster.ts';
import type { Scene } from './scene.ts';

/** Window of the guided filter, cells. */
const RADIUS = 4;

/** Variance of the guide (mask inside 1, outside 0) that counts as flat. */
const EPSILON = 0.01;

/**
 * A mask in cells, 0…1, brought to the picture's size with its border on the picture's edges: a guided filter (He & Sun
 * 2015, "Fast Guided Filter": coefficients from cells, applied to pixels) whose guide is the mixture of L*, a*, b*
 * that best tells inside from outside (Fisher's linear discriminant), so that an edge in colour alone is followed too.
 */
export function refineMask(scene: Scene, mask: Float32Array): Plane {
  const { width, height, lab } = scene;
  const direction = discriminant(scene, mask);
  const out = emptyPlane(lab.width, lab.height);
  if (direction === null) {
    out.data.fill(mask[0] ?? 0);
    return out;
  }
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
  const meanGuide = boxBlur(guide, RADIUS).data;
  const meanMask = boxBlur({ width, height, data: mask }, RADIUS).data;
  const meanSquare = boxBlur(squares, RADIUS).data;
  const meanProduct = boxBlur(products, RADIUS).data;
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
  applyCoefficients(scene, slope.data, base.data, direction, out);
  return out;
}

/** Coefficients are interpolated between cell centres, bilinear. */
function applyCoefficients(
  { width, height, cell, lab }: Scene,
  slope: Float32Array,
  base: Float32Array,
  [wL, wa, wb, offset]: Direction,
  out: Plane,
): void {
  const rowSlope = new Float32Array(width + 1);
  const rowBase = new Float32Array(width + 1);
  for (let y = 0; y < lab.height; y++) {
    const cy = Math.min(height - 1, Math.max(0, (y + 0.5) / cell - 0.5));
    const upper = Math.floor(cy) * width;
    const lower = Math.min(height - 1, Math.floor(cy) + 1) * width;
    const fy = cy - Math.floor(cy);
    for (let x = 0; x < width; x++) {
      rowSlope[x] = slope[upper + x]! + (slope[lower + x]! - slope[upper + x]!) * fy;
      rowBase[x] = base[upper + x]! + (base[lower + x]! - base[upper + x]!) * fy;
    }
    rowSlope[width] = rowSlope[width - 1]!;
    rowBase[width] = rowBase[width - 1]!;
    for (let x = 0; x < lab.width; x++) {
      const cx = Math.min(width - 1, Math.max(0, (x + 0.5) / cell - 0.5));
      const column = cx | 0;
      const fx = cx - column;
      const i = y * lab.width + x;
      const g = limit(lab.data[i * 3]! * wL + lab.data[i * 3 + 1]! * wa + lab.data[i * 3 + 2]! * wb + offset);
      const k = rowSlope[column]! + (rowSlope[column + 1]! - rowSlope[column]!) * fx;
      const c = rowBase[column]! + (rowBase[column + 1]! - rowBase[column]!) * fx;
      // Stretched by a fifth: the filter leaves a faint rest far from the border.
      const value = (k * g + c - 0.1) * 1.25;
      out.data[i] = value < 0 ? 0 : value > 1 ? 1 : value;
    }
  }
}

/** A stray highlight must not bend the fit around it. */
function limit(guide: number): number {
  return guide < -1 ? -1 : guide > 2 ? 2 : guide;
}

/** Weights of L*, a*, b* and an offset: 1 at the mean colour inside, 0 at the mean colour outside. */
type Direction = readonly [number, number, number, number];

/** Null when the mask is all or nothing and there is no border to find. */
function discriminant(scene: Scene, mask: Float32Array): Direction | null {
  const { L, a, b } = scene;
  const inside = [0, 0, 0, 0];
  const outside = [0, 0, 0, 0];
  // Second moments of all cells minus those of the means are the spread within.
  const moments = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < mask.length; i++) {
    const w = mask[i]!;
    const [x, y, z] = [L[i]!, a[i]!, b[i]!];
    inside[0]! += x * w;
    inside[1]! += y * w;
    inside[2]! += z * w;
    inside[3]! += w;
    outside[0]! += x * (1 - w);
    outside[1]! += y * (1 - w);
    outside[2]! += z * (1 - w);
    outside[3]! += 1 - w;
    moments[0]! += x * x;
    moments[1]! += x * y;
    moments[2]! += x * z;
    moments[3]! += y * y;
    moments[4]! += y * z;
    moments[5]! += z * z;
  }
  const [nIn, nOut] = [inside[3]!, outside[3]!];
  if (nIn < 0.5 || nOut < 0.5) return null;
  const p = inside.map((v) => v / nIn);
  const q = outside.map((v) => v / nOut);
  const n = nIn + nOut;
  const within = (k: number, i: number, j: number) =>
    (moments[k]! - nIn * p[i]! * p[j]! - nOut * q[i]! * q[j]!) / n;
  // A unit of noise on the diagonal keeps it invertible and keeps nearly grey pictures from amplifying chroma.
  const spread: Matrix3 = [
    within(0, 0, 0) + 4,
    within(1, 0, 1),
    within(2, 0, 2),
    within(1, 0, 1),
    within(3, 1, 1) + 4,
    within(4, 1, 2),
    within(2, 0, 2),
    within(4, 1, 2),
    within(5, 2, 2) + 4,
  ];
  const inverse = invert3(spread);
  const d = [p[0]! - q[0]!, p[1]! - q[1]!, p[2]! - q[2]!];
  const w = [0, 3, 6].map((r) => inverse[r]! * d[0]! + inverse[r + 1]! * d[1]! + inverse[r + 2]! * d[2]!);
  const gap = w[0]! * d[0]! + w[1]! * d[1]! + w[2]! * d[2]!;
  if (!(gap > 1e-9)) return null;
  const [wL, wa, wb] = [w[0]! / gap, w[1]! / gap, w[2]! / gap];
  return [wL, wa, wb, -(q[0]! * wL + q[1]! * wa + q[2]! * wb)];
}
