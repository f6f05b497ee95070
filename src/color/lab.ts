import type { Vector3 } from './matrix.ts';
import { PCS_WHITE } from './white.ts';

/** CIE 15:2004 §8.2.1 with the exact rationals of CIE's 2004 correction: (6/29)³ and its slope. */
export const LAB_EPSILON = 216 / 24389;
export const LAB_KAPPA = 24389 / 27;

/** The cube-root-like response of L*a*b*; linear near black, also below it. */
export function labResponse(t: number): number {
  return t > LAB_EPSILON ? Math.cbrt(t) : (LAB_KAPPA * t + 16) / 116;
}

/** XYZ relative to D50 (white Y = 1) → L*a*b*. */
export function xyzToLab(xyz: Readonly<Vector3>, out: Vector3 = [0, 0, 0]): Vector3 {
  const fx = labResponse(xyz[0] / PCS_WHITE[0]);
  const fy = labResponse(xyz[1]);
  const fz = labResponse(xyz[2] / PCS_WHITE[2]);
  out[0] = 116 * fy - 16;
  out[1] = 500 * (fx - fy);
  out[2] = 200 * (fy - fz);
  return out;
}

/** L*a*b* → XYZ relative to D50; inverse of `xyzToLab`. */
export function labToXyz(lab: Readonly<Vector3>, out: Vector3 = [0, 0, 0]): Vector3 {
  const fy = (lab[0] + 16) / 116;
  const fx = fy + lab[1] / 500;
  const fz = fy - lab[2] / 200;
  out[0] = PCS_WHITE[0] * inverseResponse(fx);
  out[1] = inverseResponse(fy);
  out[2] = PCS_WHITE[2] * inverseResponse(fz);
  return out;
}

function inverseResponse(f: number): number {
  return f > 6 / 29 ? f * f * f : (116 * f - 16) / LAB_KAPPA;
}
