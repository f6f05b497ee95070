import type { PhotoFacts } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import type { DecodedPhoto } from '#node/decode.ts';
import type { EncodeOptions } from '#node/encode.ts';
import type { Logger } from '#node/logger.ts';
import type { RenderPool } from '#node/worker-pool.ts';
import type { PolicyModel } from '#policy/policy.ts';
import type { Renderer } from '#render/renderer.ts';
import type { RewardModel } from '#reward/reward.ts';
import type { Settings } from '#settings/settings.ts';
import type { Reading } from '#wire/goal.ts';
import type { ServiceModels } from './models.ts';
import type { SampleScenes } from './samples.ts';

/** A file made for the person: its content and how a browser should take it. */
export interface MadeFile {
  readonly content: Uint8Array | string;
  /** With the dot: `.xmp`, `.jpg`. */
  readonly extension: string;
  readonly contentType: string;
}

/** The photo as far as making a file from its settings needs it. */
export interface PhotoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: DecodedPhoto['format'];
  readonly source: PhotoFacts['source'];
  readonly orientation: DecodedPhoto['orientation'];
  readonly xmp?: string;
}

/** Everything that the service does not do itself; the command line puts the real ones in. */
export interface ServiceParts {
  readonly version: string;
  readonly read: (instruction: string) => Reading;
  readonly policy: PolicyModel;
  readonly reward: RewardModel;
  /** Whom requests may name in place of these two; absent: nobody. */
  readonly models?: ServiceModels;
  readonly renderer: Renderer;
  readonly decode: (bytes: Uint8Array, name: string) => Promise<DecodedPhoto>;
  readonly encode: (raster: Raster, options: EncodeOptions) => Promise<Uint8Array>;
  /** Gives other requests their turn; work on this thread calls it every few milliseconds. */
  readonly breathe: () => Promise<void>;
  /** Full size: in workers. */
  readonly pool: RenderPool;
  /** A sidecar or preset that holds the settings. */
  readonly writeXmp: (photo: PhotoFile, settings: Settings, title: string) => MadeFile;
  /** The photo's own file with the settings inside; asked for only when its format can hold them. */
  readonly embed: (photo: PhotoFile, settings: Settings) => MadeFile;
  readonly samples: SampleScenes;
  readonly logger: Logger;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
}
