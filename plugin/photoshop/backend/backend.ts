import type { PhotoFacts } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import type { Settings } from '#settings/settings.ts';
import type {
  About,
  PhotoReply,
  RankReply,
  RankRequest,
  RetouchEvent,
  RetouchJobRequest,
} from '#wire/api.ts';
import type { Reading } from '#wire/goal.ts';

/** The document's pixels as the panel reads them: 8-bit sRGB, reduced; `facts` tell of the full picture. */
export interface OpenedPixels {
  readonly raster: Raster;
  readonly facts: PhotoFacts;
  /** For the person: what the document is ("CMYK, 16 bits, converted to sRGB"). */
  readonly notes: readonly string[];
  readonly bitDepth: 8 | 16;
}

/** Pixels that the host itself rendered, by candidate id, at any size with the proportions of the photo. */
export type Renderings = Readonly<Record<string, Raster>>;

/**
 * What answers: the portable engine in the panel, or a service. The panel sees no difference but speed, models and
 * what `id` says.
 */
export interface Backend {
  readonly specVersion: 1;
  /** `alone` or the service's address. */
  readonly id: string;
  about(): Promise<About>;
  open(pixels: OpenedPixels, signal: AbortSignal): Promise<PhotoReply>;
  read(instruction: string): Promise<Reading>;
  retouch(
    request: RetouchJobRequest,
    onEvent: (event: RetouchEvent) => void,
    signal: AbortSignal,
  ): Promise<void>;
  rank(request: RankRequest, signal: AbortSignal): Promise<RankReply>;
  /** Scores what the host rendered instead of our own rendering: the host-true ranking. `before` is its original. */
  rankRendered(
    request: RankRequest,
    renderings: Renderings,
    before: Raster,
    signal: AbortSignal,
  ): Promise<RankReply>;
  /** The photo under the settings, 8-bit sRGB. `edge`: long edge in px. */
  render(photo: string, settings: Settings, edge: number, signal: AbortSignal): Promise<Raster>;
}
