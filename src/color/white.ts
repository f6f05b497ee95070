import type { Vector3 } from './matrix.ts';

/** CIE 1931 x, y chromaticity. */
export type Chromaticity = readonly [number, number];

/** White of sRGB, Display P3 and Adobe RGB as their standards round it. */
export const D65: Chromaticity = [0.3127, 0.329];

/** White of ROMM RGB (ISO 22028-2). */
export const D50: Chromaticity = [0.3457, 0.3585];

/** Illuminant of the ICC profile connection space (ICC.1 §7.2.16), XYZ with Y = 1. */
export const PCS_WHITE: Readonly<Vector3> = [0.9642, 1, 0.8249];

/** XYZ with Y = 1 of a chromaticity. */
export function xyToXyz([x, y]: Chromaticity): Vector3 {
  return [x / y, 1, (1 - x - y) / y];
}
