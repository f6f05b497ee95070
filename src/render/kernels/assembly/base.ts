/** Two rows of a reduced plane blended by `share`; the last value is written twice, for the pixels right of its centre. */
export function blendRows(upper: usize, lower: usize, width: i32, share: f32, out: usize): void {
  const s = f32x4.splat(share);
  for (let i = 0; i < width; i += 4) {
    const at = (<usize>i) << 2;
    const a = v128.load(upper + at);
    v128.store(out + at, f32x4.add(a, f32x4.mul(f32x4.sub(v128.load(lower + at), a), s)));
  }
  const last = (<usize>(width - 1)) << 2;
  store<f32>(out + last + 4, load<f32>(out + last));
}

/**
 * slope · value + offset along a row, both coefficients enlarged from blended plane rows: `starts` tells the first pixel
 * of each plane pixel, `shares` each pixel's way to the next. Vectors run over a plane pixel's end; the next one writes
 * those places again.
 */
export function lineRow(
  slope: usize,
  offset: usize,
  starts: usize,
  shares: usize,
  planeWidth: i32,
  values: usize,
  out: usize,
): void {
  for (let i = 0; i < planeWidth; i++, slope += 4, offset += 4, starts += 4) {
    const a = load<f32>(slope);
    const b = load<f32>(offset);
    const slopes = f32x4.splat(a);
    const slopeChanges = f32x4.splat(load<f32>(slope, 4) - a);
    const offsets = f32x4.splat(b);
    const offsetChanges = f32x4.splat(load<f32>(offset, 4) - b);
    const end = (<usize>load<i32>(starts, 4)) << 2;
    for (let at = (<usize>load<i32>(starts)) << 2; at < end; at += 16) {
      const share = v128.load(shares + at);
      const s = f32x4.add(slopes, f32x4.mul(slopeChanges, share));
      const o = f32x4.add(offsets, f32x4.mul(offsetChanges, share));
      v128.store(out + at, f32x4.add(f32x4.mul(s, v128.load(values + at)), o));
    }
  }
}
