import type { Plane } from './raster.ts';

/**
 * Mean over the square of `radius` px around each pixel, cut at the border (means there are over fewer pixels).
 * O(1) per pixel whatever the radius. `out` may be `plane` itself.
 */
export function boxBlur(
  plane: Plane,
  radius: number,
  out: Plane = emptyPlane(plane.width, plane.height),
): Plane {
  const { width, height } = plane;
  const r = Math.max(0, Math.round(radius));
  if (r === 0) {
    if (out !== plane) out.data.set(plane.data);
    return out;
  }
  const rows = new Float32Array(width * height);
  blurRows(plane.data, rows, width, height, r);
  blurColumns(rows, out.data, width, height, r);
  return out;
}

/** A plane of zeros. */
export function emptyPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

function blurRows(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  r: number,
): void {
  for (let y = 0; y < height; y++) {
    const start = y * width;
    let sum = 0;
    for (let x = 0; x < Math.min(r, width); x++) sum += source[start + x]!;
    for (let x = 0; x < width; x++) {
      if (x + r < width) sum += source[start + x + r]!;
      if (x - r > 0) sum -= source[start + x - r - 1]!;
      target[start + x] = sum / (Math.min(width - 1, x + r) - Math.max(0, x - r) + 1);
    }
  }
}

/** All columns at once, row by row: memory is read in its order. */
function blurColumns(
  source: Float32Array,
  target: Float32Array,
  width: number,
  height: number,
  r: number,
): void {
  const sums = new Float64Array(width);
  for (let y = 0; y < Math.min(r, height); y++) addRow(sums, source, y * width, 1);
  for (let y = 0; y < height; y++) {
    if (y + r < height) addRow(sums, source, (y + r) * width, 1);
    if (y - r > 0) addRow(sums, source, (y - r - 1) * width, -1);
    const scale = 1 / (Math.min(height - 1, y + r) - Math.max(0, y - r) + 1);
    for (let x = 0; x < width; x++) target[y * width + x] = sums[x]! * scale;
  }
}

function addRow(sums: Float64Array, source: Float32Array, start: number, sign: number): void {
  for (let x = 0; x < sums.length; x++) sums[x]! += source[start + x]! * sign;
}
