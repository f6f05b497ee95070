import { split } from './planes';
import { toneOfPlane } from './tone';

/** Roots of linear light are nearly straight over codes: with them a gain is one multiplication and one look-up. */

/** Table entries of the 8-bit codes of `count` interleaved pixels, as planes `stride` bytes apart; a table per channel. */
export function lookUp(
  codes: usize,
  count: i32,
  red: usize,
  green: usize,
  blue: usize,
  out: usize,
  stride: usize,
): void {
  lookUpCodes<u8>(codes, count, red, green, blue, out, stride);
}

/** The same of 16-bit codes. */
export function lookUp16(
  codes: usize,
  count: i32,
  red: usize,
  green: usize,
  blue: usize,
  out: usize,
  stride: usize,
): void {
  lookUpCodes<u16>(codes, count, red, green, blue, out, stride);
}

@inline
function lookUpCodes<T>(
  codes: usize,
  count: i32,
  red: usize,
  green: usize,
  blue: usize,
  out: usize,
  stride: usize,
): void {
  for (let x = 0; x < count; x++, codes += 3 * sizeof<T>(), out += 4) {
    store<f32>(out, load<f32>(red + ((<usize>load<T>(codes)) << 2)));
    store<f32>(out + stride, load<f32>(green + ((<usize>load<T>(codes, sizeof<T>())) << 2)));
    store<f32>(out + 2 * stride, load<f32>(blue + ((<usize>load<T>(codes, 2 * sizeof<T>())) << 2)));
  }
}

/**
 * Roots times gain roots → places in a color table (0…65535), as planes `stride` bytes apart, through a table of `last` +
 * 1 places over the root for each channel.
 */
export function rootPlaces(
  roots: usize,
  rootStride: usize,
  gains: usize,
  count: i32,
  red: usize,
  green: usize,
  blue: usize,
  last: i32,
  out: usize,
  stride: usize,
): void {
  placesOfPlane(roots, gains, count, red, last, out);
  placesOfPlane(roots + rootStride, gains, count, green, last, out + stride);
  placesOfPlane(roots + 2 * rootStride, gains, count, blue, last, out + 2 * stride);
}

function placesOfPlane(roots: usize, gains: usize, count: i32, places: usize, last: i32, out: usize): void {
  const most = i32x4.splat(last);
  const table = i32x4.splat(<i32>places);
  // Adding it rounds to whole numbers, which then stand in the lowest bits.
  const whole = f32x4.splat(8388608);
  const bits = i32x4.splat(0x7fffff);
  for (let x = 0; x < count; x += 4, roots += 16, gains += 16, out += 8) {
    const place = f32x4.mul(v128.load(roots), v128.load(gains));
    const i = i32x4.min_s(v128.and(f32x4.add(place, whole), bits), most);
    const at = i32x4.add(table, i32x4.shl(i, 1));
    // Two addresses at a time: half as many ways out of the vector.
    const first = i64x2.extract_lane(at, 0);
    const second = i64x2.extract_lane(at, 1);
    store<u16>(out, load<u16>(<usize>first));
    store<u16>(out, load<u16>(<usize>(first >>> 32)), 2);
    store<u16>(out, load<u16>(<usize>second), 4);
    store<u16>(out, load<u16>(<usize>(second >>> 32)), 6);
  }
}

/**
 * Roots of `count` interleaved pixels coded 0…1, as planes: `curves` has one curve of `steps` pieces over the coded value
 * per channel.
 */
export function valueRoots(
  values: usize,
  count: i32,
  curves: usize,
  steps: i32,
  out: usize,
  stride: usize,
): void {
  split(values, count, out, stride);
  const size = (<usize>(steps + 2)) << 2;
  toneOfPlane(out, count, curves, steps);
  toneOfPlane(out + stride, count, curves + size, steps);
  toneOfPlane(out + 2 * stride, count, curves + 2 * size, steps);
}

/** Places in a color table of `count` interleaved pixels coded 0…1, as planes `stride` bytes apart. */
export function valuePlaces(values: usize, count: i32, out: usize, stride: usize): void {
  for (let x = 0; x < count; x++, values += 12, out += 2) {
    store<u16>(out, <u16>placeOf(load<f32>(values)));
    store<u16>(out + stride, <u16>placeOf(load<f32>(values, 4)));
    store<u16>(out + 2 * stride, <u16>placeOf(load<f32>(values, 8)));
  }
}

/** The same of planes, in place of their numbers' memory or elsewhere. */
export function planePlaces(planes: usize, planeStride: usize, count: i32, out: usize, stride: usize): void {
  for (let x = 0; x < count; x++, planes += 4, out += 2) {
    store<u16>(out, <u16>placeOf(load<f32>(planes)));
    store<u16>(out + stride, <u16>placeOf(load<f32>(planes + planeStride)));
    store<u16>(out + 2 * stride, <u16>placeOf(load<f32>(planes + 2 * planeStride)));
  }
}

@inline
function placeOf(value: f32): i32 {
  return <i32>(min<f32>(max<f32>(value, 0), 1) * 65535 + 0.5);
}

/** Places in a color table of `count` interleaved 8-bit pixels, as planes `stride` bytes apart. */
export function codePlaces(codes: usize, count: i32, out: usize, stride: usize): void {
  for (let x = 0; x < count; x++, codes += 3, out += 2) {
    store<u16>(out, <u16>(<u32>load<u8>(codes) * 257));
    store<u16>(out + stride, <u16>(<u32>load<u8>(codes, 1) * 257));
    store<u16>(out + 2 * stride, <u16>(<u32>load<u8>(codes, 2) * 257));
  }
}
