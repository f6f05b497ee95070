import type { Raster } from '#image/raster.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import { settingsOf } from '../camera-raw/settings-of.ts';
import type { Mask, SmartObject } from './state.ts';

/** Renderings by source; a few settings each, as people go back and forth. */
const made = new WeakMap<Raster, Map<string, Raster>>();
const KEPT = 12;

/** The filter's effect on pixels; alpha stays. Never called for what has no pixels. */
export function renderFilter(pixels: Raster, filter: Descriptor): Raster {
  const known = made.get(pixels) ?? new Map<string, Raster>();
  made.set(pixels, known);
  const key = JSON.stringify(filter);
  let rendered = known.get(key);
  if (!rendered) {
    rendered = embeddedRenderer.render(embeddedRenderer.open(pixels), settingsOf(filter));
    if (known.size >= KEPT) known.delete(known.keys().next().value!);
    known.set(key, rendered);
  }
  return rendered;
}

/** Blends by a mask over the whole canvas. */
export function throughMask(before: Raster, after: Raster, mask: Mask | null): Raster {
  if (mask === null || before === after) return after;
  const data = after.data.slice();
  for (let i = 0; i < mask.length; i++) {
    const weight = mask[i]! / 255;
    for (let c = i * 3; c < i * 3 + 3; c++)
      data[c] = Math.round(before.data[c]! + (after.data[c]! - before.data[c]!) * weight);
  }
  return { ...after, data };
}

const shown = new WeakMap<SmartObject, Raster>();

export function renderSmartObject(smart: SmartObject): Raster {
  let pixels = shown.get(smart);
  if (!pixels) {
    pixels = smart.filters.reduce((below, { filter }) => renderFilter(below, filter), smart.source);
    pixels = throughMask(smart.source, pixels, smart.filterMask);
    shown.set(smart, pixels);
  }
  return pixels;
}
