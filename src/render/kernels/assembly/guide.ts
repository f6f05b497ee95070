/** Parts of the guided filter (He et al. 2010) on planes of 32-bit numbers, row-major and without gaps. */

export function multiply(a: usize, b: usize, count: i32, out: usize): void {
  for (let i = 0; i < count; i += 4, a += 16, b += 16, out += 16) {
    v128.store(out, f32x4.mul(v128.load(a), v128.load(b)));
  }
}

/**
 * Means over the square of `radius` pixels around each pixel, cut at the border. Both ways go down columns, four at a
 * time: across, the plane is turned over before and after. `turned` and `means` hold a plane, `sums` its longer edge.
 */
export function boxMeans(
  plane: usize,
  width: i32,
  height: i32,
  radius: i32,
  out: usize,
  turned: usize,
  means: usize,
  sums: usize,
): void {
  transpose(plane, width, height, turned);
  columnMeans(turned, height, width, radius, means, sums);
  transpose(means, height, width, turned);
  columnMeans(turned, width, height, radius, out, sums);
}

/** slope = (mean of products − product of means) / (variance + epsilon), offset = mean − slope · mean level. */
export function guideLines(
  level: usize,
  input: usize,
  squares: usize,
  products: usize,
  epsilon: f32,
  count: i32,
  slopes: usize,
  offsets: usize,
): void {
  const zero = f32x4.splat(0);
  const least = f32x4.splat(epsilon);
  const end = (<usize>count) << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const l = v128.load(level + at);
    const m = v128.load(input + at);
    const variance = f32x4.pmax(f32x4.sub(v128.load(squares + at), f32x4.mul(l, l)), zero);
    const covariance = f32x4.sub(v128.load(products + at), f32x4.mul(l, m));
    const slope = f32x4.div(covariance, f32x4.add(variance, least));
    v128.store(slopes + at, slope);
    v128.store(offsets + at, f32x4.sub(m, f32x4.mul(slope, l)));
  }
}

function columnMeans(plane: usize, width: i32, height: i32, radius: i32, out: usize, sums: usize): void {
  const row = (<usize>width) << 2;
  memory.fill(sums, 0, row);
  for (let y = 0; y < min(radius, height); y++) add(sums, plane + <usize>y * row, width);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) add(sums, plane + <usize>(y + radius) * row, width);
    if (y > radius) subtract(sums, plane + <usize>(y - radius - 1) * row, width);
    const rows = min(height - 1, y + radius) - max(0, y - radius) + 1;
    const share = f32x4.splat(<f32>1 / <f32>rows);
    const target = out + <usize>y * row;
    for (let at: usize = 0; at < row; at += 16) {
      v128.store(target + at, f32x4.mul(v128.load(sums + at), share));
    }
  }
}

function add(sums: usize, values: usize, count: i32): void {
  for (let i = 0; i < count; i += 4, sums += 16, values += 16) {
    v128.store(sums, f32x4.add(v128.load(sums), v128.load(values)));
  }
}

function subtract(sums: usize, values: usize, count: i32): void {
  for (let i = 0; i < count; i += 4, sums += 16, values += 16) {
    v128.store(sums, f32x4.sub(v128.load(sums), v128.load(values)));
  }
}

/** Rows become columns: in blocks of 4 × 4, what is left at the edges number by number. */
function transpose(plane: usize, width: i32, height: i32, out: usize): void {
  const row = (<usize>width) << 2;
  const column = (<usize>height) << 2;
  const across = width & ~3;
  const down = height & ~3;
  for (let y = 0; y < down; y += 4) {
    for (let x = 0; x < across; x += 4) {
      const from = plane + <usize>y * row + ((<usize>x) << 2);
      const to = out + <usize>x * column + ((<usize>y) << 2);
      const a = v128.load(from);
      const b = v128.load(from + row);
      const c = v128.load(from + 2 * row);
      const d = v128.load(from + 3 * row);
      const lowAb = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
      const highAb = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      const lowCd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      const highCd = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<i64>(lowAb, lowCd, 0, 2));
      v128.store(to + column, v128.shuffle<i64>(lowAb, lowCd, 1, 3));
      v128.store(to + 2 * column, v128.shuffle<i64>(highAb, highCd, 0, 2));
      v128.store(to + 3 * column, v128.shuffle<i64>(highAb, highCd, 1, 3));
    }
  }
  for (let y = 0; y < height; y++) {
    for (let x = y < down ? across : 0; x < width; x++) {
      const value = load<f32>(plane + <usize>y * row + ((<usize>x) << 2));
      store<f32>(out + <usize>x * column + ((<usize>y) << 2), value);
    }
  }
}
