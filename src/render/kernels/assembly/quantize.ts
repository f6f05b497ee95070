const ZERO = memory.data<f32>([0]);
const ONE = memory.data<f32>([1]);
const TOP_8 = memory.data<f32>([255]);
const TOP_16 = memory.data<f32>([65535]);
/** Adding it rounds to whole numbers, which then stand in the lowest bits. */
const WHOLE = memory.data<f32>([12582912]);

const STEP_8 = memory.data<f32>([<f32>(1.0 / 255.0)]);
const STEP_16 = memory.data<f32>([<f32>(1.0 / 65535.0)]);

/** 8-bit codes of `count` samples → values coded 0…1. Whole vectors run over the end: what lies there is put back. */
export function values8(codes: usize, count: i32, out: usize): void {
  const end = out + (<usize>count << 2);
  const p = v128.load(end);
  const q = v128.load(end, 16);
  const step = v128.load32_splat(STEP_8);
  for (; out < end; codes += 8, out += 32) {
    const words = v128.load8x8_u(codes);
    v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(words)), step));
    v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(words)), step), 16);
  }
  v128.store(end, p);
  v128.store(end, q, 16);
}

/** The same of 16-bit codes. */
export function values16(codes: usize, count: i32, out: usize): void {
  const end = out + (<usize>count << 2);
  const p = v128.load(end);
  const step = v128.load32_splat(STEP_16);
  for (; out < end; codes += 8, out += 16)
    v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(v128.load16x4_u(codes)), step));
  v128.store(end, p);
}

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
