import type { RgbSpace } from '#color/space.ts';
import { encodeFast, encodeTable } from '#color/transfer.ts';
import { type CodeTable, codeOf, codeTable } from './code-table.ts';
import { depthOf } from './depth.ts';
import type { Raster } from './raster.ts';

/** Curves of a space toward its samples, for red, green and blue. */
export interface Encoders {
  readonly curves: readonly [Float32Array, Float32Array, Float32Array];
  readonly codes: readonly [CodeTable, CodeTable, CodeTable];
}

export function encodersOf(space: RgbSpace): Encoders {
  const curves = [encodeTable(space, 0), encodeTable(space, 1), encodeTable(space, 2)] as const;
  return { curves, codes: [codeTable(curves[0]), codeTable(curves[1]), codeTable(curves[2])] };
}

/** Writes linear pixels of `channels` numbers, of which the first three are colour, as samples from `at` on. */
export function encodeRow(
  row: Float64Array,
  channels: number,
  out: Raster['data'],
  at: number,
  { curves, codes }: Encoders,
): void {
  if (depthOf(out) === 8) encode8(row, channels, out, at, ...codes);
  else encode16(row, channels, out, at, ...curves);
}

function encode8(
  row: Float64Array,
  channels: number,
  out: Raster['data'],
  start: number,
  red: CodeTable,
  green: CodeTable,
  blue: CodeTable,
): void {
  for (let i = 0, at = start; i < row.length; i += channels, at += 3) {
    out[at] = codeOf(red, row[i]!);
    out[at + 1] = codeOf(green, row[i + 1]!);
    out[at + 2] = codeOf(blue, row[i + 2]!);
  }
}

function encode16(
  row: Float64Array,
  channels: number,
  out: Raster['data'],
  start: number,
  red: Float32Array,
  green: Float32Array,
  blue: Float32Array,
): void {
  for (let i = 0, at = start; i < row.length; i += channels, at += 3) {
    out[at] = encodeFast(red, row[i]!) * 65535 + 0.5;
    out[at + 1] = encodeFast(green, row[i + 1]!) * 65535 + 0.5;
    out[at + 2] = encodeFast(blue, row[i + 2]!) * 65535 + 0.5;
  }
}
