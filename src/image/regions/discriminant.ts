import { invert3 } from '#color/matrix.ts';
import type { Matrix3 } from '#color/space.ts';
import type { Scene } from './scene.ts';

/** Weights of L*, a*, b* and an offset: 1 at the mean colour inside, 0 at the mean colour outside. */
export type Direction = readonly [number, number, number, number];

/**
 * Fisher's linear discriminant of the colours inside and outside of a mask.
 *
 * @returns null when the mask is all or nothing and there is no border to find.
 */
export function discriminant(scene: Scene, mask: Float32Array): Direction | null {
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
  // Two units of noise on the diagonal keep it invertible, and keep nearly grey pictures from amplifying chroma.
  // biome-ignore format: one row per line
  const spread: Matrix3 = [
    within(0, 0, 0) + 4, within(1, 0, 1), within(2, 0, 2),
    within(1, 0, 1), within(3, 1, 1) + 4, within(4, 1, 2),
    within(2, 0, 2), within(4, 1, 2), within(5, 2, 2) + 4,
  ];
  const inverse = invert3(spread);
  const d = [p[0]! - q[0]!, p[1]! - q[1]!, p[2]! - q[2]!];
  const w = [0, 3, 6].map((r) => inverse[r]! * d[0]! + inverse[r + 1]! * d[1]! + inverse[r + 2]! * d[2]!);
  const gap = w[0]! * d[0]! + w[1]! * d[1]! + w[2]! * d[2]!;
  if (!(gap > 1e-9)) return null;
  const [wL, wa, wb] = [w[0]! / gap, w[1]! / gap, w[2]! / gap];
  return [wL, wa, wb, -(q[0]! * wL + q[1]! * wa + q[2]! * wb)];
}
