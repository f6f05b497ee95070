import type { Plane } from '#image/raster.ts';

/**
 * One row of a reduced plane at full width, by bilinear interpolation between the centres of its pixels.
 *
 * @param scaleX source pixels per plane pixel, across and down
 */
export function upsampleRow(
  plane: Plane,
  y: number,
  width: number,
  scaleX: number,
  scaleY: number,
  out: Float32Array,
): void {
  const { data } = plane;
  const v = clampPosition((y + 0.5) / scaleY - 0.5, plane.height - 1);
  const top = Math.floor(v);
  const fy = v - top;
  const upper = top * plane.width;
  const lower = Math.min(top + 1, plane.height - 1) * plane.width;
  const last = plane.width - 1;
  for (let x = 0; x < width; x++) {
    const u = clampPosition((x + 0.5) / scaleX - 0.5, last);
    const left = u | 0;
    const right = left < last ? left + 1 : last;
    const fx = u - left;
    const a = data[upper + left]! + (data[upper + right]! - data[upper + left]!) * fx;
    const b = data[lower + left]! + (data[lower + right]! - data[lower + left]!) * fx;
    out[x] = a + (b - a) * fy;
  }
}

function clampPosition(position: number, last: number): number {
  return position < 0 ? 0 : Math.min(position, last);
}
