import { setImmediate } from 'node:timers/promises';
import type { Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import type { OpenOptions, Renderer, RenderSource } from '#render/renderer.ts';
import { previewScale, reduceForDisplay } from '#retouch/observe.ts';
import type { ServiceParts } from './parts.ts';
import { type Photos, rasterBytes, type StoredPhoto } from './photos.ts';

/** How many sizes of a photo stay open: a window that is dragged to another size needs many, one after the other. */
const KEPT_SIZES = 3;

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
  // Looking at a large photo takes a while; others have their turn in between.
  await setImmediate();
  const open = { source: decoded.facts.source };
  const display = reduceForDisplay(raster);
  await setImmediate();
  const observation = parts.observe(display, decoded.facts);
  const photo: StoredPhoto = {
    ...decoded,
    id: decoded.facts.sha256.slice(0, 16),
    bytes,
    observation,
    preview: parts.renderer.open(observation.preview, { ...open, scale: previewScale(observation) }),
    displayAt: keepSizes(display, parts.renderer, open, raster.width),
    displayBytes: KEPT_SIZES * rasterBytes(display),
    decodeMs,
  };
  photos.put(photo);
  return photo;
}

function keepSizes(
  display: Raster,
  renderer: Renderer,
  open: OpenOptions,
  fullWidth: number,
): (edge: number) => RenderSource {
  const sources = new Map<number, RenderSource>();
  const openAt = (edge: number) => {
    const raster = fitWithin(display, edge);
    return renderer.open(raster, { ...open, scale: raster.width / fullWidth });
  };
  return (edge) => {
    const source = sources.get(edge) ?? openAt(edge);
    sources.delete(edge);
    sources.set(edge, source);
    if (sources.size > KEPT_SIZES) sources.delete(sources.keys().next().value!);
    return source;
  };
}
