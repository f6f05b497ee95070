import { decodeTableFor } from '#color/transfer.ts';
import type { Raster } from './raster.ts';

/** Sums of the linear channels that each of the reduced pixels covers of one row. */
export interface RowShrinker {
  /** Reduces row `y`. The array is used again for the next row. */
  shrink(y: number): Float64Array;
  /** 3: red, green, blue; 4: the same weighted by alpha, and the sum of these weights. */
  readonly channels: 3 | 4;
}

/** The source pixels that a reduced pixel covers, and how much of the first and the last one, 0…1. */
interface Spans {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly head: Float64Array;
  readonly tail: Float64Array;
}

/** The last row is kept: neighbouring output rows share the source row at their border. */
export function createRowShrinker(raster: Raster, width: number): RowShrinker {
  const { data, alpha, space } = raster;
  const spans = spansOf(raster.width, width);
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const channels = alpha ? 4 : 3;
  const row = new Float64Array(width * channels);
  let current = -1;
  return {
    channels,
    shrink(y) {
      if (y === current) return row;
      current = y;
      const start = y * raster.width;
      if (alpha) shrinkBlended(data, alpha, start, spans, red, green, blue, row);
      else shrinkOpaque(data, start, spans, red, green, blue, row);
      return row;
    },
  };
}

function spansOf(from: number, to: number): Spans {
  const step = from / to;
  const first = new Int32Array(to);
  const last = new Int32Array(to);
  const head = new Float64Array(to);
  const tail = new Float64Array(to);
  for (let x = 0; x < to; x++) {
    const left = x * step;
    const right = Math.min(from, left + step);
    first[x] = Math.floor(left);
    last[x] = Math.ceil(right) - 1;
    head[x] = Math.min(first[x]! + 1, right) - left;
    tail[x] = last[x]! > first[x]! ? right - last[x]! : 0;
  }
  return { first, last, head, tail };
}

/** @param start first pixel of the row */
function shrinkOpaque(
  data: Raster['data'],
  start: number,
  { first, last, head, tail }: Spans,
  red: Float32Array,
  green: Float32Array,
  blue: Float32Array,
  row: Float64Array,
): void {
  for (let x = 0, out = 0; x < first.length; x++, out += 3) {
    let at = (start + first[x]!) * 3;
    const end = (start + last[x]!) * 3;
    const part = head[x]!;
    let r = red[data[at]!]! * part;
    let g = green[data[at + 1]!]! * part;
    let b = blue[data[at + 2]!]! * part;
    for (at += 3; at < end; at += 3) {
      r += red[data[at]!]!;
      g += green[data[at + 1]!]!;
      b += blue[data[at + 2]!]!;
    }
    const rest = tail[x]!;
    if (rest > 0) {
      r += red[data[end]!]! * rest;
      g += green[data[end + 1]!]! * rest;
      b += blue[data[end + 2]!]! * rest;
    }
    row[out] = r;
    row[out + 1] = g;
    row[out + 2] = b;
  }
}

/** Weight of a fully transparent pixel, in alpha steps: where nothing else is, its colour still counts. */
const TRANSPARENT_WEIGHT = 1e-6;

function shrinkBlended(
  data: Raster['data'],
  alpha: NonNullable<Raster['alpha']>,
  start: number,
  { first, last, head, tail }: Spans,
  red: Float32Array,
  green: Float32Array,
  blue: Float32Array,
  row: Float64Array,
): void {
  row.fill(0);
  for (let x = 0, out = 0; x < first.length; x++, out += 4) {
    for (let sx = first[x]!; sx <= last[x]!; sx++) {
      const share = sx === first[x] ? head[x]! : sx === last[x] ? tail[x]! : 1;
      const weight = share * (alpha[start + sx]! + TRANSPARENT_WEIGHT);
      const at = (start + sx) * 3;
      row[out]! += red[data[at]!]! * weight;
      row[out + 1]! += green[data[at + 1]!]! * weight;
      row[out + 2]! += blue[data[at + 2]!]! * weight;
      row[out + 3]! += weight;
    }
  }
}
