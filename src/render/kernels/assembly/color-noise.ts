import { blueOf, greenOf, lumaOf, redOf } from './interleaved';

/** Parts of colour noise reduction (detail/color-noise.ts) on rows of interleaved samples. */

const ONE = memory.data<f32>([1]);
const RED_TO_GREEN = memory.data<f32>([<f32>(0.25 / 0.65)]);
const BLUE_TO_GREEN = memory.data<f32>([<f32>(0.1 / 0.65)]);

/**
 * Luma of a row of blocks (`rows` rows of samples, `step` pixels wide: 1, 2 or 4), and block means of red − luma,
 * blue − luma and their squares. `stride`: bytes from one row of luma to the next.
 */
export function colorBlocks(
  samples: usize,
  width: i32,
  rows: i32,
  luma: usize,
  stride: usize,
  step: i32,
  red: usize,
  redSquares: usize,
  blue: usize,
  blueSquares: usize,
): void {
  const row = <usize>width * 12;
  const across = width & ~3;
  const share = f32x4.splat(<f32>1 / <f32>(rows * step));
  const width4: usize = 16 / step;
  for (let x = 0; x < across; x += 4) {
    let r1 = f32x4.splat(0);
    let r2 = f32x4.splat(0);
    let b1 = f32x4.splat(0);
    let b2 = f32x4.splat(0);
    let from = samples + <usize>x * 12;
    let to = luma + (<usize>x << 2);
    for (let y = 0; y < rows; y++, from += row, to += stride) {
      const a = v128.load(from);
      const b = v128.load(from, 16);
      const c = v128.load(from, 32);
      const reds = redOf(a, b, c);
      const blues = blueOf(a, b, c);
      const own = lumaOf(reds, greenOf(a, b, c), blues);
      v128.store(to, own);
      const dr = f32x4.sub(reds, own);
      const db = f32x4.sub(blues, own);
      r1 = f32x4.add(r1, dr);
      r2 = f32x4.add(r2, f32x4.mul(dr, dr));
      b1 = f32x4.add(b1, db);
      b2 = f32x4.add(b2, f32x4.mul(db, db));
    }
    storeBlocks(red, r1, share, step);
    storeBlocks(redSquares, r2, share, step);
    storeBlocks(blue, b1, share, step);
    storeBlocks(blueSquares, b2, share, step);
    red += width4;
    redSquares += width4;
    blue += width4;
    blueSquares += width4;
  }
  for (let x = across; x < width; red += 4, redSquares += 4, blue += 4, blueSquares += 4) {
    const end = min(width, x + step);
    const part: f32 = <f32>1 / <f32>(rows * (end - x));
    let r1: f32 = 0;
    let r2: f32 = 0;
    let b1: f32 = 0;
    let b2: f32 = 0;
    for (; x < end; x++) {
      let from = samples + <usize>x * 12;
      let to = luma + (<usize>x << 2);
      for (let y = 0; y < rows; y++, from += row, to += stride) {
        const r = load<f32>(from);
        const b = load<f32>(from, 8);
        const own: f32 = <f32>0.25 * r + <f32>0.65 * load<f32>(from, 4) + <f32>0.1 * b;
        store<f32>(to, own);
        r1 += r - own;
        r2 += (r - own) * (r - own);
        b1 += b - own;
        b2 += (b - own) * (b - own);
      }
    }
    store<f32>(red, r1 * part);
    store<f32>(redSquares, r2 * part);
    store<f32>(blue, b1 * part);
    store<f32>(blueSquares, b2 * part);
  }
}

/** Sums of four columns as means of the blocks that they belong to. */
@inline
function storeBlocks(out: usize, sums: v128, share: v128, step: i32): void {
  const means = f32x4.mul(sums, share);
  if (step === 1) {
    v128.store(out, means);
    return;
  }
  const pairs = f32x4.add(means, v128.shuffle<f32>(means, means, 1, 0, 3, 2));
  if (step === 2) {
    v128.store64_lane(out, v128.shuffle<f32>(pairs, pairs, 0, 2, 0, 2), 0);
    return;
  }
  const all = f32x4.add(pairs, v128.shuffle<f32>(pairs, pairs, 2, 3, 0, 1));
  v128.store32_lane(out, all, 0);
}

/** Red − luma and blue − luma of a row. */
export function colorDifferences(samples: usize, luma: usize, count: i32, red: usize, blue: usize): void {
  for (let x = 0; x < count; x += 4, samples += 48, luma += 16, red += 16, blue += 16) {
    const a = v128.load(samples);
    const b = v128.load(samples, 16);
    const c = v128.load(samples, 32);
    const own = v128.load(luma);
    v128.store(red, f32x4.sub(redOf(a, b, c), own));
    v128.store(blue, f32x4.sub(blueOf(a, b, c), own));
  }
}

/**
 * Moves colour differences from what they were to what the filter made of them, by amounts up to 1; luma stays, as green
 * takes the rest. Whole vectors run over the row's end: what lies there is put back.
 */
export function changeColors(
  samples: usize,
  redBefore: usize,
  redAfter: usize,
  blueBefore: usize,
  blueAfter: usize,
  amounts: usize,
  count: i32,
): void {
  const last = samples + <usize>count * 12;
  const p = v128.load(last);
  const q = v128.load(last, 16);
  const s = v128.load(last, 32);
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16, samples += 48) {
    const amount = f32x4.pmin(v128.load(amounts + at), v128.load32_splat(ONE));
    const red = f32x4.mul(f32x4.sub(v128.load(redAfter + at), v128.load(redBefore + at)), amount);
    const blue = f32x4.mul(f32x4.sub(v128.load(blueAfter + at), v128.load(blueBefore + at)), amount);
    const green = f32x4.neg(
      f32x4.add(
        f32x4.mul(red, v128.load32_splat(RED_TO_GREEN)),
        f32x4.mul(blue, v128.load32_splat(BLUE_TO_GREEN)),
      ),
    );
    const r = v128.shuffle<f32>(red, red, 0, 3, 2, 1);
    const g = v128.shuffle<f32>(green, green, 1, 0, 3, 2);
    const b = v128.shuffle<f32>(blue, blue, 2, 1, 0, 3);
    add(samples, 0, v128.shuffle<f32>(v128.shuffle<f32>(r, g, 0, 5, 2, 3), b, 0, 1, 6, 3), r);
    add(samples, 16, v128.shuffle<f32>(v128.shuffle<f32>(g, b, 0, 5, 2, 3), r, 0, 1, 6, 3), g);
    add(samples, 32, v128.shuffle<f32>(v128.shuffle<f32>(b, r, 0, 5, 2, 3), g, 0, 1, 6, 3), b);
  }
  v128.store(last, p);
  v128.store(last, q, 16);
  v128.store(last, s, 32);
}

/** @param channel what the fourth number of the vector belongs to */
@inline
function add(samples: usize, offset: usize, mixed: v128, channel: v128): void {
  const change = v128.shuffle<f32>(mixed, channel, 0, 1, 2, 7);
  v128.store(samples + offset, f32x4.add(v128.load(samples + offset), change));
}
