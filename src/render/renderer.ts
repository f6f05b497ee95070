import type { Raster } from '#image/raster.ts';
import type { Steps } from '#image/steps.ts';
import type { Settings } from '#settings/settings.ts';
import type { Kernels } from './kernels/kernels.ts';

export interface WhitePoint {
  readonly kelvin: number;
  readonly tint: number;
}

/** What is measured on rows of a picture before settings are known. */
export interface Measurement {
  /** First row of the picture that it covers. */
  readonly top: number;
  /** Box means of the picture's own linear channels, interleaved, row-major (see local/measurement.ts). */
  readonly means: Float32Array;
  /** Codes of pixels spread evenly over the picture, in its order. */
  readonly samples: Raster['data'];
}

/** Rows of a larger picture that a raster holds; all the engine's rows and places are those of the picture. */
export interface Window {
  readonly top: number;
  /** Height of the whole picture. */
  readonly height: number;
}

export interface OpenOptions {
  /** `rendered`: no base curve, incremental white balance. `raw-preview`: Camera Raw's default tone curve is baked in. */
  readonly source?: 'rendered' | 'raw-preview';
  /** The white that Kelvin settings are relative to. Default 6500 K, tint 0 for rendered files. */
  readonly asShot?: WhitePoint;
  /**
   * Pixels of this raster per pixel of the full picture, 0…1: a preview then shows sharpening, noise reduction and
   * grain as the full size would, reduced. Default 1.
   */
  readonly scale?: number;
  /** What part of a picture the raster is. Default: the whole. */
  readonly window?: Window;
  /** Measured on the whole picture, where the raster is a part of it (see `measure`). */
  readonly measurement?: Measurement;
}

/** A photo made ready for rendering; bases that do not depend on settings are computed once, when first needed. */
export interface RenderSource {
  readonly raster: Raster;
  readonly source: 'rendered' | 'raw-preview';
  readonly asShot: WhitePoint;
  readonly scale: number;
  readonly window: Window;
  readonly measurement?: Measurement;
  /** Compiled kernels, where the runtime has WebAssembly. */
  readonly kernels?: Kernels;
}

/** Rows `top … top + rows` of a rendered picture, encoded as the source is. The next strip overwrites the samples. */
export interface Strip {
  readonly top: number;
  readonly rows: number;
  readonly data: Uint8Array | Uint16Array;
}

/** Rows `top … top + rows − 1` of a picture. */
export interface RowRange {
  readonly top: number;
  readonly rows: number;
}

export interface Renderer {
  readonly specVersion: 1;
  readonly id: string;
  open(raster: Raster, options?: OpenOptions): RenderSource;
  /** Whole picture at the source's size, depth and space. Neutral settings return the source's samples bit for bit. */
  render(source: RenderSource, settings: Settings): Raster;
  /** The same in pieces, what is measured on the photo and built from the settings included. */
  renderSteps(source: RenderSource, settings: Settings): Steps<Raster>;
  /**
   * The same, strip by strip from the top, so that a caller can yield, show progress and stop between strips. With a
   * range, only the strips that begin in it: several workers can then share one picture.
   */
  renderStrips(source: RenderSource, settings: Settings, range?: RowRange): Generator<Strip, void, undefined>;
}
