import { setImmediate } from 'node:timers/promises';
import { depthOf, samplesOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import type { Renderer, RenderSource } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';

/**
 * Renders the whole picture strip by strip and gives other work its turn in between.
 *
 * @throws RetouchError `cancelled` when the signal fires
 */
export async function renderInTurns(
  renderer: Renderer,
  source: RenderSource,
  settings: Settings,
  signal?: AbortSignal,
): Promise<Raster> {
  const { raster } = source;
  const data = samplesOf(depthOf(raster.data), raster.data.length);
  for (const strip of renderer.renderStrips(source, settings)) {
    data.set(strip.data, strip.top * raster.width * 3);
    await setImmediate();
    if (signal?.aborted) throw new RetouchError('cancelled', 'The rendering was cancelled');
  }
  return { ...raster, data };
}
