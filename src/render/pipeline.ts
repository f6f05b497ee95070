import type { Raster } from '#image/raster.ts';
import type { Settings } from '#settings/settings.ts';
import { quantize } from './codec.ts';
import { StripWorkspace } from './develop-strip.ts';
import { planOf } from './plan.ts';
import type { OpenOptions, Renderer, RenderSource, Strip } from './renderer.ts';
import { applyTableToCodes } from './table/color-table.ts';

/** Pixels of a strip: its samples (200 KB) stay in the processor's cache. */
const STRIP_PIXELS = 1 << 14;
/** Strips with neighbours' rows around them are larger, or the neighbours would cost more than the strip. */
const HALO_STRIP_PIXELS = 1 << 18;

/** Makes a photo ready. Cheap: what is measured on it is measured when a setting needs it. */
export function open(raster: Raster, options: OpenOptions = {}): RenderSource {
  return {
    raster,
    source: options.source ?? 'rendered',
    asShot: options.asShot ?? { kelvin: 6500, tint: 0 },
    scale: options.scale ?? 1,
  };
}

/** Develops from the top, strip by strip; settings are trusted (see `settingsSchema`). */
export function* renderStrips(source: RenderSource, settings: Settings): Generator<Strip, void, undefined> {
  const { raster } = source;
  const { width, height } = raster;
  const plan = planOf(source, settings);
  const halo = plan?.detail?.halo ?? 0;
  const stripRows = Math.max(1, 2 * halo, Math.floor((halo > 0 ? HALO_STRIP_PIXELS : STRIP_PIXELS) / width));
  const direct =
    plan && plan.corrections.length === 0 && !plan.vignette && !plan.detail && !plan.global?.local;
  const table = direct ? plan.global?.table() : undefined;
  const workspace =
    plan && !table && new StripWorkspace(source, plan, Math.min(height, stripRows + 2 * halo));
  for (let top = 0; top < height; top += stripRows) {
    const rows = Math.min(stripRows, height - top);
    const start = top * width * 3;
    const data = raster.data.slice(start, start + rows * width * 3);
    if (table && raster.data instanceof Uint8Array && data instanceof Uint8Array)
      applyTableToCodes(table, raster.data, start, rows * width, data);
    else if (workspace) {
      const from = Math.max(0, top - halo);
      const to = Math.min(height, top + rows + halo);
      workspace.develop(from, to - from);
      const inner = workspace.samples.subarray((top - from) * width * 3);
      quantize(inner, rows * width, data);
    }
    yield { top, rows, data };
  }
}

/** The whole picture at the source's size, depth and space. */
export function render(source: RenderSource, settings: Settings): Raster {
  const { raster } = source;
  const size = raster.data.length;
  const data = raster.data instanceof Uint8Array ? new Uint8Array(size) : new Uint16Array(size);
  for (const strip of renderStrips(source, settings)) data.set(strip.data, strip.top * raster.width * 3);
  return { ...raster, data };
}

/** The engine that runs inside the product itself. */
export const embeddedRenderer: Renderer = { specVersion: 1, id: 'engine/1', open, render, renderStrips };
