import type { OpenOptions, RenderSource } from '#render/renderer.ts';
import { type SentRaster, sendRaster, shareRaster } from './render-job.ts';

/** An opened photo as it can be sent to a worker. */
export interface SentSource {
  /** Tells opened photos apart. */
  readonly key: number;
  readonly raster: SentRaster;
  readonly open: OpenOptions;
}

const sent = new WeakMap<RenderSource, SentSource>();
let lastKey = 0;

/** Its samples in shared memory; the same each time. */
export function sendSource(source: RenderSource): SentSource {
  let own = sent.get(source);
  if (!own) {
    const { raster, source: kind, asShot, scale, window } = source;
    lastKey += 1;
    own = {
      key: lastKey,
      raster: sendRaster(shareRaster(raster)),
      open: { source: kind, asShot, scale, window },
    };
    sent.set(source, own);
  }
  return own;
}
