import { runInTurns } from '#image/steps.ts';
import { displaySteps, observeSteps, previewScale } from '#retouch/observe.ts';
import { KEPT_SIZES, keepSizes } from '#retouch/open-sizes.ts';
import type { ServiceParts } from './parts.ts';
import { type Photos, rasterBytes, type StoredPhoto } from './photos.ts';

/** What a client says of the file it sends. */
export interface SentFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Size of the picture that it is a reduced copy of. */
  readonly of?: { readonly width: number; readonly height: number };
}

/**
 * Decodes a file, looks at it once, and keeps what the other routes need. The id comes from the file's bytes.
 *
 * @throws RetouchError `bad-photo`, `too-large`, `cancelled`
 */
export async function openPhoto(
  { bytes, name, of }: SentFile,
  parts: ServiceParts,
  photos: Photos,
  signal: AbortSignal,
): Promise<StoredPhoto> {
  const started = parts.now();
  const { raster, ...decoded } = await parts.decode(bytes, name);
  signal.throwIfAborted();
  const decodeMs = parts.now() - started;
  const facts = { ...decoded.facts, ...of };
  const open = { source: facts.source };
  // Looking at a large photo takes a while; others have their turn in between.
  const display = await runInTurns(displaySteps(raster), parts.breathe);
  const observation = await runInTurns(observeSteps(display, facts), parts.breathe);
  const photo: StoredPhoto = {
    ...decoded,
    facts,
    id: facts.sha256.slice(0, 16) + (of ? `-${of.width}x${of.height}` : ''),
    bytes,
    observation,
    preview: parts.renderer.open(observation.preview, { ...open, scale: previewScale(observation) }),
    displayAt: keepSizes(display, parts.renderer, open, facts.width),
    displayBytes: KEPT_SIZES * rasterBytes(display),
    decodeMs,
  };
  photos.put(photo);
  return photo;
}
