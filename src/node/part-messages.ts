import type { Raster } from '#image/raster.ts';
import type { Settings } from '#settings/settings.ts';
import type { ErrorCode } from '#wire/error.ts';
import type { SentRenderJob } from './render-job.ts';
import type { SentSource } from './sent-source.ts';

/** To who runs a part. */
export type ToPart =
  | {
      readonly type: 'part';
      readonly job: SentRenderJob;
      readonly index: number;
      readonly count: number;
      /** One number in shared memory; not 0 when the part is to stop, also while it does not read messages. */
      readonly stop: Int32Array;
    }
  | { readonly type: 'preview'; readonly source: SentSource; readonly settings: Settings }
  | { readonly type: 'gathered'; readonly name: string; readonly values: readonly unknown[] }
  | { readonly type: 'stop' };

/** From who runs a part. */
export type FromPart =
  | { readonly type: 'gather'; readonly name: string; readonly value: unknown }
  | { readonly type: 'bytes'; readonly version: number; readonly bytes: Uint8Array; readonly isHead: boolean }
  /** A preview's samples. */
  | { readonly type: 'picture'; readonly data: Raster['data'] }
  /** The next version, in their order, has all of this part's bytes. */
  | { readonly type: 'finished' }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly code: ErrorCode; readonly message: string };
