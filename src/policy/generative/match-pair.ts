import type { Region } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import type { OpenOptions } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import type { Cancellation } from '#wire/cancellation.ts';

/** What finds settings for a pair of pictures; `matchEdit` of `retouch` is one. */
export type MatchPair = (request: {
  readonly before: Raster;
  readonly after: Raster;
  readonly open: OpenOptions;
  readonly base: Settings;
  readonly locks: readonly string[];
  readonly regions: readonly Region[];
  readonly signal?: Cancellation;
  readonly breathe?: () => Promise<void>;
}) => Promise<Matched>;

/** The part of its answer that is needed here; differences in ΔE00. */
export interface Matched {
  readonly settings: Settings;
  readonly residual: {
    readonly before: { readonly mean: number };
    readonly after: { readonly mean: number; readonly p95: number };
  };
  /** Share of the frame on which both show the same, 0…1. */
  readonly covered: number;
}
