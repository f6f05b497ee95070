import { blueOf, firstOf, greenOf, redOf, secondOf, thirdOf } from './interleaved';
import { confined, HALF_BELOW, valuesAt, WHOLE, WHOLE_BITS } from './pairs';

/** Parts of the vignette (effects/vignette.ts) on rows. */

const TINY = memory.data<f32>([1e-20]);
const ZERO = memory.data<f32>([0]);
const ONE = memory.data<f32>([1]);
const TWO = memory.data<f32>([2]);
const THREE = memory.data<f32>([3]);
const LIGHT_START = memory.data<f32>([0.4]);
const LIGHT_SLOPE = memory.data<f32>([<f32>(1 / 0.6)]);
const ROOT_HALF = memory.data<f32>([0.70710678]);

/**
 * Values of a table over the distance from the centre, `last` + 1 pairs from `start` on, `perDistance` of them to a half
 * diagonal. `across`: distances from the middle column in half axes; `down`: that of the row. An ellipse, or a rounded
 * rectangle by `corners`: 1024 steps of distance over the larger way, for the smaller way's share of it.
 */
export function vignetteRow(
  across: usize,
  down: f32,
  corners: i32,
  table: i32,
  start: f32,
  perDistance: f32,
  last: i32,
  count: i32,
  out: usize,
): void {
  const v = f32x4.splat(down);
  const squares = f32x4.splat(down * down);
  const tables = i32x4.splat(table);
  const first = f32x4.splat(start);
  const steps = f32x4.splat(perDistance);
  const most = f32x4.splat(<f32>last);
  const half = v128.load32_splat(HALF_BELOW);
  const whole = v128.load32_splat(WHOLE);
  const bits = v128.load32_splat(WHOLE_BITS);
  const rounding = i32x4.splat(corners);
  const cornerSteps = f32x4.splat(1024);
  for (let x = 0; x < count; x += 4, across += 16, out += 16) {
    const u = v128.load(across);
    let distance: v128;
    if (corners === 0) {
      distance = f32x4.mul(f32x4.sqrt(f32x4.add(f32x4.mul(u, u), squares)), v128.load32_splat(ROOT_HALF));
    } else {
      const longer = f32x4.pmax(f32x4.pmax(u, v), v128.load32_splat(TINY));
      const share = f32x4.mul(f32x4.div(f32x4.pmin(u, v), longer), cornerSteps);
      distance = f32x4.mul(longer, valuesAt(rounding, confined(share, cornerSteps), half, whole, bits));
    }
    const place = f32x4.mul(f32x4.sub(distance, first), steps);
    v128.store(out, valuesAt(tables, confined(place, most), half, whole, bits));
  }
}

/**
 * Roots of gains brought back towards 1 where pixels are light. `roots`: interleaved roots of linear light; the three
 * numbers weigh light.
 */
export function holdLights(
  roots: usize,
  red: f32,
  green: f32,
  blue: f32,
  hold: f32,
  count: i32,
  gains: usize,
): void {
  const wr = f32x4.splat(red);
  const wg = f32x4.splat(green);
  const wb = f32x4.splat(blue);
  const holds = f32x4.splat(hold);
  for (let x = 0; x < count; x += 4, roots += 48, gains += 16) {
    const a = v128.load(roots);
    const b = v128.load(roots, 16);
    const c = v128.load(roots, 32);
    const rr = f32x4.mul(a, a);
    const gg = f32x4.mul(b, b);
    const bb = f32x4.mul(c, c);
    const light = f32x4.add(
      f32x4.add(f32x4.mul(wr, redOf(rr, gg, bb)), f32x4.mul(wg, greenOf(rr, gg, bb))),
      f32x4.mul(wb, blueOf(rr, gg, bb)),
    );
    const one = v128.load32_splat(ONE);
    const way = f32x4.mul(f32x4.sub(light, v128.load32_splat(LIGHT_START)), v128.load32_splat(LIGHT_SLOPE));
    const t = f32x4.pmin(f32x4.pmax(way, v128.load32_splat(ZERO)), one);
    const bend = f32x4.sub(v128.load32_splat(THREE), f32x4.mul(v128.load32_splat(TWO), t));
    const share = f32x4.mul(f32x4.mul(f32x4.mul(t, t), bend), holds);
    const root = v128.load(gains);
    const gain = f32x4.mul(root, root);
    v128.store(gains, f32x4.sqrt(f32x4.add(gain, f32x4.mul(f32x4.sub(one, gain), share))));
  }
}

/** Light brought towards white by a share per pixel, in place on interleaved roots of it. */
export function fadeToWhite(roots: usize, shares: usize, count: i32): void {
  for (let x = 0; x < count; x += 4, roots += 48, shares += 16) {
    const share = v128.load(shares);
    v128.store(roots, faded(v128.load(roots), firstOf(share)));
    v128.store(roots, faded(v128.load(roots, 16), secondOf(share)), 16);
    v128.store(roots, faded(v128.load(roots, 32), thirdOf(share)), 32);
  }
}

@inline
function faded(root: v128, share: v128): v128 {
  const light = f32x4.mul(root, root);
  return f32x4.sqrt(f32x4.add(light, f32x4.mul(f32x4.sub(v128.load32_splat(ONE), light), share)));
}

/** Light times gains, given as their roots, in place. Whole vectors run over the row's end: what lies there is put back. */
export function gainLight(samples: usize, roots: usize, count: i32): void {
  const end = samples + <usize>count * 12;
  const p = v128.load(end);
  const q = v128.load(end, 16);
  const r = v128.load(end, 32);
  for (; samples < end; samples += 48, roots += 16) {
    const root = v128.load(roots);
    const gain = f32x4.mul(root, root);
    v128.store(samples, f32x4.mul(v128.load(samples), firstOf(gain)));
    v128.store(samples, f32x4.mul(v128.load(samples, 16), secondOf(gain)), 16);
    v128.store(samples, f32x4.mul(v128.load(samples, 32), thirdOf(gain)), 32);
  }
  v128.store(end, p);
  v128.store(end, q, 16);
  v128.store(end, r, 32);
}

/** Roots of interleaved linear light. */
export function rootsOfLight(samples: usize, count: i32, out: usize): void {
  for (let x = 0; x < count; x += 4, samples += 48, out += 48) {
    const zero = v128.load32_splat(ZERO);
    v128.store(out, f32x4.sqrt(f32x4.pmax(zero, v128.load(samples))));
    v128.store(out, f32x4.sqrt(f32x4.pmax(zero, v128.load(samples, 16))), 16);
    v128.store(out, f32x4.sqrt(f32x4.pmax(zero, v128.load(samples, 32))), 32);
  }
}
