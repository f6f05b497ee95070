const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** Bits of the mantissa that are looked up. */
const MANTISSA_BITS = 12;
const mantissas = new Float32Array(1 << MANTISSA_BITS);
for (let i = 0; i < mantissas.length; i++) mantissas[i] = Math.log2(1 + (i + 0.5) / mantissas.length) - 127;

/** log2 of a positive number within 2e-4: exponent from the float's bits, a table for the mantissa. */
export function fastLog2(x: number): number {
  float[0] = x;
  const raw = bits[0]!;
  return (raw >> 23) + mantissas[(raw >> (23 - MANTISSA_BITS)) & ((1 << MANTISSA_BITS) - 1)]!;
}

const STEPS = 2048;
const RANGE = 8;
const powers = new Float32Array(2 * STEPS + 2);
for (let i = 0; i < powers.length; i++) powers[i] = 2 ** ((i / STEPS - 1) * RANGE);

/** 2 to the power of x for −8…8 (clamped), within 1e-5 by interpolation. */
export function fastPower2(x: number): number {
  const position = (x / RANGE + 1) * STEPS;
  if (!(position > 0)) return powers[0]!;
  if (position >= 2 * STEPS) return powers[2 * STEPS]!;
  const i = position | 0;
  const a = powers[i]!;
  return a + (powers[i + 1]! - a) * (position - i);
}
