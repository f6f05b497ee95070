/**
 * Adds the linear channels of a row of interleaved 8-bit codes to the sums of blocks `step` pixels wide. Tables: linear
 * light of the 256 codes, one per channel.
 */
export function blockSums(codes: usize, count: i32, step: i32, tables: usize, sums: usize): void {
  const green = tables + 1024;
  const blue = tables + 2048;
  for (let x = 0; x < count; sums += 12) {
    let r: f32 = 0;
    let g: f32 = 0;
    let b: f32 = 0;
    for (const end = min(count, x + step); x < end; x++, codes += 3) {
      r += load<f32>(tables + ((<usize>load<u8>(codes)) << 2));
      g += load<f32>(green + ((<usize>load<u8>(codes, 1)) << 2));
      b += load<f32>(blue + ((<usize>load<u8>(codes, 2)) << 2));
    }
    store<f32>(sums, load<f32>(sums) + r);
    store<f32>(sums, load<f32>(sums, 4) + g, 4);
    store<f32>(sums, load<f32>(sums, 8) + b, 8);
  }
}
