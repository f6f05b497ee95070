import type { TransferCurve } from './curve.ts';
import { readIccCurve } from './icc-curve.ts';
import { invert3 } from './matrix.ts';
import type { Matrix3, RgbSpace } from './space.ts';

/** A profile of this many bytes is no matrix profile any more; larger tag tables are hostile. */
const MAX_TAGS = 200;

/**
 * Reads an ICC profile of the matrix and curve kind (ICC.1:2022 §8.3; version 2 and 4).
 *
 * @returns null for everything else: tables (LUT), CMYK, grey, Lab connection space, damaged bytes.
 */
export function readIccProfile(bytes: Uint8Array): RgbSpace | null {
  if (bytes.byteLength < 132) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isMatrixRgb =
    signature(view, 36) === 'acsp' && signature(view, 16) === 'RGB ' && signature(view, 20) === 'XYZ ';
  if (!isMatrixRgb) return null;
  const tags = readTags(view);
  // A profile that has tables means them: its matrix, if any, is a coarse stand-in.
  if (tags === null || tags.has('A2B0')) return null;

  const columns = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => readXyz(tags.get(name)));
  const curves = ['rTRC', 'gTRC', 'bTRC'].map((name) => readCurve(tags.get(name)));
  const [r, g, b] = columns;
  const [red, green, blue] = curves;
  if (!r || !g || !b || !red || !green || !blue) return null;

  const toXyzD50: Matrix3 = [r[0], g[0], b[0], r[1], g[1], b[1], r[2], g[2], b[2]];
  const fromXyzD50 = invertOrNull(toXyzD50);
  if (fromXyzD50 === null) return null;
  const byChannel: readonly [TransferCurve, TransferCurve, TransferCurve] = [red, green, blue];
  return {
    name: readText(tags.get('desc')) || 'Unnamed RGB profile',
    toXyzD50,
    fromXyzD50,
    decode: (encoded, channel = 0) => byChannel[channel].decode(encoded),
    encode: (linear, channel = 0) => byChannel[channel].encode(linear),
    icc: bytes,
  };
}

/** Tag name → its bytes; null when the table or any tag we could use lies outside of the file. */
function readTags(view: DataView): Map<string, DataView> | null {
  const count = view.getUint32(128);
  if (count > MAX_TAGS || 132 + count * 12 > view.byteLength) return null;
  const tags = new Map<string, DataView>();
  for (let i = 0; i < count; i++) {
    const entry = 132 + i * 12;
    const offset = view.getUint32(entry + 4);
    const size = view.getUint32(entry + 8);
    if (offset + size > view.byteLength) continue;
    tags.set(signature(view, entry), new DataView(view.buffer, view.byteOffset + offset, size));
  }
  return tags;
}

function readXyz(tag: DataView | undefined): [number, number, number] | null {
  if (tag === undefined || tag.byteLength < 20 || signature(tag, 0) !== 'XYZ ') return null;
  return [tag.getInt32(8) / 65536, tag.getInt32(12) / 65536, tag.getInt32(16) / 65536];
}

function readCurve(tag: DataView | undefined): TransferCurve | null {
  return tag === undefined ? null : readIccCurve(tag);
}

/** `desc` of version 2 (ASCII) or `mluc` of version 4 (UTF-16BE, first record); empty when unreadable. */
function readText(tag: DataView | undefined): string {
  if (tag === undefined || tag.byteLength < 12) return '';
  const type = signature(tag, 0);
  if (type === 'desc') return ascii(tag, 12, tag.getUint32(8));
  if (type !== 'mluc' || tag.byteLength < 28 || tag.getUint32(8) < 1) return '';
  const size = tag.getUint32(20);
  const offset = tag.getUint32(24);
  if (offset + size > tag.byteLength) return '';
  let text = '';
  for (let i = 0; i + 1 < Math.min(size, 512); i += 2) text += String.fromCharCode(tag.getUint16(offset + i));
  return printable(text);
}

function ascii(tag: DataView, offset: number, size: number): string {
  const end = Math.min(tag.byteLength, offset + Math.min(size, 256));
  let text = '';
  for (let i = offset; i < end; i++) text += String.fromCharCode(tag.getUint8(i));
  return printable(text);
}

/** Names end up in messages and file headers: no control characters. */
function printable(text: string): string {
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).replace(/\p{C}/gu, '').trim();
}

function signature(view: DataView, offset: number): string {
  return String.fromCharCode(
    view.getUint8(offset),
    view.getUint8(offset + 1),
    view.getUint8(offset + 2),
    view.getUint8(offset + 3),
  );
}

function invertOrNull(matrix: Matrix3): Matrix3 | null {
  try {
    return invert3(matrix);
  } catch {
    return null;
  }
}
