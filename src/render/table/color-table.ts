import type { Raster } from '#image/raster.ts';
import type { Steps } from '#image/steps.ts';

/** What stands for white in nodes of 16 bits: values −2…2 fit. */
const UNIT = 16320;

/** A function of coded colour at the nodes of a cube, coded 0…1 on both sides (results may lie beyond). */
export class ColorTable {
  readonly size: number;
  private numbers: Float32Array | undefined;
  private integers: Int16Array | undefined;

  /** From nodes as `data` or as `nodes` gives them. */
  constructor(size: number, made: Float32Array | Int16Array) {
    this.size = size;
    if (made instanceof Int16Array) this.integers = made;
    else this.numbers = made;
  }

  /** Node (r, g, b) at 3 · (r · size² + g · size + b). */
  get data(): Float32Array {
    this.numbers ??= rearranged(this.integers!, 4, new Float32Array(this.size ** 3 * 3), 3, 1 / UNIT);
    return this.numbers;
  }

  /** As the compiled kernels take it: node at 4 · (r · size² + g · size + b), UNIT = white, the fourth number unused. */
  get nodes(): Int16Array {
    this.integers ??= rearranged(this.numbers!, 3, new Int16Array(this.size ** 3 * 4), 4, UNIT);
    return this.integers;
  }
}

function rearranged<T extends Float32Array | Int16Array>(
  from: Float32Array | Int16Array,
  gap: number,
  out: T,
  outGap: number,
  scale: number,
): T {
  const whole = outGap === 4;
  for (let p = 0, q = 0; q < out.length; p += gap, q += outGap)
    for (let c = 0; c < 3; c++) {
      const value = from[p + c]! * scale;
      out[q + c] = whole ? Math.round(value) : value;
    }
  return out;
}

/**
 * Nodes per edge by the picture's pixels: building costs size³ pixels of the exact chain. Mean and largest error on
 * photographs under strong edits, 8-bit levels: 17: 0.3 and 13; 33: 0.1 and 7; 65: 0.03 and 3 (the largest where a
 * channel nears zero). Small pictures are candidates, large ones are for keeps. The kernels want 2ⁿ + 1.
 */
export function tableSize(pixels: number): number {
  if (pixels < 8e5) return 17;
  return pixels < 6e6 ? 33 : 65;
}

/** Whether the picture's part to be developed is large enough for a table to pay. */
export function tablePays(size: number, pixels: number): boolean {
  return pixels > 1.3 * size ** 3;
}

/** Nodes that are developed in a piece of work. */
const PIECE = 1 << 10;

/** Runs `develop` (in place, coded to coded) on the nodes, in pieces. */
export function* buildTable(
  size: number,
  develop: (samples: Float32Array, count: number) => void,
): Steps<ColorTable> {
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
  for (let from = 0; from < data.length; from += PIECE * 3) {
    const piece = data.subarray(from, from + PIECE * 3);
    develop(piece, piece.length / 3);
    yield;
  }
  return new ColorTable(size, data);
}

/** Steps between two nodes: fractions are whole numbers, so that they are sorted without branches. */
const PARTS = 1 << 14;

/** How a table of one size is walked. */
interface Walk {
  /** Cell of every 8-bit code along the axes, as offsets, and the way to the next node in PARTS. */
  readonly red: Int32Array;
  readonly green: Int32Array;
  readonly blue: Int32Array;
  readonly fractions: Int32Array;
  /** Offsets of the second and third corner by the order of the fractions: bits r < g, g < b, r < b. */
  readonly second: Int32Array;
  readonly third: Int32Array;
}

const walks = new Map<number, Walk>();

function walkOf(size: number): Walk {
  let walk = walks.get(size);
  if (walk) return walk;
  const strides = [size * size * 3, size * 3, 3] as const;
  const places = Array.from({ length: 256 }, (_, code) => (code / 255) * (size - 1));
  const cells = places.map((place) => Math.min(size - 2, Math.floor(place)));
  const second = new Int32Array(8);
  const third = new Int32Array(8);
  for (let order = 0; order < 8; order++) {
    const [rg, gb, rb] = [order & 1, (order >> 1) & 1, (order >> 2) & 1];
    // How many fractions are larger than each channel's.
    const ranks = [rg + rb, 1 - rg + gb, 2 - gb - rb];
    const first = strides[ranks.indexOf(0)] ?? 0;
    second[order] = first;
    third[order] = first + (strides[ranks.indexOf(1)] ?? 0);
  }
  walk = {
    red: Int32Array.from(cells, (cell) => cell * strides[0]),
    green: Int32Array.from(cells, (cell) => cell * strides[1]),
    blue: Int32Array.from(cells, (cell) => cell * strides[2]),
    fractions: Int32Array.from(cells, (cell, code) => Math.round((places[code]! - cell) * PARTS)),
    second,
    third,
  };
  walks.set(size, walk);
  return walk;
}

