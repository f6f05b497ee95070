/** Bytes behind a row that are set to zero, so that a filter across finds nothing beyond its end. */
const MARGIN: usize = 128;

/**
 * Rows of numbers, weighted and added, and zeros behind them. `taps`: pairs of a row's address and its weight. Sixteen
 * numbers at a time: they stay in registers while the rows pass by.
 */
export function weighRows(taps: usize, count: i32, width: i32, out: usize): void {
  const last = taps + (<usize>count << 3);
  const end = <usize>width << 2;
  for (let at: usize = 0; at < end; at += 64) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    for (let tap = taps; tap < last; tap += 8) {
      const row = <usize>load<u32>(tap) + at;
      const weight = v128.load32_splat(tap, 4);
      a = f32x4.add(a, f32x4.mul(v128.load(row), weight));
      b = f32x4.add(b, f32x4.mul(v128.load(row, 16), weight));
      c = f32x4.add(c, f32x4.mul(v128.load(row, 32), weight));
      d = f32x4.add(d, f32x4.mul(v128.load(row, 48), weight));
    }
    v128.store(out + at, a);
    v128.store(out + at, b, 16);
    v128.store(out + at, c, 32);
    v128.store(out + at, d, 48);
  }
  memory.fill(out + end, 0, MARGIN);
}

/** The same with the numbers' squares. */
export function weighSquares(taps: usize, count: i32, width: i32, out: usize): void {
  const last = taps + (<usize>count << 3);
  const end = <usize>width << 2;
  for (let at: usize = 0; at < end; at += 64) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    for (let tap = taps; tap < last; tap += 8) {
      const row = <usize>load<u32>(tap) + at;
      const weight = v128.load32_splat(tap, 4);
      const p = v128.load(row);
      const q = v128.load(row, 16);
      const r = v128.load(row, 32);
      const s = v128.load(row, 48);
      a = f32x4.add(a, f32x4.mul(f32x4.mul(p, p), weight));
      b = f32x4.add(b, f32x4.mul(f32x4.mul(q, q), weight));
      c = f32x4.add(c, f32x4.mul(f32x4.mul(r, r), weight));
      d = f32x4.add(d, f32x4.mul(f32x4.mul(s, s), weight));
    }
    v128.store(out + at, a);
    v128.store(out + at, b, 16);
    v128.store(out + at, c, 32);
    v128.store(out + at, d, 48);
  }
  memory.fill(out + end, 0, MARGIN);
}

/**
 * A row filtered across with symmetric weights (the middle first), times `shares`. There must be `reach` numbers before
 * and behind it, zeros at the border.
 */
export function filterAcross(
  row: usize,
  weights: usize,
  reach: i32,
  shares: usize,
  count: i32,
  out: usize,
): void {
  const last = weights + (<usize>reach << 2);
  for (let i = 0; i < count; i += 8, row += 32, shares += 32, out += 32) {
    const middle = v128.load32_splat(weights);
    let a = f32x4.mul(v128.load(row), middle);
    let b = f32x4.mul(v128.load(row, 16), middle);
    let left = row;
    let right = row;
    for (let at = weights + 4; at <= last; at += 4) {
      left -= 4;
      right += 4;
      const weight = v128.load32_splat(at);
      a = f32x4.add(a, f32x4.mul(f32x4.add(v128.load(left), v128.load(right)), weight));
      b = f32x4.add(b, f32x4.mul(f32x4.add(v128.load(left, 16), v128.load(right, 16)), weight));
    }
    v128.store(out, f32x4.mul(a, v128.load(shares)));
    v128.store(out, f32x4.mul(b, v128.load(shares, 16)), 16);
  }
}
