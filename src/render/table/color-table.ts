import type { Raster } from '#image/raster.ts';

/** A function of coded colour at the nodes of a cube, coded 0…1 on both sides (results may lie beyond). */
export interface ColorTable {
  readonly size: number;
  /** Node (r, g, b) at 3 · (r · size² + g · size + b). */
  readonly data: Float32Array;
}

/**
 * Nodes per edge by the picture's pixels. Mean and largest error against the exact chain, 8-bit levels, on strong edits:
 * MEASURED. Building costs size³ pixels of the exact chain, so small pictures get small tables.
 */
export function tableSize(pixels: number): number {
  return pixels < 3e5 ? 17 : pixels < 4e6 ? 33 : 49;
}

/** Whether the picture's part to be developed is large enough for a table to pay. */
export function tablePays(size: number, pixels: number): boolean {
  return pixels > 1.3 * size ** 3;
}

/** Runs `develop` (in place, coded to coded) on the nodes. */
export function buildTable(
  size: number,
  develop: (samples: Float32Array, count: number) => void,
): ColorTable {
  const data = new Float32Array(size ** 3 * 3);
  const step = 1 / (size - 1);
  let p = 0;
  for (let r = 0; r < size; r++)
    for (let g = 0; g < size; g++)
      for (let b = 0; b < size; b++) {
        data[p++] = r * step;
        data[p++] = g * step;
        data[p++] = b * step;
      }
  develop(data, size ** 3);
  return { size, data };
}

/**
 * Tetrahedral interpolation (Kasson et al. 1995) of coded samples 0…1, in place, clipped to 0…1. The cell is cut into
 * six tetrahedra along its grey diagonal, so that greys are interpolated between greys.
 */
export function applyTable(table: ColorTable, samples: Float32Array, count: number): void {
  const { size, data } = table;
  const top = size - 1;
  const strideR = size * size * 3;
  const strideG = size * 3;
  for (let p = 0; p < count * 3; p += 3) {
    const r = samples[p]! * top;
    const g = samples[p + 1]! * top;
    const b = samples[p + 2]! * top;
    const ri = r >= top ? top - 1 : r | 0;
    const gi = g >= top ? top - 1 : g | 0;
    const bi = b >= top ? top - 1 : b | 0;
    const fr = r - ri;
    const fg = g - gi;
    const fb = b - bi;
    const base = ri * strideR + gi * strideG + bi * 3;
    // Walk from the low corner to the high one along the axes in falling order of their fractions.
    let first: number;
    let second: number;
    let high: number;
    let middle: number;
    let low: number;
    if (fr >= fg) {
      if (fg >= fb) {
        first = strideR;
        second = strideR + strideG;
        high = fr;
        middle = fg;
        low = fb;
      } else if (fr >= fb) {
        first = strideR;
        second = strideR + 3;
        high = fr;
        middle = fb;
        low = fg;
      } else {
        first = 3;
        second = strideR + 3;
        high = fb;
        middle = fr;
        low = fg;
      }
    } else if (fr >= fb) {
      first = strideG;
      second = strideR + strideG;
      high = fg;
      middle = fr;
      low = fb;
    } else if (fg >= fb) {
      first = strideG;
      second = strideG + 3;
      high = fg;
      middle = fb;
      low = fr;
    } else {
      first = 3;
      second = strideG + 3;
      high = fb;
      middle = fg;
      low = fr;
    }
    const last = base + strideR + strideG + 3;
    first += base;
    second += base;
    const w0 = 1 - high;
    const w1 = high - middle;
    const w2 = middle - low;
    const red = data[base]! * w0 + data[first]! * w1 + data[second]! * w2 + data[last]! * low;
    const green =
      data[base + 1]! * w0 + data[first + 1]! * w1 + data[second + 1]! * w2 + data[last + 1]! * low;
    const blue =
      data[base + 2]! * w0 + data[first + 2]! * w1 + data[second + 2]! * w2 + data[last + 2]! * low;
    samples[p] = red > 0 ? Math.min(red, 1) : 0;
    samples[p + 1] = green > 0 ? Math.min(green, 1) : 0;
    samples[p + 2] = blue > 0 ? Math.min(blue, 1) : 0;
  }
}

interface Places {
  /** Cell of every 8-bit code along an axis, and the way to the next node. */
  readonly cells: Int32Array;
  readonly fractions: Float32Array;
}

const places = new Map<number, Places>();

function placesOf(size: number): Places {
  let own = places.get(size);
  if (!own) {
    own = { cells: new Int32Array(256), fractions: new Float32Array(256) };
    for (let code = 0; code < 256; code++) {
      const position = (code / 255) * (size - 1);
      own.cells[code] = Math.min(size - 2, Math.floor(position));
      own.fractions[code] = position - own.cells[code]!;
    }
    places.set(size, own);
  }
  return own;
}

/**
 * `applyTable` from 8-bit codes to 8-bit codes in one pass, for `count` pixels of `codes` from sample `start` on
 * (the clamped array rounds).
 */
export function applyTableToCodes(
  table: ColorTable,
  codes: Raster['data'],
  start: number,
  count: number,
  out: Raster['data'],
): void {
  const { data, size } = table;
  const { cells, fractions } = placesOf(size);
  const strideR = size * size * 3;
  const strideG = size * 3;
  const clamped = new Uint8ClampedArray(out.buffer, out.byteOffset, out.length);
  for (let p = 0, q = start; p < count * 3; p += 3, q += 3) {
    const r = codes[q]!;
    const g = codes[q + 1]!;
    const b = codes[q + 2]!;
    const base = cells[r]! * strideR + cells[g]! * strideG + cells[b]! * 3;
    const fr = fractions[r]!;
    const fg = fractions[g]!;
    const fb = fractions[b]!;
    let first = base;
    let second = base;
    let high = fr;
    let middle = fg;
    let low = fb;
    if (fr >= fg) {
      if (fg >= fb) {
        first += strideR;
        second += strideR + strideG;
      } else if (fr >= fb) {
        first += strideR;
        second += strideR + 3;
        middle = fb;
        low = fg;
      } else {
        first += 3;
        second += strideR + 3;
        high = fb;
        middle = fr;
        low = fg;
      }
    } else if (fr >= fb) {
      first += strideG;
      second += strideR + strideG;
      high = fg;
      middle = fr;
    } else if (fg >= fb) {
      first += strideG;
      second += strideG + 3;
      high = fg;
      middle = fb;
      low = fr;
    } else {
      first += 3;
      second += strideG + 3;
      high = fb;
      middle = fg;
      low = fr;
    }
    const last = base + strideR + strideG + 3;
    const w0 = (1 - high) * 255;
    const w1 = (high - middle) * 255;
    const w2 = (middle - low) * 255;
    const w3 = low * 255;
    clamped[p] = data[base]! * w0 + data[first]! * w1 + data[second]! * w2 + data[last]! * w3;
    clamped[p + 1] =
      data[base + 1]! * w0 + data[first + 1]! * w1 + data[second + 1]! * w2 + data[last + 1]! * w3;
    clamped[p + 2] =
      data[base + 2]! * w0 + data[first + 2]! * w1 + data[second + 2]! * w2 + data[last + 2]! * w3;
  }
}