/**
 * Tetrahedral interpolation (Kasson et al. 1995) of coded samples 0…1, in place, clipped to 0…1. The cell is cut into
 * six tetrahedra along its grey diagonal, so that greys are interpolated between greys: from the low corner to the high
 * one along the axes in falling order of their fractions. Choosing among six branches cost 1.6 times as much on noise.
 */
export function applyTable({ size, data }: ColorTable, samples: Float32Array, count: number): void {
  const { second, third } = walkOf(size);
  const strideR = size * size * 3;
  const strideG = size * 3;
  const diagonal = strideR + strideG + 3;
  const top = (size - 1) * PARTS;
  const most = top - 1;
  for (let p = 0; p < count * 3; p += 3) {
    const r = Math.min((samples[p]! * top + 0.5) | 0, most);
    const g = Math.min((samples[p + 1]! * top + 0.5) | 0, most);
    const b = Math.min((samples[p + 2]! * top + 0.5) | 0, most);
    const base = Math.imul(r >> 14, strideR) + Math.imul(g >> 14, strideG) + Math.imul(b >> 14, 3);
    const fr = r & 16383;
    const fg = g & 16383;
    const fb = b & 16383;
    // Signs of the differences as masks: the larger and the smaller of two without a branch.
    const rg = fr - fg;
    const below = rg >> 31;
    const order = (below & 1) | (((fg - fb) >> 31) & 2) | (((fr - fb) >> 31) & 4);
    const larger = fr - (rg & below);
    const smaller = fg + (rg & below);
    const high = larger - ((larger - fb) & ((larger - fb) >> 31));
    const low = fb + ((smaller - fb) & ((smaller - fb) >> 31));
    const middle = fr + fg + fb - high - low;
    const w0 = (PARTS - high) / PARTS;
    const w1 = (high - middle) / PARTS;
    const w2 = (middle - low) / PARTS;
    const w3 = low / PARTS;
    const i = base + second[order]!;
    const j = base + third[order]!;
    const k = base + diagonal;
    const red = data[base]! * w0 + data[i]! * w1 + data[j]! * w2 + data[k]! * w3;
    const green = data[base + 1]! * w0 + data[i + 1]! * w1 + data[j + 1]! * w2 + data[k + 1]! * w3;
    const blue = data[base + 2]! * w0 + data[i + 2]! * w1 + data[j + 2]! * w2 + data[k + 2]! * w3;
    samples[p] = red > 0 ? Math.min(red, 1) : 0;
    samples[p + 1] = green > 0 ? Math.min(green, 1) : 0;
    samples[p + 2] = blue > 0 ? Math.min(blue, 1) : 0;
  }
}

/**
 * `applyTable` from 8-bit codes to 8-bit codes in one pass, for `count` pixels of `codes` from sample `start` on
 * (the clamped array rounds).
 */
export function applyTableToCodes(
  { size, data }: ColorTable,
  codes: Raster['data'],
  start: number,
  count: number,
  out: Raster['data'],
): void {
  const { red, green, blue, fractions, second, third } = walkOf(size);
  const diagonal = (size * size + size + 1) * 3;
  const scale = 255 / PARTS;
  const clamped = new Uint8ClampedArray(out.buffer, out.byteOffset, out.length);
  for (let p = 0, q = start; p < count * 3; p += 3, q += 3) {
    const r = codes[q]!;
    const g = codes[q + 1]!;
    const b = codes[q + 2]!;
    const base = red[r]! + green[g]! + blue[b]!;
    const fr = fractions[r]!;
    const fg = fractions[g]!;
    const fb = fractions[b]!;
    const rg = fr - fg;
    const below = rg >> 31;
    const order = (below & 1) | (((fg - fb) >> 31) & 2) | (((fr - fb) >> 31) & 4);
    const larger = fr - (rg & below);
    const smaller = fg + (rg & below);
    const high = larger - ((larger - fb) & ((larger - fb) >> 31));
    const low = fb + ((smaller - fb) & ((smaller - fb) >> 31));
    const middle = fr + fg + fb - high - low;
    const w0 = (PARTS - high) * scale;
    const w1 = (high - middle) * scale;
    const w2 = (middle - low) * scale;
    const w3 = low * scale;
    const i = base + second[order]!;
    const j = base + third[order]!;
    const k = base + diagonal;
    clamped[p] = data[base]! * w0 + data[i]! * w1 + data[j]! * w2 + data[k]! * w3;
    clamped[p + 1] = data[base + 1]! * w0 + data[i + 1]! * w1 + data[j + 1]! * w2 + data[k + 1]! * w3;
    clamped[p + 2] = data[base + 2]! * w0 + data[i + 2]! * w1 + data[j + 2]! * w2 + data[k + 2]! * w3;
  }
}
