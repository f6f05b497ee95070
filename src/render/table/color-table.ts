/** A function of coded colour at the nodes of a cube, coded 0…1 on both sides (results may lie beyond). */
export interface ColorTable {
  readonly size: number;
  /** Node (r, g, b) at 3 · (r · size² + g · size + b). */
  readonly data: Float32Array;
}

/** Nodes per edge: 33 keeps the mean error below a quarter of an 8-bit level on the whole chain. */
const SIZE = 33;
/** Pixels from which building a table pays: a few times its nodes. */
export const TABLE_PIXELS = 2.5 * SIZE ** 3;

/** Runs `develop` (in place, coded to coded) on the nodes. */
export function buildTable(develop: (samples: Float32Array, count: number) => void): ColorTable {
  const size = SIZE;
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

/** Cell and place in it of every 8-bit code along an axis of `SIZE` nodes. */
const CELLS = new Int32Array(256);
const FRACTIONS = new Float32Array(256);
for (let code = 0; code < 256; code++) {
  const position = (code / 255) * (SIZE - 1);
  CELLS[code] = Math.min(SIZE - 2, Math.floor(position));
  FRACTIONS[code] = position - CELLS[code]!;
}

/**
 * `applyTable` from 8-bit codes to 8-bit codes in one pass, for `count` pixels of `codes` from sample `start` on
 * (the clamped array rounds).
 */
export function applyTableToCodes(
  table: ColorTable,
  codes: Uint8Array,
  start: number,
  count: number,
  out: Uint8Array,
): void {
  const { data } = table;
  const strideR = SIZE * SIZE * 3;
  const strideG = SIZE * 3;
  const clamped = new Uint8ClampedArray(out.buffer, out.byteOffset, out.length);
  for (let p = 0, q = start; p < count * 3; p += 3, q += 3) {
    const r = codes[q]!;
    const g = codes[q + 1]!;
    const b = codes[q + 2]!;
    const base = CELLS[r]! * strideR + CELLS[g]! * strideG + CELLS[b]! * 3;
    const fr = FRACTIONS[r]!;
    const fg = FRACTIONS[g]!;
    const fb = FRACTIONS[b]!;
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
