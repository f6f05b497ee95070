import type { RgbSpace } from '#color/space.ts';

/**
 * An encoded RGB picture: row-major, three interleaved channels, 8 or 16 bits (full range 0…255 or 0…65535).
 * Orientation is already applied; `alpha`, if any, is one plane of the same depth, carried through untouched.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint16Array;
  readonly space: RgbSpace;
  readonly alpha?: Uint8Array | Uint16Array;
}

/** One plane of weights or values: row-major, `width × height`. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** CIE L*a*b* (D50) picture: row-major, interleaved L* 0…100, a*, b*. */
export interface LabImage {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}
