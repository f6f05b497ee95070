import { blueOf, firstOf, greenOf, lumaOf, redOf, secondOf, thirdOf } from './interleaved';

/** Parts of film grain (effects/grain.ts). */

const ZERO = memory.data<f32>([0]);
const ONE = memory.data<f32>([1]);
const FOUR = memory.data<f32>([4]);
const STEP = memory.data<i32>([4]);
const ACROSS = memory.data<i32>([374761393]);
const SECOND = memory.data<i32>([1274126177]);
const THIRD = memory.data<i32>([<i32>2246822519]);
const UNIT = memory.data<f32>([<f32>(1.0 / 2147483648.0)]);

/** Noise −1…1 of the cells of a lattice row. */
export function noiseCells(row: i32, seed: i32, count: i32, out: usize): void {
  const start = i32x4.splat(row * 668265263 + seed * 1274126177);
  let x = i32x4(0, 1, 2, 3);
  for (let i = 0; i < count; i += 4, out += 16) {
    let h = i32x4.add(i32x4.mul(x, v128.load32_splat(ACROSS)), start);
    h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 13)), v128.load32_splat(SECOND));
    h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 16)), v128.load32_splat(THIRD));
    h = v128.xor(h, i32x4.shr_u(h, 15));
    const noise = f32x4.mul(f32x4.convert_i32x4_u(h), v128.load32_splat(UNIT));
    v128.store(out, f32x4.sub(noise, v128.load32_splat(ONE)));
    x = i32x4.add(x, v128.load32_splat(STEP));
  }
}

/** Cells spread over a row: `lefts` tells the byte offset of the cell left of each pixel, `shares` the way to the next. */
export function noiseRow(cells: usize, lefts: usize, shares: usize, count: i32, out: usize): void {
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const low = v128.load64_lane(
      cells + load<u32>(lefts + at, 4),
      v128.load64_zero(cells + load<u32>(lefts + at)),
      1,
    );
    const high = v128.load64_lane(
      cells + load<u32>(lefts + at, 12),
      v128.load64_zero(cells + load<u32>(lefts + at, 8)),
      1,
    );
    const left = v128.shuffle<f32>(low, high, 0, 2, 4, 6);
    const right = v128.shuffle<f32>(low, high, 1, 3, 5, 7);
    const change = f32x4.mul(f32x4.sub(right, left), v128.load(shares + at));
    v128.store(out + at, f32x4.add(left, change));
  }
}

/**
 * Adds grain to `count` interleaved pixels: strongest in the midtones, none at black and white nor where the amount is
 * below zero. Whole vectors run over the row's end: what lies there is put back.
 */
export function addGrain(
  samples: usize,
  fine: usize,
  clumps: usize,
  fineShare: f32,
  clumpShare: f32,
  amounts: usize,
  count: i32,
): void {
  const last = samples + <usize>count * 12;
  const p = v128.load(last);
  const q = v128.load(last, 16);
  const r = v128.load(last, 32);
  const fines = f32x4.splat(fineShare);
  const clump = f32x4.splat(clumpShare);
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16, samples += 48) {
    const a = v128.load(samples);
    const b = v128.load(samples, 16);
    const c = v128.load(samples, 32);
    const luma = lumaOf(redOf(a, b, c), greenOf(a, b, c), blueOf(a, b, c));
    const noise = f32x4.add(
      f32x4.mul(v128.load(fine + at), fines),
      f32x4.mul(v128.load(clumps + at), clump),
    );
    const bow = f32x4.mul(f32x4.mul(luma, v128.load32_splat(FOUR)), f32x4.sub(v128.load32_splat(ONE), luma));
    const amount = f32x4.pmax(v128.load(amounts + at), v128.load32_splat(ZERO));
    const strength = f32x4.mul(amount, f32x4.sqrt(f32x4.pmax(bow, v128.load32_splat(ZERO))));
    const change = f32x4.mul(noise, strength);
    v128.store(samples, f32x4.add(a, firstOf(change)));
    v128.store(samples, f32x4.add(b, secondOf(change)), 16);
    v128.store(samples, f32x4.add(c, thirdOf(change)), 32);
  }
  v128.store(last, p);
  v128.store(last, q, 16);
  v128.store(last, r, 32);
}
