import { apply3, invert3, multiply3, type Vector3 } from '#color/matrix.ts';
import type { Matrix3 } from '#color/space.ts';
import { kelvinTintToXy } from '#color/temperature.ts';
import { xyToXyz } from '#color/white.ts';
import type { WhitePoint } from './renderer.ts';
import { WORKING_FROM_XYZ, WORKING_TO_XYZ } from './working-space.ts';

/**
 * Responses in which white balance scales each channel by itself: near Bradford's, fitted to Camera Raw 18.6 renders
 * at 3200 K, 8000 K and tint +30 of a chart shot with an invented camera (real cameras differ about as much).
 */
// biome-ignore format: one row per line
const RESPONSES: Matrix3 = [
   1.2594, -0.0313, -0.2281,
  -0.6411,  1.6316,  0.0095,
   0.0192, -0.0196,  1.0004,
];

/**
 * Matrix on linear working samples for a picture taken under `from` that was balanced for `to`. The middle response
 * (green) of white keeps its level, as a camera's multipliers do.
 */
export function balanceMatrix(from: WhitePoint, to: WhitePoint): Matrix3 {
  const a = apply3(RESPONSES, whiteXyz(from));
  const b = apply3(RESPONSES, whiteXyz(to));
  const gains: Matrix3 = [b[0] / a[0], 0, 0, 0, b[1] / a[1], 0, 0, 0, b[2] / a[2]];
  const inXyz = multiply3(invert3(RESPONSES), multiply3(gains, RESPONSES));
  const matrix = multiply3(WORKING_FROM_XYZ, multiply3(inXyz, WORKING_TO_XYZ));
  const green = matrix[3] + matrix[4] + matrix[5];
  return matrix.map((value) => value / green) as unknown as Matrix3;
}

function whiteXyz(white: WhitePoint): Vector3 {
  return xyToXyz(kelvinTintToXy(white.kelvin, white.tint));
}
