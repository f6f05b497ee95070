import type { LabImage, Plane, Raster } from './raster.ts';

/** Names of parts of a picture that the product can find by itself. */
export const REGION_NAMES = [
  'sky',
  'foreground',
  'subject',
  'person',
  'face',
  'skin',
  'background',
  'foliage',
  'water',
] as const;
export type RegionName = (typeof REGION_NAMES)[number];

/** The eight colour families of the mixer, in its order. */
export const COLOR_NAMES = ['red', 'orange', 'yellow', 'green', 'aqua', 'blue', 'purple', 'magenta'] as const;
export type ColorName = (typeof COLOR_NAMES)[number];

/** A part of the picture as a soft mask, with how much of the frame it takes and how sure we are. */
export interface Region {
  readonly name: RegionName;
  /** 0…1 per pixel, at the size of the observation's preview. */
  readonly mask: Plane;
  /** Share of the frame, 0…1 (mean of the mask). */
  readonly area: number;
  /** 0…1; a region below 0.3 is not reported at all. */
  readonly confidence: number;
  /** Bounding box of the mask above one half, as fractions of the frame. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** What was measured of a picture. Lightness and chroma are CIE L*a*b* D50; shares are 0…1 of the frame. */
export interface Statistics {
  /** L* percentiles. */
  readonly lightness: {
    readonly p01: number;
    readonly p05: number;
    readonly p10: number;
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly p90: number;
    readonly p95: number;
    readonly p99: number;
    readonly mean: number;
    /** Standard deviation of L*. */
    readonly spread: number;
  };
  /** Share of pixels with a channel at (or within 1/255 of) the end of the range. */
  readonly clipping: { readonly shadows: number; readonly highlights: number };
  /** C*ab over the frame. */
  readonly chroma: { readonly mean: number; readonly p90: number };
  /** Mean a* and b* of the frame. */
  readonly mean: { readonly a: number; readonly b: number };
  /** Mean a* and b* of the pixels that look meant to be neutral, and how sure we are that they are (0…1). */
  readonly cast: { readonly a: number; readonly b: number; readonly confidence: number };
  /** Mean a*, b* of the darkest and of the lightest quarter (toning). */
  readonly shadows: { readonly a: number; readonly b: number };
  readonly highlights: { readonly a: number; readonly b: number };
  /** Share of the frame that is chromatic (C* > 8) in each mixer family, in the order of COLOR_NAMES. */
  readonly hues: readonly number[];
  /** Veil of haze, 0 (none) … 1 (white-out), from the dark channel. */
  readonly haze: number;
  /** Robust standard deviation of fine L* noise, in L* units. */
  readonly noise: number;
  /** Mean local contrast of L* at fine and at middle scale (texture, clarity). */
  readonly detail: { readonly fine: number; readonly middle: number };
  /** L* of the corners minus L* of the centre. */
  readonly vignette: number;
}

/** Facts about the file, as they appear in `result.json`. */
export interface PhotoFacts {
  readonly name: string;
  /** Oriented size of the full picture, px. */
  readonly width: number;
  readonly height: number;
  /** `rendered`: JPEG, TIFF, PNG, WebP…; `raw-preview`: Camera Raw's default rendering of a raw file. */
  readonly source: 'rendered' | 'raw-preview';
  /** Hex SHA-256 of the file's bytes. */
  readonly sha256: string;
}

/** Everything that policy and reward see of a photo: a small preview and what was measured on it. */
export interface Observation {
  readonly photo: PhotoFacts;
  /** Long edge ≤ 512 px, 8 bits, in the photo's own space. */
  readonly preview: Raster;
  readonly lab: LabImage;
  readonly statistics: Statistics;
  readonly regions: readonly Region[];
}
