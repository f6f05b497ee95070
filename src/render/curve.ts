import type { Apply } from './apply.ts';

/** A function of one value; monotone for tone stages. */
export type ToneFunction = (x: number) => number;

/** A function sampled at equal steps over 0…1; beyond its ends it goes on straight. */
export type Curve = Float32Array;

/** Enough for 16 bits: with a curvature of 4 the error of a straight piece is 4 / (8 · 256²) = 8e-6, half a level. */
const STEPS = 256;

export function tabulate(f: ToneFunction, steps = STEPS): Curve {
  const curve = new Float32Array(steps + 1);
  for (let i = 0; i <= steps; i++) curve[i] = f(i / steps);
  return curve;
}

export function evaluate(curve: Curve, x: number): number {
  const last = curve.length - 1;
  const position = x * last;
  const i = position <= 0 ? 0 : position >= last - 1 ? last - 1 : position | 0;
  const a = curve[i]!;
  return a + (curve[i + 1]! - a) * (position - i);
}

/**
 * A curve on the largest and the smallest channel; the middle one keeps its relative place between them, so that
 * hue stays (the way of the DNG SDK's `RefBaselineRGBTone`). Two in a row equal their composition.
 */
export function toneByExtremes(curve: Curve): Apply {
  return (samples, count) => {
    for (let p = 0; p < count * 3; p += 3) {
      const r = samples[p]!;
      const g = samples[p + 1]!;
      const b = samples[p + 2]!;
      const high = r > g ? Math.max(r, b) : Math.max(g, b);
      const low = r < g ? Math.min(r, b) : Math.min(g, b);
      const newLow = evaluate(curve, low);
      if (high - low < 1e-9) {
        samples[p] = samples[p + 1] = samples[p + 2] = newLow;
        continue;
      }
      const scale = (evaluate(curve, high) - newLow) / (high - low);
      samples[p] = newLow + (r - low) * scale;
      samples[p + 1] = newLow + (g - low) * scale;
      samples[p + 2] = newLow + (b - low) * scale;
    }
  };
}

/** One curve per channel. */
export function toneByChannel(curves: readonly [Curve, Curve, Curve]): Apply {
  const [red, green, blue] = curves;
  return (samples, count) => {
    for (let p = 0; p < count * 3; p += 3) {
      samples[p] = evaluate(red, samples[p]!);
      samples[p + 1] = evaluate(green, samples[p + 1]!);
      samples[p + 2] = evaluate(blue, samples[p + 2]!);
    }
  };
}

/** Range of linear values that root curves cover: three stops above display white. */
const ROOT_TOP = 8;
const ROOT_STEPS = 512;

/** A function of linear light 0…8, sampled at equal steps of the square root (fine where the eye is). */
export function tabulateRoot(f: ToneFunction, steps = ROOT_STEPS): Curve {
  const curve = new Float32Array(steps + 1);
  for (let i = 0; i <= steps; i++) curve[i] = f(ROOT_TOP * (i / steps) ** 2);
  return curve;
}

export function evaluateRoot(curve: Curve, x: number): number {
  if (!(x > 0)) return curve[0]! + Math.min(x, 0);
  const last = curve.length - 1;
  const position = Math.sqrt(x / ROOT_TOP) * last;
  const i = position >= last - 1 ? last - 1 : position | 0;
  const a = curve[i]!;
  return a + (curve[i + 1]! - a) * (position - i);
}

/** `toneByExtremes` for curves over linear light. */
export function toneLinearByExtremes(curve: Curve): Apply {
  return (samples, count) => {
    for (let p = 0; p < count * 3; p += 3) {
      const r = samples[p]!;
      const g = samples[p + 1]!;
      const b = samples[p + 2]!;
      const high = r > g ? Math.max(r, b) : Math.max(g, b);
      const low = r < g ? Math.min(r, b) : Math.min(g, b);
      const newLow = evaluateRoot(curve, low);
      if (high - low < 1e-9) {
        samples[p] = samples[p + 1] = samples[p + 2] = newLow;
        continue;
      }
      const scale = (evaluateRoot(curve, high) - newLow) / (high - low);
      samples[p] = newLow + (r - low) * scale;
      samples[p + 1] = newLow + (g - low) * scale;
      samples[p + 2] = newLow + (b - low) * scale;
    }
  };
}

/** Monotone piecewise cubic through points with rising x (Fritsch and Carlson 1980): never overshoots. */
export function monotoneCubic(xs: readonly number[], ys: readonly number[]): ToneFunction {
  const n = xs.length;
  const slopes = new Array<number>(n).fill(0);
  const secants: number[] = [];
  for (let i = 0; i < n - 1; i++) secants.push((ys[i + 1]! - ys[i]!) / (xs[i + 1]! - xs[i]!));
  for (let i = 0; i < n; i++) {
    const left = secants[i - 1];
    const right = secants[i];
    if (left === undefined || right === undefined) slopes[i] = left ?? right ?? 0;
    else if (left * right > 0) {
      const before = xs[i]! - xs[i - 1]!;
      const after = xs[i + 1]! - xs[i]!;
      const w1 = 2 * after + before;
      const w2 = after + 2 * before;
      slopes[i] = (w1 + w2) / (w1 / left + w2 / right);
    }
  }
  return (x) => {
    if (n === 1 || x <= xs[0]!) return ys[0]!;
    if (x >= xs[n - 1]!) return ys[n - 1]!;
    let i = 0;
    while (x > xs[i + 1]!) i++;
    const h = xs[i + 1]! - xs[i]!;
    const t = (x - xs[i]!) / h;
    const t2 = t * t;
    const t3 = t2 * t;
    return (
      ys[i]! * (2 * t3 - 3 * t2 + 1) +
      slopes[i]! * h * (t3 - 2 * t2 + t) +
      ys[i + 1]! * (3 * t2 - 2 * t3) +
      slopes[i + 1]! * h * (t3 - t2)
    );
  };
}

export function clamp(x: number, low: number, high: number): number {
  return x < low ? low : Math.min(x, high);
}

export function smoothstep(low: number, high: number, x: number): number {
  const t = clamp((x - low) / (high - low), 0, 1);
  return t * t * (3 - 2 * t);
}
