/** Parts of the self-guided filter of detail/self-guided.ts, on rows. */
const ZERO = memory.data<f32>([0]);
const ONE = memory.data<f32>([1]);
const MINUS_ONE = memory.data<f32>([-1]);

/** slope = variance / (variance + epsilon), offset = mean · (1 − slope). */
export function selfLines(
  means: usize,
  squares: usize,
  epsilon: f32,
  count: i32,
  slopes: usize,
  offsets: usize,
): void {
  const least = f32x4.splat(epsilon);
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const mean = v128.load(means + at);
    const own = f32x4.sub(v128.load(squares + at), f32x4.mul(mean, mean));
    const variance = f32x4.pmax(own, v128.load32_splat(ZERO));
    const slope = f32x4.div(variance, f32x4.add(variance, least));
    v128.store(slopes + at, slope);
    v128.store(offsets + at, f32x4.mul(mean, f32x4.sub(v128.load32_splat(ONE), slope)));
  }
}

/** slope · value + offset. */
export function applyLines(slopes: usize, offsets: usize, values: usize, count: i32, out: usize): void {
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const line = f32x4.mul(v128.load(slopes + at), v128.load(values + at));
    v128.store(out + at, f32x4.add(line, v128.load(offsets + at)));
  }
}

/**
 * Moves numbers towards their lines by amounts (−1…1, clipped); `contrast` is the share of the coarse means that the
 * lines are given back (see detail/luma-noise.ts).
 */
export function smoothRow(
  slopes: usize,
  offsets: usize,
  means: usize,
  contrast: f32,
  amounts: usize,
  count: i32,
  values: usize,
): void {
  const share = f32x4.splat(contrast);
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const value = v128.load(values + at);
    const line = f32x4.add(f32x4.mul(v128.load(slopes + at), value), v128.load(offsets + at));
    const kept = f32x4.add(line, f32x4.mul(share, f32x4.sub(v128.load(means + at), line)));
    const most = f32x4.pmin(v128.load(amounts + at), v128.load32_splat(ONE));
    const amount = f32x4.pmax(most, v128.load32_splat(MINUS_ONE));
    v128.store(values + at, f32x4.add(value, f32x4.mul(f32x4.sub(kept, value), amount)));
  }
}
