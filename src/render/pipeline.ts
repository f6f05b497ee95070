import type { Raster } from '#image/raster.ts';
import type { Settings } from '#settings/settings.ts';
import { pointwiseChain } from './chain.ts';
import { analysisOf } from './local/analysis.ts';
import { localPass } from './local/local-pass.ts';
import { decodePixels, encodeSpace, quantize } from './codec.ts';
import type { OpenOptions, Renderer, RenderSource, Strip } from './renderer.ts';

const STRIP_PIXELS = 1 << 14;

export function open(raster: Raster, options: OpenOptions = {}): RenderSource {
  const source = options.source ?? 'rendered';
  return { raster, source, asShot: options.asShot ?? { kelvin: 6500, tint: 0 } };
}

export function* renderStrips(source: RenderSource, settings: Settings): Generator<Strip, void, undefined> {
  const { raster } = source;
  const local = localPass(source, settings);
  const context = { source: source.source, asShot: source.asShot, get darkKey() { return analysisOf(source).darkKey; } };
  const chain = pointwiseChain(settings, context, local?.scene ?? false);
  const active = local !== undefined || chain.develop !== undefined;
  const rowsPerStrip = Math.max(1, Math.floor(STRIP_PIXELS / raster.width));
  const samples = new Float32Array(active ? rowsPerStrip * raster.width * 3 : 0);
  for (let top = 0; top < raster.height; top += rowsPerStrip) {
    const rows = Math.min(rowsPerStrip, raster.height - top);
    const start = top * raster.width * 3;
    const count = rows * raster.width;
    const data = raster.data.slice(start, start + count * 3);
    if (active) {
      decodePixels(raster.space, raster.data, start, count, samples);
      if (local) local.apply(samples, top, rows, chain.enterScene);
      else chain.enterScene?.(samples, count);
      chain.develop?.(samples, count);
      encodeSpace(raster.space, samples, count);
      quantize(samples, count, data);
    }
    yield { top, rows, data };
  }
}

export function render(source: RenderSource, settings: Settings): Raster {
  const { raster } = source;
  const data = raster.data.slice();
  for (const strip of renderStrips(source, settings)) data.set(strip.data, strip.top * raster.width * 3);
  return { ...raster, data };
}

/** The engine that runs inside the product itself. */
export const embeddedRenderer: Renderer = { specVersion: 1, id: 'engine/1', open, render, renderStrips };
