import type { Plane } from './raster.ts';
import { runNow, type Steps } from './steps.ts';

/**
 * Mean over the square of `radius` px around each pixel, cut at the border (means there are over fewer pixels).
 * O(1) per pixel whatever the radius. `out` may be `plane` itself.
 */
export function boxBlur(plane: Plane, radius: number, out?: Plane): Plane {
  return runNow(boxBlurSteps(plane, radius, out));
}

/** Values that are averaged in a piece of work. */
const PIECE = 1 << 16;

/** The same in pieces. */
export function* boxBlurSteps(
  plane: Plane,
  radius: number,
  out: Plane = emptyPlane(plane.width, plane.height),
): Steps<Plane> {
  const { width, height } = plane;
  const r = Math.max(0, Math.round(radius));
  if (r === 0) {
    if (out !== plane) out.data.set(plane.data);
    return out;
  }
  const rows = new Float32Array(width * height);
  const few = Math.max(1, Math.floor(PIECE / width));
  for (let top = 0; top < height; top += few) {
    blurRows(plane.data, rows, width, top, Math.min(height, top + few), r);
    if (height > few) yield;
  }
  const sums = new Float64Array(width);
  for (let y = 0; y < Math.min(r, height); y++) addRow(sums, rows, y * width, 1);
  for (let top = 0; top < height; top += few) {
    blurColumns(rows, out.data, sums, height, top, Math.min(height, top + few), r);
    if (height > few) yield;
  }
  return out;
}

/** A plane of zeros. */
export function emptyPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

/** Rows `top … end − 1`. */
function blurRows(
  source: Float32Array,
  target: Float32Array,
  width: number,
  top: number,
  end: number,
  r: number,
): void {
  const scales = new Float64Array(width);
  for (let x = 0; x < width; x++) scales[x] = 1 / coverAt(x, width, r);
  // Columns x whose window neither gains nor loses a pixel at the border.
  const first = Math.min(width, r + 1);
  const last = Math.max(first, width - r);
  for (let y = top; y < end; y++) {
    const start = y * width;
    let sum = 0;
    for (let x = 0; x < Math.min(r, width); x++) sum += source[start + x]!;
    for (let x = 0; x < first; x++) {
      if (x + r < width) sum += source[start + x + r]!;
      target[start + x] = sum * scales[x]!;
    }
    const inner = 1 / (2 * r + 1);
    for (let i = start + first, edge = start + last; i < edge; i++) {
      sum += source[i + r]! - source[i - r - 1]!;
      target[i] = sum * inner;
    }
    for (let x = last; x < width; x++) {
      sum -= source[start + x - r - 1]!;
      target[start + x] = sum * scales[x]!;
    }
  }
}

/** Rows `top … end − 1` of all columns at once, row by row: memory is read in its order. `sums` are those of row `top`. */
function blurColumns(
  source: Float32Array,
  target: Float32Array,
  sums: Float64Array,
  height: number,
  top: number,
  end: number,
  r: number,
): void {
  const width = sums.length;
  for (let y = top; y < end; y++) {
    const scale = 1 / coverAt(y, height, r);
    const start = y * width;
    if (y + r < height && y - r > 0) {
      const ahead = (y + r) * width;
      const behind = (y - r - 1) * width;
      for (let x = 0; x < width; x++) {
        const sum = sums[x]! + source[ahead + x]! - source[behind + x]!;
        sums[x] = sum;
        target[start + x] = sum * scale;
      }
      continue;
    }
    if (y + r < height) addRow(sums, source, (y + r) * width, 1);
    if (y - r > 0) addRow(sums, source, (y - r - 1) * width, -1);
    for (let x = 0; x < width; x++) target[start + x] = sums[x]! * scale;
  }
}

/** Pixels of a window of `r` around place `at` of a line that lie on the line. */
function coverAt(at: number, length: number, r: number): number {
  return Math.min(length - 1, at + r) - Math.max(0, at - r) + 1;
}

function addRow(sums: Float64Array, source: Float32Array, start: number, sign: number): void {
  for (let x = 0; x < sums.length; x++) sums[x]! += source[start + x]! * sign;
}
