import { depthOf, samplesOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import type { RenderSource } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import { nodeRenderer } from './engine.ts';
import { memoryError } from './memory-error.ts';
import { receiveRaster } from './render-job.ts';
import type { SentSource } from './sent-source.ts';

/**
 * Renders an opened photo strip by strip.
 *
 * @param turn lets others have their turn; undefined when there is no need
 * @throws RetouchError `internal` (no memory)
 */
export async function renderPreview(
  sent: SentSource,
  settings: Settings,
  turn: () => Promise<void> | undefined,
): Promise<Raster['data']> {
  try {
    const source = receiveSource(sent);
    const { raster } = source;
    const data = samplesOf(depthOf(raster.data), raster.data.length);
    for (const strip of nodeRenderer.renderStrips(source, settings)) {
      data.set(strip.data, strip.top * raster.width * 3);
      await turn();
    }
    return data;
  } catch (error) {
    throw memoryError(error) ?? error;
  }
}

/** Opened photos that are kept, with all that was measured on them. */
const KEPT = 4;
const received = new Map<number, RenderSource>();

function receiveSource({ key, raster, open }: SentSource): RenderSource {
  const source = received.get(key) ?? nodeRenderer.open(receiveRaster(raster), open);
  received.delete(key);
  received.set(key, source);
  if (received.size > KEPT) received.delete(received.keys().next().value!);
  return source;
}
