import { adaptationMatrix } from './adaptation.ts';
import { apply3, invert3, multiply3, type Vector3 } from './matrix.ts';
import type { Matrix3 } from './space.ts';
import { D65, PCS_WHITE, xyToXyz } from './white.ts';

/** Ottosson 2020, "A perceptual color space for image processing": XYZ (D65) → cone-like LMS. */
// biome-ignore format: one row per line
const XYZ_D65_TO_LMS: Matrix3 = [
  0.8189330101, 0.3618667424, -0.1288597137,
  0.0329845436, 0.9293118715,  0.0361456387,
  0.0482003018, 0.2643662691,  0.6338517070,
];

/** Cube roots of LMS → L, a, b. */
// biome-ignore format: one row per line
export const LMS_TO_OKLAB: Matrix3 = [
  0.2104542553,  0.7936177850, -0.0040720468,
  1.9779984951, -2.4285922050,  0.4505937099,
  0.0259040371,  0.7827717662, -0.8086757660,
];

/** XYZ relative to D50 → LMS; exported so that pixel loops can fold it into an RGB matrix. */
export const XYZ_D50_TO_LMS: Matrix3 = multiply3(XYZ_D65_TO_LMS, adaptationMatrix(PCS_WHITE, xyToXyz(D65)));

export const LMS_TO_XYZ_D50: Matrix3 = invert3(XYZ_D50_TO_LMS);
export const OKLAB_TO_LMS: Matrix3 = invert3(LMS_TO_OKLAB);

/** XYZ relative to D50 (white Y = 1) → Oklab, L 0…1. */
export function xyzToOklab(xyz: Readonly<Vector3>, out: Vector3 = [0, 0, 0]): Vector3 {
  apply3(XYZ_D50_TO_LMS, xyz, out);
  out[0] = Math.cbrt(out[0]);
  out[1] = Math.cbrt(out[1]);
  out[2] = Math.cbrt(out[2]);
  return apply3(LMS_TO_OKLAB, out, out);
}

/** Oklab → XYZ relative to D50; inverse of `xyzToOklab`. */
export function oklabToXyz(oklab: Readonly<Vector3>, out: Vector3 = [0, 0, 0]): Vector3 {
  apply3(OKLAB_TO_LMS, oklab, out);
  out[0] **= 3;
  out[1] **= 3;
  out[2] **= 3;
  return apply3(LMS_TO_XYZ_D50, out, out);
}
