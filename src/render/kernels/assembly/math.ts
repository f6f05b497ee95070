// Numbers used in a loop are loaded four at a time: a constant would be made anew in every round of it.
/** Adding it rounds numbers from 0 to 2²³ to whole ones, which then stand in the lowest bits. */
const WHOLE = memory.data<f32>([8388608]);
const WHOLE_BITS = memory.data<i32>([0x7fffff]);
const SIGNED_WHOLE = memory.data<f32>([12582912]);
const BIAS = memory.data<i32>([127]);
const ZERO = memory.data<f32>([0]);
const ONE = memory.data<f32>([1]);
const E4 = memory.data<f32>([0.00960039552]);
const E3 = memory.data<f32>([0.0559168938]);
const E2 = memory.data<f32>([0.240237185]);
const E1 = memory.data<f32>([0.693121995]);

/** The whole number below a place, 0…`most`; of no number, `most`: a table is never read beyond its ends. */
@inline
export function wholeOf(place: v128, most: v128): v128 {
  return f32x4.pmax(v128.load32_splat(ZERO), f32x4.pmin(most, f32x4.floor(place)));
}

/** Whole numbers 0…2²³ as integers. */
@inline
export function integers(whole: v128): v128 {
  return v128.and(f32x4.add(whole, v128.load32_splat(WHOLE)), v128.load32_splat(WHOLE_BITS));
}

/** table[i] + (table[i + 1] − table[i]) · t of a table of 32-bit numbers. */
@inline
export function interpolate(table: usize, i: v128, t: v128): v128 {
  const at = i32x4.add(i32x4.splat(<i32>table), i32x4.shl(i, 2));
  // Two addresses at a time: half as many ways out of the vector.
  const first = i64x2.extract_lane(at, 0);
  const second = i64x2.extract_lane(at, 1);
  const low = v128.load64_lane(<usize>(first >>> 32), v128.load64_zero(<usize>first), 1);
  const high = v128.load64_lane(<usize>(second >>> 32), v128.load64_zero(<usize>second), 1);
  const a = v128.shuffle<f32>(low, high, 0, 2, 4, 6);
  const b = v128.shuffle<f32>(low, high, 1, 3, 5, 7);
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), t));
}

/** A table at fractional places; beyond its first and last pieces (`most` is the last one's number) it goes on straight. */
@inline
export function evaluate(table: usize, most: v128, place: v128): v128 {
  const whole = wholeOf(place, most);
  return interpolate(table, integers(whole), f32x4.sub(place, whole));
}

/**
 * 2 to a power from −126 to 127, within 4e-6: whole powers by the exponent's bits, the rest by a polynomial (least squares
 * on Chebyshev nodes).
 */
@inline
export function exp2(power: v128): v128 {
  const bits = f32x4.add(power, v128.load32_splat(SIGNED_WHOLE));
  const t = f32x4.sub(power, f32x4.sub(bits, v128.load32_splat(SIGNED_WHOLE)));
  let p = v128.load32_splat(E4);
  p = f32x4.add(f32x4.mul(p, t), v128.load32_splat(E3));
  p = f32x4.add(f32x4.mul(p, t), v128.load32_splat(E2));
  p = f32x4.add(f32x4.mul(p, t), v128.load32_splat(E1));
  p = f32x4.add(f32x4.mul(p, t), v128.load32_splat(ONE));
  return f32x4.mul(p, i32x4.shl(i32x4.add(bits, v128.load32_splat(BIAS)), 23));
}

@inline
export function bound(x: v128, low: v128, high: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, low), high);
}
