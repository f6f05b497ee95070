import { fitWithin } from '#image/resample.ts';
import type { ServiceParts } from './parts.ts';
import type { Photos, StoredPhoto } from './photos.ts';

/** Long edge of the pictures that a person looks at while working, px. */
export const DISPLAY_EDGE = 1280;

/**
 * Decodes a file, looks at it once, and keeps what the other routes need. The id comes from the file's bytes.
 *
 * @throws RetouchError `bad-photo`, `too-large`, `cancelled`
 */
export async function openPhoto(
  bytes: Uint8Array,
  name: string,
  parts: ServiceParts,
  photos: Photos,
  signal: AbortSignal,
): Promise<StoredPhoto> {
  const started = parts.now();
  const { raster, ...decoded } = await parts.decode(bytes, name);
  signal.throwIfAborted();
  const decodeMs = parts.now() - started;
  const observation = parts.observe(raster, decoded.facts);
  const open = { source: decoded.facts.source };
  const photo: StoredPhoto = {
    ...decoded,
    id: decoded.facts.sha256.slice(0, 16),
    bytes,
    observation,
    preview: parts.renderer.open(observation.preview, open),
    display: parts.renderer.open(fitWithin(raster, DISPLAY_EDGE), open),
    decodeMs,
  };
  photos.put(photo);
  return photo;
}
