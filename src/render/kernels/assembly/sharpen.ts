/** Parts of the unsharp mask of detail/sharpen.ts, on rows of luma. */
const ZERO = memory.data<f32>([0]);
const ONE = memory.data<f32>([1]);
const TWO = memory.data<f32>([2]);
const THREE = memory.data<f32>([3]);

/** What sharpening adds: `limit` holds overshoot down where the amount is above zero; negative amounts soften. */
export function sharpenRow(
  values: usize,
  blurred: usize,
  amounts: usize,
  fade: f32,
  limit: f32,
  count: i32,
  out: usize,
): void {
  const strength = f32x4.splat(fade);
  const limits = f32x4.splat(limit);
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const amount = v128.load(amounts + at);
    const high = f32x4.sub(v128.load(values + at), v128.load(blurred + at));
    const size = f32x4.abs(high);
    const wanted = f32x4.mul(f32x4.mul(amount, strength), high);
    const held = f32x4.div(wanted, f32x4.add(v128.load32_splat(ONE), f32x4.mul(limits, size)));
    const soft = f32x4.pmax(f32x4.pmin(wanted, size), f32x4.neg(size));
    const sharpens = f32x4.gt(amount, v128.load32_splat(ZERO));
    v128.store(out + at, v128.bitselect(held, soft, sharpens));
  }
}

/** Edge strength: differences across and down, the outer numbers standing for those beyond the border. */
export function edgeRow(above: usize, row: usize, below: usize, count: i32, out: usize): void {
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const across = f32x4.sub(v128.load(row + at + 4), v128.load(row + at - 4));
    const down = f32x4.sub(v128.load(below + at), v128.load(above + at));
    v128.store(out + at, f32x4.add(f32x4.abs(across), f32x4.abs(down)));
  }
  edgeAt(above, row, below, 0, min(1, count - 1), 0, out);
  edgeAt(above, row, below, count - 1, count - 1, max(0, count - 2), out);
}

@inline
function edgeAt(above: usize, row: usize, below: usize, x: i32, right: i32, left: i32, out: usize): void {
  const at = <usize>x << 2;
  const across = load<f32>(row + (<usize>right << 2)) - load<f32>(row + (<usize>left << 2));
  store<f32>(out + at, abs(across) + abs(load<f32>(below + at) - load<f32>(above + at)));
}

/** Confines changes to edges: none up to `floor`, all of them from `full` above it on, a smooth step between. */
export function keepToEdges(edges: usize, floor: f32, full: f32, count: i32, changes: usize): void {
  const least = f32x4.splat(floor);
  const slope = f32x4.splat(1 / full);
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const place = f32x4.mul(f32x4.sub(v128.load(edges + at), least), slope);
    const t = f32x4.pmin(f32x4.pmax(place, v128.load32_splat(ZERO)), v128.load32_splat(ONE));
    const bend = f32x4.sub(v128.load32_splat(THREE), f32x4.mul(v128.load32_splat(TWO), t));
    v128.store(changes + at, f32x4.mul(v128.load(changes + at), f32x4.mul(f32x4.mul(t, t), bend)));
  }
}
