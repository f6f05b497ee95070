import { labResponse } from '#color/lab.ts';
import { decodeTableFor } from '#color/transfer.ts';
import { PCS_WHITE } from '#color/white.ts';
import type { LabImage, Raster } from './raster.ts';

/** Table of the L*a*b* response over 0…1; interpolated, within 0.001 ΔE of the exact function. */
const STEPS = 4096;
const RESPONSE = Float32Array.from({ length: STEPS + 2 }, (_, i) => labResponse(i / STEPS));

/** L*a*b* (D50) of every pixel. */
export function toLab(raster: Raster): LabImage {
  const { width, height, data, space } = raster;
  const m = space.toXyzD50;
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const [xr, xg, xb] = [
    (m[0] / PCS_WHITE[0]) * STEPS,
    (m[1] / PCS_WHITE[0]) * STEPS,
    (m[2] / PCS_WHITE[0]) * STEPS,
  ];
  const [yr, yg, yb] = [m[3] * STEPS, m[4] * STEPS, m[5] * STEPS];
  const [zr, zg, zb] = [
    (m[6] / PCS_WHITE[2]) * STEPS,
    (m[7] / PCS_WHITE[2]) * STEPS,
    (m[8] / PCS_WHITE[2]) * STEPS,
  ];

  const out = new Float32Array(width * height * 3);
  for (let i = 0; i < out.length; i += 3) {
    const r = red[data[i]!]!;
    const g = green[data[i + 1]!]!;
    const b = blue[data[i + 2]!]!;
    const fx = response(r * xr + g * xg + b * xb);
    const fy = response(r * yr + g * yg + b * yb);
    const fz = response(r * zr + g * zg + b * zb);
    out[i] = 116 * fy - 16;
    out[i + 1] = 500 * (fx - fy);
    out[i + 2] = 200 * (fy - fz);
  }
  return { width, height, data: out };
}

/** `position` in table steps. Just outside of 0…1 (rounding of profiles) the exact function answers. */
function response(position: number): number {
  if (!(position >= 0 && position < STEPS)) return labResponse(position / STEPS);
  const index = position | 0;
  const low = RESPONSE[index]!;
  return low + (RESPONSE[index + 1]! - low) * (position - index);
}
