import { bound, exp2, integers, interpolate } from './math';

// Numbers used in a loop are loaded four at a time: a constant would be made anew in every round of it.
const ZERO = memory.data<f32>([0]);
const ONE = memory.data<f32>([1]);
const DARK_END = memory.data<f32>([9]);
const DARK_SLOPE = memory.data<f32>([1 / 3.5]);
const LIGHT_START = memory.data<f32>([1.2]);
const LIGHT_SLOPE = memory.data<f32>([0.55 / 1.2]);
const LIGHT_LOSS = memory.data<f32>([0.55]);
const CLARITY_DAMPING = memory.data<f32>([0.6]);
const TEXTURE_DAMPING = memory.data<f32>([1.5]);
const LEAST = memory.data<f32>([-8]);
const MOST = memory.data<f32>([8]);
const HALF = memory.data<f32>([0.5]);

/**
 * Roots of the factors by which pixels are lightened: the sum of Highlights and Shadows (`tone`: stops over the level of
 * their base, `perStop` numbers from `first` on), Clarity and Texture (see
 * local/presence.ts), each left out where its base is 0. Stops beyond ±8 count as ±8.
 */
export function gainRoots(
  levels: usize,
  toneBases: usize,
  tone: usize,
  last: i32,
  first: f32,
  perStop: f32,
  clarityBases: usize,
  clarity: f32,
  textureBases: usize,
  texture: f32,
  count: i32,
  out: usize,
): void {
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const level = v128.load(levels + at);
    let stops = v128.load32_splat(ZERO);
    if (toneBases !== 0) stops = toneStops(v128.load(toneBases + at), tone, last, first, perStop);
    if (clarityBases !== 0) stops = f32x4.add(stops, clarityStops(level, v128.load(clarityBases + at), clarity));
    if (textureBases !== 0) stops = f32x4.add(stops, textureStops(level, v128.load(textureBases + at), texture));
    v128.store(out + at, rootOfPower(stops));
  }
}

@inline
function toneStops(base: v128, table: usize, last: i32, first: f32, perStop: f32): v128 {
  const position = f32x4.mul(f32x4.sub(base, f32x4.splat(first)), f32x4.splat(perStop));
  const most = f32x4.splat(<f32>last);
  const place = f32x4.pmax(v128.load32_splat(ZERO), f32x4.pmin(most, position));
  const whole = f32x4.floor(place);
  return interpolate(table, integers(whole), f32x4.sub(place, whole));
}

@inline
function clarityStops(level: v128, base: v128, strength: f32): v128 {
  const zero = v128.load32_splat(ZERO);
  const one = v128.load32_splat(ONE);
  const detail = f32x4.sub(level, base);
  const dark = f32x4.mul(f32x4.add(base, v128.load32_splat(DARK_END)), v128.load32_splat(DARK_SLOPE));
  const light = f32x4.mul(f32x4.add(base, v128.load32_splat(LIGHT_START)), v128.load32_splat(LIGHT_SLOPE));
  const mask = f32x4.mul(
    f32x4.pmin(f32x4.pmax(dark, zero), one),
    f32x4.sub(one, f32x4.pmin(f32x4.pmax(light, zero), v128.load32_splat(LIGHT_LOSS))),
  );
  const damping = f32x4.add(one, f32x4.mul(v128.load32_splat(CLARITY_DAMPING), f32x4.abs(detail)));
  return f32x4.div(f32x4.mul(f32x4.mul(f32x4.splat(strength), detail), mask), damping);
}

@inline
function textureStops(level: v128, base: v128, strength: f32): v128 {
  const detail = f32x4.sub(level, base);
  const damping = f32x4.add(v128.load32_splat(ONE), f32x4.mul(v128.load32_splat(TEXTURE_DAMPING), f32x4.mul(detail, detail)));
  return f32x4.div(f32x4.mul(f32x4.splat(strength), detail), damping);
}

/** 2^(stops / 2). */
@inline
function rootOfPower(stops: v128): v128 {
  const bounded = bound(stops, v128.load32_splat(LEAST), v128.load32_splat(MOST));
  return exp2(f32x4.mul(bounded, v128.load32_splat(HALF)));
}
