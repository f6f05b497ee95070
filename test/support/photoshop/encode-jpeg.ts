/**
 * A small baseline JPEG writer (ITU-T T.81), three components without subsampling, so that the double can encode in
 * Node and in a page alike. Tables are the examples of Annex K; the quality is about 90.
 */

const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
];
/** Annex K.1, luminance, row by row; used for all components. */
const STEPS = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
].map((step) => Math.max(1, Math.round(step * 0.2)));

/** Annex K.3: how many codes of each length, and their values. */
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const DC_VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const AC_COUNTS = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d];
const AC_VALUES = [
  '0102030004110512213141061351610722711432 8191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738',
  '393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6',
  'a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
]
  .join('')
  .replace(/ /g, '')
  .match(/../g)!
  .map((pair) => Number.parseInt(pair, 16));

/** Code and length of each value (Annex C). */
function codes(counts: readonly number[], values: readonly number[]): [code: number, length: number][] {
  const table: [number, number][] = [];
  let code = 0;
  let next = 0;
  counts.forEach((count, i) => {
    for (let k = 0; k < count; k++) table[values[next++]!] = [code++, i + 1];
    code <<= 1;
  });
  return table;
}

const DC = codes(DC_COUNTS, DC_VALUES);
const AC = codes(AC_COUNTS, AC_VALUES);

/** Rows of the orthonormal 8-point cosine transform. */
const COSINES = Float32Array.from({ length: 64 }, (_, i) => {
  const [k, n] = [i >> 3, i & 7];
  return (k === 0 ? Math.sqrt(1 / 8) : 0.5) * Math.cos(((2 * n + 1) * k * Math.PI) / 16);
});

class Bits {
  readonly bytes: number[] = [];
  #held = 0;
  #count = 0;

  put(value: number, length: number): void {
    this.#held = (this.#held << length) | (value & ((1 << length) - 1));
    this.#count += length;
    while (this.#count >= 8) {
      const byte = (this.#held >> (this.#count - 8)) & 255;
      this.bytes.push(byte);
      // A byte of ones is followed by a zero, so that no marker stands in the data.
      if (byte === 255) this.bytes.push(0);
      this.#count -= 8;
      this.#held &= (1 << this.#count) - 1;
    }
  }

  end(): void {
    if (this.#count > 0) this.put(127, 8 - this.#count);
  }
}

function transform(block: Float32Array, work: Float32Array): void {
  for (const [from, to] of [
    [block, work],
    [work, block],
  ] as const) {
    // Rows, transposed on the way: twice is both directions.
    for (let row = 0; row < 8; row++)
      for (let k = 0; k < 8; k++) {
        let sum = 0;
        for (let n = 0; n < 8; n++) sum += COSINES[k * 8 + n]! * from[row * 8 + n]!;
        to[k * 8 + row] = sum;
      }
  }
}

/** Magnitude and its bits (F.1.2.1). */
function putValue(bits: Bits, [code, length]: [number, number], value: number, size: number): void {
  bits.put(code, length);
  if (size > 0) bits.put(value < 0 ? value - 1 : value, size);
}

function sizeOf(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

function putBlock(bits: Bits, block: Float32Array, before: number): number {
  const level = (i: number) => Math.round(block[ZIGZAG[i]!]! / STEPS[ZIGZAG[i]!]!);
  const first = level(0);
  putValue(bits, DC[sizeOf(first - before)]!, first - before, sizeOf(first - before));
  let zeros = 0;
  for (let i = 1; i < 64; i++) {
    const value = level(i);
    if (value === 0) {
      zeros++;
      continue;
    }
    for (; zeros > 15; zeros -= 16) bits.put(...AC[0xf0]!);
    putValue(bits, AC[(zeros << 4) | sizeOf(value)]!, value, sizeOf(value));
    zeros = 0;
  }
  if (zeros > 0) bits.put(...AC[0]!);
  return first;
}

/** JFIF luma and chroma of one pixel, about zero. */
function component(c: number, r: number, g: number, b: number): number {
  if (c === 0) return 0.299 * r + 0.587 * g + 0.114 * b - 128;
  if (c === 1) return -0.168736 * r - 0.331264 * g + 0.5 * b;
  return 0.5 * r - 0.418688 * g - 0.081312 * b;
}

/** @param rgb 8-bit, interleaved */
export function encodeJpeg(width: number, height: number, rgb: ArrayLike<number>): Uint8Array {
  const bits = new Bits();
  const segment = (marker: number, bytes: readonly number[]) =>
    bits.bytes.push(255, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes);
  bits.bytes.push(255, 0xd8);
  segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  segment(0xdb, [0, ...ZIGZAG.map((place) => STEPS[place]!)]);
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  segment(0xc0, [8, ...size, 3, ...[1, 2, 3].flatMap((id) => [id, 0x11, 0])]);
  segment(0xc4, [0, ...DC_COUNTS, ...DC_VALUES]);
  segment(0xc4, [16, ...AC_COUNTS, ...AC_VALUES]);
  segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
  const block = new Float32Array(64);
  const work = new Float32Array(64);
  const before = [0, 0, 0];
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8)
      for (let c = 0; c < 3; c++) {
        for (let i = 0; i < 64; i++) {
          const y = Math.min(height - 1, top + (i >> 3));
          const x = Math.min(width - 1, left + (i & 7));
          const at = (y * width + x) * 3;
          block[i] = component(c, rgb[at]!, rgb[at + 1]!, rgb[at + 2]!);
        }
        transform(block, work);
        before[c] = putBlock(bits, block, before[c]!);
      }
  bits.end();
  bits.bytes.push(255, 0xd9);
  return Uint8Array.from(bits.bytes);
}
