import { bound, evaluate, exp2, integers, interpolate, wholeOf } from './math';

/** Stages that look at a pixel's hue, in HSV over linear light (see ops/mixer.ts, ops/vibrance.ts), on planes in place. */

const ZERO = memory.data<f32>([0]);
const ONE = memory.data<f32>([1]);
const TWO = memory.data<f32>([2]);
const THREE = memory.data<f32>([3]);
const FOUR = memory.data<f32>([4]);
const SIX = memory.data<f32>([6]);
const HALF = memory.data<f32>([0.5]);
const CIRCLE = memory.data<f32>([360]);
const DEGREES = memory.data<f32>([60]);
const DARKEST = memory.data<f32>([1e-6]);
const GREYEST = memory.data<f32>([1e-5]);
const PALER = memory.data<f32>([0.45]);
const BOUND_STEPS = memory.data<f32>([256]);
const PURER = memory.data<f32>([0.7]);
const PURE_TOP = memory.data<f32>([0.6]);
const LEAST = memory.data<f32>([-8]);
const MOST = memory.data<f32>([8]);
const PURE = memory.data<f32>([1.0 / 0.3]);
const RISE = memory.data<f32>([0.08]);
const LIFT = memory.data<f32>([4.75]);
const LIFT_DARK = memory.data<f32>([0.2]);
const LIFT_BEND = memory.data<f32>([0.12]);
const DROP_FULL = memory.data<f32>([1.0 / 0.46]);
const DROP_SIZE = memory.data<f32>([0.62]);
const DROP_BEND = memory.data<f32>([0.38]);
const DROP = memory.data<f32>([4.5]);
const S9 = memory.data<f32>([0.00016044118]);
const S7 = memory.data<f32>([-0.0046817541]);
const S5 = memory.data<f32>([0.079692626]);
const S3 = memory.data<f32>([-0.64596409]);
const S1 = memory.data<f32>([1.5707963]);
const SIXTH = memory.data<f32>([1.0471975512]);
const C4 = memory.data<f32>([1.0 / 24.0]);
const BOUND_MOST = memory.data<f32>([255]);

/**
 * Hue shifts (in sixths of the circle), amounts of chroma and of level over the hue, one entry per degree; `bounds`: see
 * saturate.ts.
 */
export function mixer(
  planes: usize,
  stride: usize,
  count: i32,
  shifts: usize,
  chromas: usize,
  levels: usize,
  bounds: usize,
): void {
  for (let n = 0; n < count; n += 4, planes += 16) {
    const r = v128.load(planes);
    const g = v128.load(planes + stride);
    const b = v128.load(planes + 2 * stride);
    const value = f32x4.pmax(f32x4.pmax(r, g), b);
    let high = value;
    let low = f32x4.pmin(f32x4.pmin(r, g), b);
    const chroma = f32x4.sub(high, low);
    const colored = v128.and(
      f32x4.gt(high, v128.load32_splat(DARKEST)),
      f32x4.ge(chroma, f32x4.mul(high, v128.load32_splat(GREYEST))),
    );
    if (!v128.any_true(colored)) continue;
    const angle = hueOf(r, g, b, high, f32x4.pmax(chroma, v128.load32_splat(DARKEST)));
    const place = f32x4.mul(angle, v128.load32_splat(DEGREES));
    const whole = wholeOf(place, v128.load32_splat(CIRCLE));
    const i = integers(whole);
    const t = f32x4.sub(place, whole);
    const shift = interpolate(shifts, i, t);
    const amount = interpolate(chromas, i, t);
    const level = interpolate(levels, i, t);
    const one = v128.load32_splat(ONE);
    const zero = v128.load32_splat(ZERO);
    const half = v128.load32_splat(HALF);
    const s = f32x4.pmin(f32x4.div(chroma, f32x4.pmax(high, v128.load32_splat(DARKEST))), one);

    // Chroma: more keeps the largest channel, less keeps the middle.
    const more = f32x4.gt(amount, zero);
    const k = gainChroma(s, value, amount, bounds);
    const middle = v128.bitselect(high, f32x4.mul(f32x4.add(high, low), half), more);
    low = f32x4.add(middle, f32x4.mul(f32x4.sub(low, middle), k));
    high = v128.bitselect(high, f32x4.add(middle, f32x4.mul(f32x4.sub(high, middle), k)), more);

    // Level.
    const lifted = f32x4.gt(level, zero);
    const light = f32x4.pmin(value, one);
    const stops = v128.bitselect(lighterStops(s, value, level), darkerStops(s, value, level), lifted);
    const purer = f32x4.sub(
      one,
      f32x4.mul(
        level,
        v128.bitselect(
          f32x4.mul(v128.load32_splat(PALER), f32x4.mul(light, light)),
          f32x4.mul(v128.load32_splat(PURER), f32x4.pmin(value, v128.load32_splat(PURE_TOP))),
          lifted,
        ),
      ),
    );
    const gain = exp2(bound(stops, v128.load32_splat(LEAST), v128.load32_splat(MOST)));
    const own = f32x4.sub(high, low);
    const newChroma = f32x4.pmin(f32x4.mul(own, purer), f32x4.pmax(high, own));
    low = f32x4.mul(f32x4.sub(high, newChroma), gain);
    high = f32x4.mul(high, gain);

    // Hue: turned about the grey axis.
    const turned = f32x4.add(angle, shift);
    const centre = f32x4.mul(f32x4.add(high, low), half);
    const reach = f32x4.mul(
      f32x4.mul(f32x4.sub(high, low), half),
      f32x4.div(hexagon(turned), hexagon(angle)),
    );
    high = f32x4.add(centre, reach);
    low = f32x4.sub(centre, reach);

    const six = v128.load32_splat(SIX);
    const over = f32x4.mul(f32x4.floor(f32x4.div(turned, six)), six);
    const hue = f32x4.sub(turned, over);
    const range = f32x4.sub(high, low);
    const red = f32x4.sub(f32x4.abs(f32x4.sub(hue, v128.load32_splat(THREE))), one);
    const green = f32x4.sub(v128.load32_splat(TWO), f32x4.abs(f32x4.sub(hue, v128.load32_splat(TWO))));
    const blue = f32x4.sub(v128.load32_splat(TWO), f32x4.abs(f32x4.sub(hue, v128.load32_splat(FOUR))));
    v128.store(planes, v128.bitselect(painted(low, range, red), r, colored));
    v128.store(planes + stride, v128.bitselect(painted(low, range, green), g, colored));
    v128.store(planes + 2 * stride, v128.bitselect(painted(low, range, blue), b, colored));
  }
}

