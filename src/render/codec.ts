import type { Matrix3, RgbSpace } from '#color/space.ts';
import { decodeTableFor, ENCODE_STEPS, encodeTable } from '#color/transfer.ts';
import { topOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import { spaceToWorking, workingToSpace } from './working-space.ts';

interface Matrices {
  readonly toWorking: Matrix3;
  readonly fromWorking: Matrix3;
}

const cache = new WeakMap<RgbSpace, Matrices>();

function matricesOf(space: RgbSpace): Matrices {
  let matrices = cache.get(space);
  if (!matrices) {
    matrices = { toWorking: spaceToWorking(space), fromWorking: workingToSpace(space) };
    cache.set(space, matrices);
  }
  return matrices;
}

/** Codes of `count` pixels from sample `start` on → linear working samples. */
export function decodePixels(
  space: RgbSpace,
  data: Uint8Array | Uint16Array,
  start: number,
  count: number,
  out: Float32Array,
): void {
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const [a, b, c, d, e, f, g, h, i] = matricesOf(space).toWorking;
  for (let p = 0, q = start; p < count * 3; p += 3, q += 3) {
    const x = red[data[q]!]!;
    const y = green[data[q + 1]!]!;
    const z = blue[data[q + 2]!]!;
    out[p] = a * x + b * y + c * z;
    out[p + 1] = d * x + e * y + f * z;
    out[p + 2] = g * x + h * y + i * z;
  }
}

/** Row `y` of a picture as values coded 0…1. */
export function codedRow({ data, width }: Raster, y: number, out: Float32Array): void {
  const scale = 1 / topOf(data);
  const start = y * width * 3;
  for (let i = 0; i < width * 3; i++) out[i] = data[start + i]! * scale;
}

/** Linear working samples → values coded as the space does, in place; 0…1, out-of-gamut and NaN clipped. */
export function encodeSpace(space: RgbSpace, samples: Float32Array, count: number): void {
  const red = encodeTable(space, 0);
  const green = encodeTable(space, 1);
  const blue = encodeTable(space, 2);
  const [a, b, c, d, e, f, g, h, i] = matricesOf(space).fromWorking;
  for (let p = 0; p < count * 3; p += 3) {
    const x = samples[p]!;
    const y = samples[p + 1]!;
    const z = samples[p + 2]!;
    samples[p] = encodeValue(red, a * x + b * y + c * z);
    samples[p + 1] = encodeValue(green, d * x + e * y + f * z);
    samples[p + 2] = encodeValue(blue, g * x + h * y + i * z);
  }
}

/**
 * Share of its distance that a node below zero keeps: coding is steepest there, and a straight line through a node at
 * the full distance runs too low in the cell. 0.75 takes a fifth off the largest errors (0.6 and 0.8 do as well).
 */
const BELOW_ZERO = 0.75;

/** Code of linear light that may lie beyond 0…1, bounded to −1…2. */
export function extendedCode(space: RgbSpace, channel: 0 | 1 | 2, linear: number): number {
  if (!Number.isFinite(linear)) return 0;
  const coded = space.encode(linear, channel);
  return linear < 0 ? Math.max(-1, coded * BELOW_ZERO) : Math.min(2, coded);
}

/** As `encodeSpace`, without clipping: a table's nodes beyond the gamut keep their distance from it. */
export function encodeSpaceExtended(space: RgbSpace, samples: Float32Array, count: number): void {
  const tables = ([0, 1, 2] as const).map((channel) => encodeTable(space, channel));
  const [a, b, c, d, e, f, g, h, i] = matricesOf(space).fromWorking;
  const extended = (channel: 0 | 1 | 2, linear: number) =>
    linear >= 0 && linear <= 1 ? encodeValue(tables[channel]!, linear) : extendedCode(space, channel, linear);
  for (let p = 0; p < count * 3; p += 3) {
    const x = samples[p]!;
    const y = samples[p + 1]!;
    const z = samples[p + 2]!;
    samples[p] = extended(0, a * x + b * y + c * z);
    samples[p + 1] = extended(1, d * x + e * y + f * z);
    samples[p + 2] = extended(2, g * x + h * y + i * z);
  }
}

/** Coded values 0…1 → linear working samples, in place. */
export function decodeSpace(space: RgbSpace, samples: Float32Array, count: number): void {
  const tables = [0, 1, 2].map((channel) => decodeTable12(space, channel as 0 | 1 | 2)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const [a, b, c, d, e, f, g, h, i] = matricesOf(space).toWorking;
  for (let p = 0; p < count * 3; p += 3) {
    const x = lookUp(tables[0], samples[p]!);
    const y = lookUp(tables[1], samples[p + 1]!);
    const z = lookUp(tables[2], samples[p + 2]!);
    samples[p] = a * x + b * y + c * z;
    samples[p + 1] = d * x + e * y + f * z;
    samples[p + 2] = g * x + h * y + i * z;
  }
}

/** Values coded 0…1 → codes of the output's depth. */
export function quantize(samples: Float32Array, count: number, data: Uint8Array | Uint16Array): void {
  const top = topOf(data);
  if (top === 255) {
    // The clamped array rounds, clips and turns NaN to 0.
    const clamped = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
    for (let p = 0; p < count * 3; p++) clamped[p] = samples[p]! * 255;
    return;
  }
  for (let p = 0; p < count * 3; p++) {
    const value = samples[p]!;
    data[p] = value > 0 ? (value < 1 ? value * top + 0.5 : top) : 0;
  }
}

function encodeValue(table: Float32Array, linear: number): number {
  if (!(linear > 0)) return 0;
  if (linear >= 1) return 1;
  const position = Math.sqrt(linear) * ENCODE_STEPS;
  const i = position | 0;
  const a = table[i]!;
  return a + (table[i + 1]! - a) * (position - i);
}

const STEPS = 4096;
const decodeTables = new WeakMap<RgbSpace, Float32Array[]>();

function decodeTable12(space: RgbSpace, channel: 0 | 1 | 2): Float32Array {
  let tables = decodeTables.get(space);
  if (!tables) {
    tables = ([0, 1, 2] as const).map((c) =>
      Float32Array.from({ length: STEPS + 2 }, (_, i) => space.decode(i / STEPS, c)),
    );
    decodeTables.set(space, tables);
  }
  return tables[channel]!;
}

function lookUp(table: Float32Array, coded: number): number {
  const position = coded * STEPS;
  const i = position <= 0 ? 0 : position >= STEPS ? STEPS : position | 0;
  const a = table[i]!;
  return a + (table[i + 1]! - a) * (position - i);
}
