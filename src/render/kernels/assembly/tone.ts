import { evaluate } from './math';

/** Stages that are a matrix, a curve or a gain (see operator.ts), on planes in place. */

/** @param m nine numbers, row by row */
export function matrix(planes: usize, stride: usize, count: i32, m: usize): void {
  const a = v128.load32_splat(m);
  const b = v128.load32_splat(m, 4);
  const c = v128.load32_splat(m, 8);
  const d = v128.load32_splat(m, 12);
  const e = v128.load32_splat(m, 16);
  const f = v128.load32_splat(m, 20);
  const g = v128.load32_splat(m, 24);
  const h = v128.load32_splat(m, 28);
  const i = v128.load32_splat(m, 32);
  for (let n = 0; n < count; n += 4, planes += 16) {
    const x = v128.load(planes);
    const y = v128.load(planes + stride);
    const z = v128.load(planes + 2 * stride);
    v128.store(planes, f32x4.add(f32x4.add(f32x4.mul(a, x), f32x4.mul(b, y)), f32x4.mul(c, z)));
    v128.store(planes + stride, f32x4.add(f32x4.add(f32x4.mul(d, x), f32x4.mul(e, y)), f32x4.mul(f, z)));
    v128.store(planes + 2 * stride, f32x4.add(f32x4.add(f32x4.mul(g, x), f32x4.mul(h, y)), f32x4.mul(i, z)));
  }
}

/**
 * A curve on the largest and the smallest channel; the middle one keeps its place between them. `steps` pieces over
 * 0…1, or (`root`) over the square root of 0…8.
 */
export function toneByExtremes(
  planes: usize,
  stride: usize,
  count: i32,
  curve: usize,
  steps: i32,
  root: bool,
): void {
  const scale = f32x4.splat(root ? <f32>steps / sqrt<f32>(8) : <f32>steps);
  const most = f32x4.splat(<f32>(steps - 1));
  const least = f32x4.splat(1e-9);
  for (let n = 0; n < count; n += 4, planes += 16) {
    const r = v128.load(planes);
    const g = v128.load(planes + stride);
    const b = v128.load(planes + 2 * stride);
    const high = f32x4.pmax(f32x4.pmax(r, g), b);
    const low = f32x4.pmin(f32x4.pmin(r, g), b);
    const newHigh = root ? atRoot(curve, most, scale, high) : evaluate(curve, most, f32x4.mul(high, scale));
    const newLow = root ? atRoot(curve, most, scale, low) : evaluate(curve, most, f32x4.mul(low, scale));
    const slope = f32x4.div(f32x4.sub(newHigh, newLow), f32x4.pmax(f32x4.sub(high, low), least));
    v128.store(planes, f32x4.add(newLow, f32x4.mul(f32x4.sub(r, low), slope)));
    v128.store(planes + stride, f32x4.add(newLow, f32x4.mul(f32x4.sub(g, low), slope)));
    v128.store(planes + 2 * stride, f32x4.add(newLow, f32x4.mul(f32x4.sub(b, low), slope)));
  }
}

/** One plane through a curve of `steps` pieces over 0…1. */
export function toneOfPlane(plane: usize, count: i32, curve: usize, steps: i32): void {
  const scale = f32x4.splat(<f32>steps);
  const most = f32x4.splat(<f32>(steps - 1));
  for (let n = 0; n < count; n += 4, plane += 16) {
    v128.store(plane, evaluate(curve, most, f32x4.mul(v128.load(plane), scale)));
  }
}

/** One plane through a curve whose sign follows the number's: `perUnit` pieces to 1, over the number or its root. */
export function oddOfPlane(plane: usize, count: i32, curve: usize, steps: i32, perUnit: f32, root: bool): void {
  const scale = f32x4.splat(perUnit);
  const most = f32x4.splat(<f32>(steps - 1));
  const sign = i32x4.splat(0x80000000);
  for (let n = 0; n < count; n += 4, plane += 16) {
    const x = v128.load(plane);
    const size = f32x4.abs(x);
    const place = f32x4.mul(root ? f32x4.sqrt(size) : size, scale);
    v128.store(plane, v128.or(evaluate(curve, most, place), v128.and(x, sign)));
  }
}

/**
 * One plane through curves over the root of its size: one for numbers above zero, one for those below; then
 * held between two bounds (what is no number becomes the lower).
 */
export function codePlane(plane: usize, count: i32, above: usize, below: usize, steps: i32, perUnit: f32, least: f32, greatest: f32): void {
  const scale = f32x4.splat(perUnit);
  const most = f32x4.splat(<f32>(steps - 1));
  const end = f32x4.splat(<f32>steps);
  const zero = f32x4.splat(0);
  const low = f32x4.splat(least);
  const high = f32x4.splat(greatest);
  for (let n = 0; n < count; n += 4, plane += 16) {
    const x = v128.load(plane);
    const place = f32x4.pmin(f32x4.mul(f32x4.sqrt(f32x4.abs(x)), scale), end);
    const negative = f32x4.lt(x, zero);
    let code = evaluate(above, most, place);
    if (v128.any_true(negative)) code = v128.bitselect(evaluate(below, most, place), code, negative);
    v128.store(plane, f32x4.pmin(high, f32x4.pmax(low, code)));
  }
}

/** A gain over the largest channel, or (any weight above zero) over a weighted sum; a curve over the root of 0…8. */
export function gainByLevel(
  planes: usize,
  stride: usize,
  count: i32,
  curve: usize,
  steps: i32,
  red: f32,
  green: f32,
  blue: f32,
): void {
  const scale = f32x4.splat(<f32>steps / sqrt<f32>(8));
  const most = f32x4.splat(<f32>(steps - 1));
  const weighted = red + green + blue > 0;
  const wr = f32x4.splat(red);
  const wg = f32x4.splat(green);
  const wb = f32x4.splat(blue);
  const zero = f32x4.splat(0);
  for (let n = 0; n < count; n += 4, planes += 16) {
    const r = v128.load(planes);
    const g = v128.load(planes + stride);
    const b = v128.load(planes + 2 * stride);
    const level = weighted
      ? f32x4.add(f32x4.add(f32x4.mul(wr, r), f32x4.mul(wg, g)), f32x4.mul(wb, b))
      : f32x4.pmax(f32x4.pmax(r, g), b);
    const gain = atRoot(curve, most, scale, f32x4.pmax(level, zero));
    v128.store(planes, f32x4.mul(r, gain));
    v128.store(planes + stride, f32x4.mul(g, gain));
    v128.store(planes + 2 * stride, f32x4.mul(b, gain));
  }
}

/** A curve over the square root; below zero it goes on with slope 1. */
@inline
function atRoot(curve: usize, most: v128, scale: v128, x: v128): v128 {
  const zero = f32x4.splat(0);
  const value = evaluate(curve, most, f32x4.mul(f32x4.sqrt(f32x4.pmax(x, zero)), scale));
  return f32x4.add(value, f32x4.pmin(x, zero));
}