/** @param amounts over the hue, one entry per degree */
export function vibranceUp(planes: usize, stride: usize, count: i32, amounts: usize, bounds: usize): void {
  for (let n = 0; n < count; n += 4, planes += 16) {
    const r = v128.load(planes);
    const g = v128.load(planes + stride);
    const b = v128.load(planes + 2 * stride);
    const high = f32x4.pmax(f32x4.pmax(r, g), b);
    const low = f32x4.pmin(f32x4.pmin(r, g), b);
    const chroma = f32x4.sub(high, low);
    const colored = v128.and(
      f32x4.gt(high, v128.load32_splat(DARKEST)),
      f32x4.ge(chroma, f32x4.mul(high, v128.load32_splat(GREYEST))),
    );
    if (!v128.any_true(colored)) continue;
    const one = v128.load32_splat(ONE);
    const angle = hueOf(r, g, b, high, f32x4.pmax(chroma, v128.load32_splat(DARKEST)));
    const place = f32x4.mul(angle, v128.load32_splat(DEGREES));
    const whole = wholeOf(place, v128.load32_splat(CIRCLE));
    const amount = interpolate(amounts, integers(whole), f32x4.sub(place, whole));
    const s = f32x4.pmin(f32x4.div(chroma, f32x4.pmax(high, v128.load32_splat(DARKEST))), one);
    const k = gainChroma(s, high, amount, bounds);
    const pure = f32x4.pmin(f32x4.mul(s, v128.load32_splat(PURE)), one);
    const gain = f32x4.add(one, f32x4.mul(f32x4.mul(v128.load32_splat(RISE), amount), pure));
    spread(planes, stride, r, g, b, high, f32x4.mul(high, gain), k, colored);
  }
}

/** @param chromas factors on chroma and on the largest channel over the saturation 0…1, `steps` pieces each */
export function vibranceDown(
  planes: usize,
  stride: usize,
  count: i32,
  chromas: usize,
  values: usize,
  steps: i32,
): void {
  const scale = f32x4.splat(<f32>steps);
  const most = f32x4.splat(<f32>(steps - 1));
  for (let n = 0; n < count; n += 4, planes += 16) {
    const r = v128.load(planes);
    const g = v128.load(planes + stride);
    const b = v128.load(planes + 2 * stride);
    const high = f32x4.pmax(f32x4.pmax(r, g), b);
    const low = f32x4.pmin(f32x4.pmin(r, g), b);
    const chroma = f32x4.sub(high, low);
    const colored = v128.and(
      f32x4.gt(high, v128.load32_splat(DARKEST)),
      f32x4.ge(chroma, f32x4.mul(high, v128.load32_splat(GREYEST))),
    );
    const s = f32x4.pmin(
      f32x4.div(chroma, f32x4.pmax(high, v128.load32_splat(DARKEST))),
      v128.load32_splat(ONE),
    );
    const place = f32x4.mul(s, scale);
    const k = evaluate(chromas, most, place);
    spread(planes, stride, r, g, b, high, f32x4.mul(high, evaluate(values, most, place)), k, colored);
  }
}

