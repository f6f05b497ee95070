import { apply3, invert3, multiply3, type Vector3 } from './matrix.ts';
import type { Matrix3 } from './space.ts';

/** XYZ → cone-like responses in which the adaptation scales each channel by itself. */
export const CONE_MATRICES = {
  /** Lam 1985, as ICC.1 Annex E gives it. */
  // biome-ignore format: one row per line
  bradford: [
     0.8951,  0.2664, -0.1614,
    -0.7502,  1.7135,  0.0367,
     0.0389, -0.0685,  1.0296,
  ],
  /** Li et al. 2017, "Comprehensive color solutions: CAM16, CAT16 and CAM16-UCS". */
  // biome-ignore format: one row per line
  cat16: [
     0.401288, 0.650173, -0.051461,
    -0.250268, 1.204414,  0.045854,
    -0.002079, 0.048952,  0.953127,
  ],
} as const satisfies Record<string, Matrix3>;

/** XYZ under white `from` → XYZ that looks the same under white `to`; both whites as XYZ with Y = 1. */
export function adaptationMatrix(
  from: Readonly<Vector3>,
  to: Readonly<Vector3>,
  method: keyof typeof CONE_MATRICES = 'bradford',
): Matrix3 {
  const cone = CONE_MATRICES[method];
  const source = apply3(cone, from);
  const target = apply3(cone, to);
  // biome-ignore format: one row per line
  const gains: Matrix3 = [
    target[0] / source[0], 0, 0,
    0, target[1] / source[1], 0,
    0, 0, target[2] / source[2],
  ];
  return multiply3(invert3(cone), multiply3(gains, cone));
}
