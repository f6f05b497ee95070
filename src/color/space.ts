/** 3×3 matrix in row-major order. */
export type Matrix3 = readonly [number, number, number, number, number, number, number, number, number];

/**
 * An RGB encoding: primaries as a matrix to the profile connection space and a transfer function per channel.
 * A space read from a file's ICC profile keeps that profile's bytes, so that what is written carries the same one.
 */
export interface RgbSpace {
  /** `sRGB`, `Display P3`, `Adobe RGB (1998)`, `ProPhoto RGB`, or the description of the profile it was read from. */
  readonly name: string;
  /** Linear RGB → XYZ relative to D50 (the ICC connection space), Y of white = 1. */
  readonly toXyzD50: Matrix3;
  /** XYZ relative to D50 → linear RGB. */
  readonly fromXyzD50: Matrix3;
  /** Encoded → linear, one function for all channels unless `channels` is given; defined on all reals (sign-preserving). */
  decode(encoded: number, channel?: 0 | 1 | 2): number;
  /** Linear → encoded; inverse of `decode`. */
  encode(linear: number, channel?: 0 | 1 | 2): number;
  /** The ICC profile to embed in what is written; absent for sRGB that had none. */
  readonly icc?: Uint8Array;
}
