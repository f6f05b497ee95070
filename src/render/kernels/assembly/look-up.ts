import { firstOf, secondOf, thirdOf } from './interleaved';
import { confined, HALF_BELOW, valuesAt, WHOLE, WHOLE_BITS } from './pairs';

/**
 * `count` interleaved pixels times a factor each, through a table per channel: pairs of a value and the change to the
 * next, `last` + 1 of them over 0…1. Whole vectors run over the row's end: what lies there is put back.
 */
export function lookUpSamples(
  samples: usize,
  factors: usize,
  count: i32,
  red: i32,
  green: i32,
  blue: i32,
  last: i32,
  out: usize,
): void {
  const first = i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(red), 1, green), 2, blue);
  const second = v128.shuffle<i32>(first, first, 1, 2, 0, 1);
  const third = v128.shuffle<i32>(first, first, 2, 0, 1, 2);
  const most = f32x4.splat(<f32>last);
  const half = v128.load32_splat(HALF_BELOW);
  const whole = v128.load32_splat(WHOLE);
  const bits = v128.load32_splat(WHOLE_BITS);
  const end = out + <usize>count * 12;
  const p = v128.load(end);
  const q = v128.load(end, 16);
  const r = v128.load(end, 32);
  for (; out < end; out += 48, samples += 48, factors += 16) {
    const factor = f32x4.mul(v128.load(factors), most);
    const a = f32x4.mul(v128.load(samples), firstOf(factor));
    const b = f32x4.mul(v128.load(samples, 16), secondOf(factor));
    const c = f32x4.mul(v128.load(samples, 32), thirdOf(factor));
    v128.store(out, valuesAt(first, confined(a, most), half, whole, bits));
    v128.store(out, valuesAt(second, confined(b, most), half, whole, bits), 16);
    v128.store(out, valuesAt(third, confined(c, most), half, whole, bits), 32);
  }
  v128.store(end, p);
  v128.store(end, q, 16);
  v128.store(end, r, 32);
}
