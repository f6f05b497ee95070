import { hash } from './noise.ts';
import type { Picture } from './picture.ts';

export interface DevelopOptions {
  readonly exposure: number;
  /** Standard deviation of the grain in encoded levels. */
  readonly grain: number;
}

/** Linear light → 8-bit sRGB as a camera would give it: a soft shoulder, sRGB encoding, a little grain. */
export function develop({ width, height, data }: Picture, { exposure, grain }: DevelopOptions): Uint8Array {
  const bytes = new Uint8Array(width * height * 3);
  const table = encodeTable();
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const x = pixel % width;
    const y = (pixel - x) / width;
    const speck = (hash(x + 9001, y) + hash(x, y + 7001) + hash(x + 501, y + 301) - 1.5) * 2 * grain;
    for (let channel = 0; channel < 3; channel += 1) {
      const at = pixel * 3 + channel;
      const shown = shoulder((data[at] as number) * exposure);
      const level = table[Math.min(4095, Math.max(0, Math.round(shown * 4095)))] as number;
      bytes[at] = Math.min(255, Math.max(0, Math.round(level + speck)));
    }
  }
  return bytes;
}

/** Straight up to 0.6, then bending towards 1, so that bright skies keep their shape. */
function shoulder(linear: number): number {
  if (linear <= 0.6) return Math.max(0, linear);
  return 0.6 + 0.4 * (1 - Math.exp(-(linear - 0.6) / 0.4));
}

/** sRGB transfer function (IEC 61966-2-1) to 0…255. */
function encodeTable(): Float32Array {
  return Float32Array.from({ length: 4096 }, (_, index) => {
    const linear = index / 4095;
    return 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
  });
}
