const ZERO = memory.data<f32>([0]);
const ONE = memory.data<f32>([1]);
const TOP_8 = memory.data<f32>([255]);
const TOP_16 = memory.data<f32>([65535]);
/** Adding it rounds to whole numbers, which then stand in the lowest bits. */
const WHOLE = memory.data<f32>([12582912]);

/** `count` values coded 0…1 → 8-bit codes; what lies beyond is clipped, what is no number becomes 0. */
export function quantize8(values: usize, count: i32, out: usize): void {
  for (let i = 0; i < count; i += 16, values += 64, out += 16) {
    const low = i16x8.narrow_i32x4_s(wholeOf(values, TOP_8), wholeOf(values + 16, TOP_8));
    const high = i16x8.narrow_i32x4_s(wholeOf(values + 32, TOP_8), wholeOf(values + 48, TOP_8));
    v128.store(out, i8x16.narrow_i16x8_u(low, high));
  }
}

/** The same → 16-bit codes. */
export function quantize16(values: usize, count: i32, out: usize): void {
  for (let i = 0; i < count; i += 8, values += 32, out += 16)
    v128.store(out, i16x8.narrow_i32x4_u(wholeOf(values, TOP_16), wholeOf(values + 16, TOP_16)));
}

@inline
function wholeOf(values: usize, top: usize): v128 {
  const positive = f32x4.pmax(v128.load32_splat(ZERO), v128.load(values));
  const unit = f32x4.pmin(positive, v128.load32_splat(ONE));
  const whole = v128.load32_splat(WHOLE);
  return i32x4.sub(f32x4.add(f32x4.mul(unit, v128.load32_splat(top)), whole), whole);
}
