import { evaluate } from './math';

/** What local sliders do to planes of linear light, in place. */

const ZERO = memory.data<f32>([0]);
const ONE = memory.data<f32>([1]);
const TENTH = memory.data<f32>([0.1]);

/** Times the squares of gain roots. */
export function lighten(planes: usize, stride: usize, count: i32, roots: usize): void {
  for (let n = 0; n < count; n += 4, planes += 16, roots += 16) {
    const root = v128.load(roots);
    const gain = f32x4.mul(root, root);
    v128.store(planes, f32x4.mul(v128.load(planes), gain));
    v128.store(planes + stride, f32x4.mul(v128.load(planes + stride), gain));
    v128.store(planes + 2 * stride, f32x4.mul(v128.load(planes + 2 * stride), gain));
  }
}

/** See `clearAir` in local/dehaze.ts. */
export function clearAir(
  planes: usize,
  stride: usize,
  count: i32,
  amount: f32,
  veils: usize,
  red: f32,
  green: f32,
  blue: f32,
): void {
  const r = f32x4.splat(red);
  const g = f32x4.splat(green);
  const b = f32x4.splat(blue);
  const thinner = f32x4.splat(amount * 0.8);
  const thicker = f32x4.splat(amount * 0.58);
  for (let n = 0; n < count; n += 4, planes += 16, veils += 16) {
    const one = v128.load32_splat(ONE);
    const veil = f32x4.pmax(v128.load32_splat(ZERO), f32x4.pmin(one, v128.load(veils)));
    let gain: v128;
    if (amount > 0) {
      const share = f32x4.div(
        f32x4.mul(thinner, veil),
        f32x4.add(one, f32x4.mul(f32x4.splat(1.4), veil)),
      );
      gain = f32x4.div(one, f32x4.pmax(f32x4.splat(0.25), f32x4.sub(one, share)));
    } else gain = f32x4.add(one, f32x4.div(f32x4.mul(thicker, veil), f32x4.add(veil, f32x4.splat(0.07))));
    v128.store(planes, cleared(v128.load(planes), r, gain));
    v128.store(planes + stride, cleared(v128.load(planes + stride), g, gain));
    v128.store(planes + 2 * stride, cleared(v128.load(planes + 2 * stride), b, gain));
  }
}

@inline
function cleared(light: v128, air: v128, gain: v128): v128 {
  const clear = f32x4.add(f32x4.mul(f32x4.sub(light, air), gain), air);
  return f32x4.pmax(clear, f32x4.mul(light, v128.load32_splat(TENTH)));
}

/** Takes a raw preview's base curve out (see ops/base-curve.ts): a curve over the root of 0…8. */
export function removeBase(planes: usize, stride: usize, count: i32, curve: usize, steps: i32): void {
  const scale = f32x4.splat(<f32>steps / sqrt<f32>(8));
  const most = f32x4.splat(<f32>(steps - 1));
  const least = f32x4.splat(1e-9);
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const nearWhite = f32x4.splat(0.8);
  for (let n = 0; n < count; n += 4, planes += 16) {
    const r = v128.load(planes);
    const g = v128.load(planes + stride);
    const b = v128.load(planes + 2 * stride);
    const high = f32x4.pmax(f32x4.pmax(r, g), b);
    const low = f32x4.pmin(f32x4.pmin(r, g), b);
    const newHigh = sceneOf(high, curve, most, scale, zero, one);
    let newLow = sceneOf(low, curve, most, scale, zero, one);
    const white = f32x4.gt(low, nearWhite);
    if (v128.any_true(white)) {
      const share = f32x4.mul(smoothstep(0.8, 0.97, low, zero, one), smoothstep(0.93, 0.99, high, zero, one));
      const lifted = f32x4.add(newLow, f32x4.mul(f32x4.sub(newHigh, newLow), share));
      newLow = v128.bitselect(lifted, newLow, white);
    }
    const slope = f32x4.div(f32x4.sub(newHigh, newLow), f32x4.pmax(f32x4.sub(high, low), least));
    v128.store(planes, f32x4.add(newLow, f32x4.mul(f32x4.sub(r, low), slope)));
    v128.store(planes + stride, f32x4.add(newLow, f32x4.mul(f32x4.sub(g, low), slope)));
    v128.store(planes + 2 * stride, f32x4.add(newLow, f32x4.mul(f32x4.sub(b, low), slope)));
  }
}

/** White at most; below zero it goes on with slope 1. */
@inline
function sceneOf(display: v128, curve: usize, most: v128, scale: v128, zero: v128, one: v128): v128 {
  const x = f32x4.pmin(display, one);
  const value = evaluate(curve, most, f32x4.mul(f32x4.sqrt(f32x4.pmax(x, zero)), scale));
  return f32x4.add(value, f32x4.pmin(x, zero));
}

@inline
function smoothstep(low: f32, high: f32, x: v128, zero: v128, one: v128): v128 {
  const way = f32x4.mul(f32x4.sub(x, f32x4.splat(low)), f32x4.splat(1 / (high - low)));
  const t = f32x4.pmin(f32x4.pmax(way, zero), one);
  return f32x4.mul(f32x4.mul(t, t), f32x4.sub(f32x4.splat(3), f32x4.mul(f32x4.splat(2), t)));
}
