import { invert3, multiply3 } from '#color/matrix.ts';
import type { Matrix3, RgbSpace } from '#color/space.ts';
import { PROPHOTO } from '#color/spaces.ts';

/** The working space: linear ProPhoto (ROMM RGB) primaries, white D50. */
export const WORKING_TO_XYZ: Matrix3 = PROPHOTO.toXyzD50;
export const WORKING_FROM_XYZ: Matrix3 = PROPHOTO.fromXyzD50;

/** Relative luminance of linear working samples (second row of the matrix to XYZ, ISO 22028-2). */
export const LUMINANCE = [0.28804, 0.711874, 0.000086] as const;

/** Rows scaled to sum 1, so that equal channels stay exactly equal. */
function keepGrey(m: Matrix3): Matrix3 {
  const out = [...m];
  for (let row = 0; row < 9; row += 3) {
    const sum = out[row]! + out[row + 1]! + out[row + 2]!;
    for (let column = 0; column < 3; column++) out[row + column]! /= sum;
  }
  return out as unknown as Matrix3;
}

export function spaceToWorking(space: RgbSpace): Matrix3 {
  return keepGrey(multiply3(WORKING_FROM_XYZ, space.toXyzD50));
}

/** Exact inverse of `spaceToWorking`. */
export function workingToSpace(space: RgbSpace): Matrix3 {
  return keepGrey(invert3(spaceToWorking(space)));
}

export function applyMatrix(m: Matrix3, samples: Float32Array, count: number): void {
  const [a, b, c, d, e, f, g, h, i] = m;
  for (let p = 0; p < count * 3; p += 3) {
    const x = samples[p]!;
    const y = samples[p + 1]!;
    const z = samples[p + 2]!;
    samples[p] = a * x + b * y + c * z;
    samples[p + 1] = d * x + e * y + f * z;
    samples[p + 2] = g * x + h * y + i * z;
  }
}
