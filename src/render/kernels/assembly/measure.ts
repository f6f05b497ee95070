/**
 * Adds the linear channels of `rows` rows of interleaved codes to the sums of blocks `step` pixels wide. Tables: linear
 * light over the code, one per channel; `wide` for 16-bit codes.
 */
export function blockSums(codes: usize, count: i32, step: i32, tables: usize, sums: usize): void {
  const green = tables + 1024;
  const blue = tables + 2048;
  for (let x = 0; x < count; sums += 12) {
    let r: f64 = 0;
    let g: f64 = 0;
    let b: f64 = 0;
    for (const end = min(count, x + step); x < end; x++, codes += 3) {
      r += <f64>load<f32>(tables + ((<usize>load<u8>(codes)) << 2));
      g += <f64>load<f32>(green + ((<usize>load<u8>(codes, 1)) << 2));
      b += <f64>load<f32>(blue + ((<usize>load<u8>(codes, 2)) << 2));
    }
    store<f32>(sums, <f32>(<f64>load<f32>(sums) + r));
    store<f32>(sums, <f32>(<f64>load<f32>(sums, 4) + g), 4);
    store<f32>(sums, <f32>(<f64>load<f32>(sums, 8) + b), 8);
  }
}
