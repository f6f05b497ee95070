/**
 * Color tables: nodes of four 16-bit numbers (red, green, blue, unused; 16320 = white, so that a node may lie beyond the
 * gamut) at 8 bytes each, red slowest, 2^bits + 1 nodes per edge. Tetrahedral interpolation (Kasson et al. 1995), four
 * pixels at a time: the fractions of the channels, with the way to the next node along that channel in their lower bits,
 * are sorted by minima and maxima without a branch; nodes are then weighted by dot products of 16-bit pairs.
 *
 * `places`: 16-bit planes `stride` bytes apart. Out: interleaved 8-bit codes, rounded, or (`values`) numbers coded 0…1;
 * clipped.
 */
export function applyTable(
  places: usize,
  stride: usize,
  count: i32,
  table: usize,
  bits: i32,
  out: usize,
  values: bool,
): void {
  const edge = (1 << bits) + 1;
  const red = edge * edge * 8;
  const green = edge * 8;
  const diagonal: usize = red + green + 8;
  const start = i32x4.splat(<i32>table);
  const ways = i32x4.splat(0xffff);
  const shift = 16 - bits;
  const up = 30 - shift;
  const mask = i32x4.splat((1 << shift) - 1);
  const half = i32x4.splat(1 << 19);
  for (let x = 0; x < count; x += 4, places += 8) {
    const r = v128.load16x4_u(places);
    const g = v128.load16x4_u(places + stride);
    const b = v128.load16x4_u(places + 2 * stride);
    const base = i32x4.add(
      i32x4.add(
        i32x4.mul(i32x4.shr_u(r, shift), i32x4.splat(red)),
        i32x4.mul(i32x4.shr_u(g, shift), i32x4.splat(green)),
      ),
      i32x4.add(start, i32x4.shl(i32x4.shr_u(b, shift), 3)),
    );
    const kr = v128.or(i32x4.shl(v128.and(r, mask), up), i32x4.splat(red));
    const kg = v128.or(i32x4.shl(v128.and(g, mask), up), i32x4.splat(green));
    const kb = v128.or(i32x4.shl(v128.and(b, mask), up), i32x4.splat(8));
    const larger = i32x4.max_s(kr, kg);
    const smaller = i32x4.min_s(kr, kg);
    const high = i32x4.max_s(larger, kb);
    const low = i32x4.min_s(smaller, kb);
    const middle = i32x4.max_s(smaller, i32x4.min_s(larger, kb));
    const second = i32x4.add(base, v128.and(high, ways));
    const third = i32x4.add(second, v128.and(middle, ways));
    const f0 = i32x4.shr_u(high, 16);
    const f1 = i32x4.shr_u(middle, 16);
    const f2 = i32x4.shr_u(low, 16);
    const outer = v128.or(i32x4.sub(i32x4.splat(16384), f0), i32x4.shl(i32x4.sub(f0, f1), 16));
    const inner = v128.or(i32x4.sub(f1, f2), i32x4.shl(f2, 16));
    // Addresses leave the vectors two at a time: half as many ways out.
    const near01 = i64x2.extract_lane(base, 0);
    const near23 = i64x2.extract_lane(base, 1);
    const second01 = i64x2.extract_lane(second, 0);
    const second23 = i64x2.extract_lane(second, 1);
    const third01 = i64x2.extract_lane(third, 0);
    const third23 = i64x2.extract_lane(third, 1);
    const s0 = weigh(
      nodes(<usize>near01, <usize>second01),
      nodes(<usize>third01, <usize>near01 + diagonal),
      v128.shuffle<i32>(outer, outer, 0, 0, 0, 0),
      v128.shuffle<i32>(inner, inner, 0, 0, 0, 0),
    );
    const s1 = weigh(
      nodes(<usize>(near01 >>> 32), <usize>(second01 >>> 32)),
      nodes(<usize>(third01 >>> 32), <usize>(near01 >>> 32) + diagonal),
      v128.shuffle<i32>(outer, outer, 1, 1, 1, 1),
      v128.shuffle<i32>(inner, inner, 1, 1, 1, 1),
    );
    const s2 = weigh(
      nodes(<usize>near23, <usize>second23),
      nodes(<usize>third23, <usize>near23 + diagonal),
      v128.shuffle<i32>(outer, outer, 2, 2, 2, 2),
      v128.shuffle<i32>(inner, inner, 2, 2, 2, 2),
    );
    const s3 = weigh(
      nodes(<usize>(near23 >>> 32), <usize>(second23 >>> 32)),
      nodes(<usize>(third23 >>> 32), <usize>(near23 >>> 32) + diagonal),
      v128.shuffle<i32>(outer, outer, 3, 3, 3, 3),
      v128.shuffle<i32>(inner, inner, 3, 3, 3, 3),
    );
    if (values) {
      // Each vector's fourth number is written over by the next pixel.
      v128.store(out, unitOf(s0));
      v128.store(out, unitOf(s1), 12);
      v128.store(out, unitOf(s2), 24);
      v128.store(out, unitOf(s3), 36);
      out += 48;
    } else {
      const first = i16x8.narrow_i32x4_s(rounded(s0, half), rounded(s1, half));
      const last = i16x8.narrow_i32x4_s(rounded(s2, half), rounded(s3, half));
      const bytes = i8x16.narrow_i16x8_u(first, last);
      v128.store(out, v128.shuffle<i8>(bytes, bytes, 0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 3, 3, 3));
      out += 12;
    }
  }
}

/** Two nodes, channel by channel in pairs. */
@inline
function nodes(first: usize, second: usize): v128 {
  return v128.shuffle<i16>(v128.load64_zero(first), v128.load64_zero(second), 0, 8, 1, 9, 2, 10, 3, 11);
}

/** White = 16384 · 16320. */
@inline
function weigh(near: v128, far: v128, outer: v128, inner: v128): v128 {
  return i32x4.add(i32x4.dot_i16x8_s(near, outer), i32x4.dot_i16x8_s(far, inner));
}

@inline
function rounded(sum: v128, half: v128): v128 {
  return i32x4.shr_s(i32x4.add(sum, half), 20);
}

@inline
function unitOf(sum: v128): v128 {
  const value = f32x4.mul(f32x4.convert_i32x4_s(sum), f32x4.splat(<f32>(1.0 / (16384.0 * 16320.0))));
  return f32x4.min(f32x4.max(value, f32x4.splat(0)), f32x4.splat(1));
}
