import type { LookUp } from './state.ts';

/** A table over encoded RGB, each 0…1: three results for each place, of `size` a side. */
export interface Table {
  readonly size: number;
  /** Distance of neighbours in red, green and blue, in places. */
  readonly strides: readonly [number, number, number];
  readonly values: ArrayLike<number>;
}

/** The table of a `.cube` text, red fastest (Adobe, Cube LUT Specification 1.0, 2013). */
export function readCube(bytes: Uint8Array): Table | undefined {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const size = Number(/^LUT_3D_SIZE\s+(\d+)/m.exec(text)?.[1]);
  const rows = text.match(/^[ \t]*[-\d.][^\n]*$/gm) ?? [];
  const values = rows.flatMap((row) => row.trim().split(/\s+/).map(Number));
  return size >= 2 && values.length === size ** 3 * 3
    ? { size, strides: [1, size, size * size], values }
    : undefined;
}

/** The `A2B0` of a device link in its 16-bit form, red slowest (ICC.1:2010 §10.10); curves are taken for straight. */
export function readDeviceLink(bytes: Uint8Array): Table | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 132 || word(12) !== 'link' || word(36) !== 'acsp') return undefined;
  const tags = Array.from({ length: view.getUint32(128) }, (_, i) => 132 + i * 12);
  const entry = tags.find((at) => word(at) === 'A2B0');
  const start = entry === undefined ? 0 : view.getUint32(entry + 4);
  if (start === 0 || word(start) !== 'mft2' || bytes[start + 8] !== 3 || bytes[start + 9] !== 3)
    return undefined;
  const size = bytes[start + 10]!;
  const first = start + 52 + 3 * 2 * view.getUint16(start + 48);
  const values = Float32Array.from(
    { length: size ** 3 * 3 },
    (_, i) => view.getUint16(first + i * 2) / 0xffff,
  );
  return { size, strides: [size * size, size, 1], values };
}

/** Linear between the eight neighbours. */
export function lookUpIn({ size, strides, values }: Table): LookUp {
  return (rgb) => {
    const at = rgb.map((value) => Math.min(1, Math.max(0, value)) * (size - 1));
    const low = at.map((value) => Math.min(size - 2, Math.floor(value)));
    const out: [number, number, number] = [0, 0, 0];
    for (let corner = 0; corner < 8; corner++) {
      let weight = 1;
      let place = 0;
      for (let c = 0; c < 3; c++) {
        const upper = (corner >> c) & 1;
        const part = at[c]! - low[c]!;
        weight *= upper ? part : 1 - part;
        place += (low[c]! + upper) * strides[c as 0 | 1 | 2];
      }
      for (let c = 0; c < 3; c++) out[c]! += weight * values[place * 3 + c]!;
    }
    rgb.splice(0, 3, ...out);
  };
}