/** Channels at their distance from the largest, times k, below its new value. */
@inline
function spread(
  planes: usize,
  stride: usize,
  r: v128,
  g: v128,
  b: v128,
  high: v128,
  newHigh: v128,
  k: v128,
  colored: v128,
): void {
  const red = f32x4.add(newHigh, f32x4.mul(f32x4.sub(r, high), k));
  const green = f32x4.add(newHigh, f32x4.mul(f32x4.sub(g, high), k));
  const blue = f32x4.add(newHigh, f32x4.mul(f32x4.sub(b, high), k));
  v128.store(planes, v128.bitselect(red, r, colored));
  v128.store(planes + stride, v128.bitselect(green, g, colored));
  v128.store(planes + 2 * stride, v128.bitselect(blue, b, colored));
}

/** HSV hue 0…6. */
@inline
function hueOf(r: v128, g: v128, b: v128, high: v128, chroma: v128): v128 {
  const isRed = f32x4.eq(high, r);
  const isGreen = f32x4.eq(high, g);
  const difference = v128.bitselect(
    f32x4.sub(g, b),
    v128.bitselect(f32x4.sub(b, r), f32x4.sub(r, g), isGreen),
    isRed,
  );
  const start = v128.bitselect(
    v128.load32_splat(ZERO),
    v128.bitselect(v128.load32_splat(TWO), v128.load32_splat(FOUR), isGreen),
    isRed,
  );
  const hue = f32x4.add(start, f32x4.div(difference, chroma));
  return f32x4.add(hue, v128.and(f32x4.lt(hue, v128.load32_splat(ZERO)), v128.load32_splat(SIX)));
}

/** See saturate.ts. */
@inline
function gainChroma(s: v128, v: v128, amount: v128, bounds: usize): v128 {
  const one = v128.load32_splat(ONE);
  const zero = v128.load32_splat(ZERO);
  const room = f32x4.mul(f32x4.sub(one, s), v128.load32_splat(BOUND_STEPS));
  const light = f32x4.pmin(v, one);
  const q = f32x4.mul(
    evaluate(bounds, v128.load32_splat(BOUND_MOST), room),
    f32x4.sub(one, f32x4.mul(v128.load32_splat(PALER), f32x4.mul(light, light))),
  );
  const up = f32x4.div(one, f32x4.sub(one, f32x4.mul(amount, q)));
  const down = f32x4.pmax(f32x4.add(one, amount), zero);
  return v128.bitselect(up, down, f32x4.gt(amount, zero));
}

@inline
function lighterStops(s: v128, v: v128, amount: v128): v128 {
  const pale = f32x4.div(f32x4.mul(v128.load32_splat(LIFT), s), f32x4.add(s, v128.load32_splat(PURE_TOP)));
  const dark = f32x4.div(v, f32x4.add(v, v128.load32_splat(LIFT_DARK)));
  const size = f32x4.mul(amount, f32x4.sub(v128.load32_splat(ONE), f32x4.mul(v128.load32_splat(LIFT_BEND), amount)));
  return f32x4.mul(f32x4.mul(pale, dark), size);
}

@inline
function darkerStops(s: v128, v: v128, amount: v128): v128 {
  const x = f32x4.pmin(f32x4.mul(v, v128.load32_splat(DROP_FULL)), v128.load32_splat(ONE));
  const size = f32x4.mul(amount, f32x4.sub(v128.load32_splat(DROP_SIZE), f32x4.mul(v128.load32_splat(DROP_BEND), amount)));
  return f32x4.mul(f32x4.mul(f32x4.mul(v128.load32_splat(DROP), s), sine(x)), size);
}

/** sin(πx / 2) for 0…1, Taylor series to the ninth power: within 4e-6. */
@inline
function sine(x: v128): v128 {
  const x2 = f32x4.mul(x, x);
  let p = v128.load32_splat(S9);
  p = f32x4.add(f32x4.mul(p, x2), v128.load32_splat(S7));
  p = f32x4.add(f32x4.mul(p, x2), v128.load32_splat(S5));
  p = f32x4.add(f32x4.mul(p, x2), v128.load32_splat(S3));
  p = f32x4.add(f32x4.mul(p, x2), v128.load32_splat(S1));
  return f32x4.mul(p, x);
}

/** See `hexagon` in ops/mixer.ts. */
@inline
function hexagon(angle: v128): v128 {
  const part = f32x4.sub(f32x4.sub(angle, f32x4.floor(angle)), v128.load32_splat(HALF));
  const x = f32x4.mul(part, v128.load32_splat(SIXTH));
  const x2 = f32x4.mul(x, x);
  return f32x4.add(
    f32x4.sub(v128.load32_splat(ONE), f32x4.mul(x2, v128.load32_splat(HALF))),
    f32x4.mul(f32x4.mul(x2, x2), v128.load32_splat(C4)),
  );
}

@inline
function painted(low: v128, range: v128, share: v128): v128 {
  return f32x4.add(low, f32x4.mul(range, bound(share, v128.load32_splat(ZERO), v128.load32_splat(ONE))));
}
