/**
 * The sRGB transfer function as tables: the engine's perceptual coding of ProPhoto primaries, which is what Camera
 * Raw's tone controls work in. `encode` is tabulated over the square root of its argument, where it is nearly
 * straight, so that linear interpolation in 4096 steps is exact to 1e-6 (0.07 of a 16-bit level).
 */
const STEPS = 4096;
const encodeTable = new Float32Array(STEPS + 2);
const decodeTable = new Float32Array(STEPS + 2);
for (let i = 0; i < STEPS + 2; i++) {
  encodeTable[i] = exactEncode((i / STEPS) ** 2);
  decodeTable[i] = exactDecode(i / STEPS);
}

/** IEC 61966-2-1, extended to all reals with the sign kept. */
function exactEncode(linear: number): number {
  const a = Math.abs(linear);
  const e = a <= 0.0031308 ? 12.92 * a : 1.055 * a ** (1 / 2.4) - 0.055;
  return linear < 0 ? -e : e;
}

function exactDecode(encoded: number): number {
  const a = Math.abs(encoded);
  const l = a <= 0.04045 ? a / 12.92 : ((a + 0.055) / 1.055) ** 2.4;
  return encoded < 0 ? -l : l;
}

export function encode(linear: number): number {
  if (!(linear >= 0 && linear <= 1)) return exactEncode(linear);
  const position = Math.sqrt(linear) * STEPS;
  const i = position | 0;
  const a = encodeTable[i]!;
  return a + (encodeTable[i + 1]! - a) * (position - i);
}

export function decode(encoded: number): number {
  if (!(encoded >= 0 && encoded <= 1)) return exactDecode(encoded);
  const position = encoded * STEPS;
  const i = position | 0;
  const a = decodeTable[i]!;
  return a + (decodeTable[i + 1]! - a) * (position - i);
}

export function encodeSamples(samples: Float32Array, count: number): void {
  for (let i = 0; i < count * 3; i++) samples[i] = encode(samples[i]!);
}

export function decodeSamples(samples: Float32Array, count: number): void {
  for (let i = 0; i < count * 3; i++) samples[i] = decode(samples[i]!);
}
