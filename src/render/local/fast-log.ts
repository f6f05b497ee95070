const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/**
 * log2 of a positive number within 2e-5, several times faster than Math.log2: exponent from the float's bits, minimax
 * polynomial of degree 5 for the mantissa.
 */
export function fastLog2(x: number): number {
  float[0] = x;
  const raw = bits[0]!;
  const exponent = (raw >> 23) - 127;
  bits[0] = (raw & 0x7fffff) | 0x3f800000;
  const m = float[0]!;
  return (
    exponent +
    (-2.78684575 +
      m * (5.04697861 + m * (-3.4926196 + m * (1.59397599 + m * (-0.404888764 + m * 0.0434313239)))))
  );
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
