/** Pixels are developed as three planes of 32-bit numbers, `stride` bytes apart. */

/** From interleaved numbers. */
export function split(samples: usize, count: i32, out: usize, stride: usize): void {
  for (let x = 0; x < count; x += 4, samples += 48, out += 16) {
    const a = v128.load(samples);
    const b = v128.load(samples, 16);
    const c = v128.load(samples, 32);
    const rg = v128.shuffle<f32>(a, b, 0, 3, 6, 1);
    v128.store(out, v128.shuffle<f32>(rg, c, 0, 1, 2, 5));
    v128.store(out + stride, v128.shuffle<f32>(v128.shuffle<f32>(a, b, 1, 4, 7, 0), c, 0, 1, 2, 6));
    v128.store(out + 2 * stride, v128.shuffle<f32>(v128.shuffle<f32>(a, b, 2, 5, 0, 0), c, 0, 1, 4, 7));
  }
}

/** To interleaved numbers. */
export function interleave(planes: usize, stride: usize, count: i32, out: usize): void {
  for (let x = 0; x < count; x += 4, planes += 16, out += 48) {
    const r = v128.load(planes);
    const g = v128.load(planes + stride);
    const b = v128.load(planes + 2 * stride);
    const rg = v128.shuffle<f32>(r, g, 0, 4, 1, 5);
    const rgHigh = v128.shuffle<f32>(r, g, 2, 6, 3, 7);
    v128.store(out, v128.shuffle<f32>(rg, b, 0, 1, 4, 2));
    v128.store(out, v128.shuffle<f32>(v128.shuffle<f32>(rg, b, 3, 5, 0, 0), rgHigh, 0, 1, 4, 5), 16);
    v128.store(out, v128.shuffle<f32>(rgHigh, b, 6, 2, 3, 7), 32);
  }
}

/** Nodes of one red value and `rows` green ones of a color table, `edge` blue ones each, from linear light per axis. */
export function nodePlanes(
  red: f32,
  green: usize,
  blue: usize,
  rows: i32,
  edge: i32,
  out: usize,
  stride: usize,
): void {
  for (let g = 0; g < rows; g++) {
    const level = load<f32>(green + ((<usize>g) << 2));
    for (let b = 0; b < edge; b++, out += 4) {
      store<f32>(out, red);
      store<f32>(out + stride, level);
      store<f32>(out + 2 * stride, load<f32>(blue + ((<usize>b) << 2)));
    }
  }
}

/** Planes of coded values as nodes of a color table (see table.ts), 16320 = white. */
export function storeNodes(planes: usize, stride: usize, count: i32, out: usize): void {
  for (let x = 0; x < count; x++, planes += 4, out += 8) {
    store<i16>(out, <i16>nearest<f32>(load<f32>(planes) * 16320));
    store<i16>(out, <i16>nearest<f32>(load<f32>(planes + stride) * 16320), 2);
    store<i16>(out, <i16>nearest<f32>(load<f32>(planes + 2 * stride) * 16320), 4);
  }
}
