/** Four interleaved pixels lie in three vectors: r0 g0 b0 r1 · g1 b1 r2 g2 · b2 r3 g3 b3. */

@inline
export function redOf(a: v128, b: v128, c: v128): v128 {
  // Blends that leave every number in its place, then one shuffle: cheaper than shuffling from three sides.
  const mixed = v128.shuffle<f32>(v128.shuffle<f32>(a, b, 0, 1, 6, 3), c, 0, 5, 2, 3);
  return v128.shuffle<f32>(mixed, mixed, 0, 3, 2, 1);
}

@inline
export function greenOf(a: v128, b: v128, c: v128): v128 {
  const mixed = v128.shuffle<f32>(v128.shuffle<f32>(a, b, 4, 1, 2, 7), c, 0, 1, 6, 3);
  return v128.shuffle<f32>(mixed, mixed, 1, 0, 3, 2);
}

@inline
export function blueOf(a: v128, b: v128, c: v128): v128 {
  const mixed = v128.shuffle<f32>(v128.shuffle<f32>(a, b, 0, 5, 2, 3), c, 4, 1, 2, 7);
  return v128.shuffle<f32>(mixed, mixed, 2, 1, 0, 3);
}

/** One number per pixel → the first, second and third vector, each number three times. */
@inline
export function firstOf(pixels: v128): v128 {
  return v128.shuffle<f32>(pixels, pixels, 0, 0, 0, 1);
}

@inline
export function secondOf(pixels: v128): v128 {
  return v128.shuffle<f32>(pixels, pixels, 1, 1, 2, 2);
}

@inline
export function thirdOf(pixels: v128): v128 {
  return v128.shuffle<f32>(pixels, pixels, 2, 3, 3, 3);
}

const RED = memory.data<f32>([0.25]);
const GREEN = memory.data<f32>([0.65]);
const BLUE = memory.data<f32>([0.1]);

/** Luma of detail/detail.ts. */
@inline
export function lumaOf(red: v128, green: v128, blue: v128): v128 {
  return f32x4.add(
    f32x4.add(
      f32x4.mul(v128.load32_splat(RED), red),
      f32x4.mul(v128.load32_splat(GREEN), green),
    ),
    f32x4.mul(v128.load32_splat(BLUE), blue),
  );
}
