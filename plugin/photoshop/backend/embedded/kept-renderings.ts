import type { Raster } from '#image/raster.ts';
import { runNow, type Steps } from '#image/steps.ts';
import type { Renderer, RenderSource } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';

/** Renderings kept of each photo: what a result shows, its original, and a few that the person is trying out. */
export const KEPT_RENDERINGS = 20;

/** A renderer that gives what it rendered before without rendering it again. Nobody may change a picture it gave. */
export function keepRenderings(renderer: Renderer): Renderer {
  const kept = new WeakMap<RenderSource, Map<string, Raster>>();
  function* renderSteps(source: RenderSource, settings: Settings): Steps<Raster> {
    const own = kept.get(source) ?? new Map<string, Raster>();
    kept.set(source, own);
    const name = nameOf(settings);
    const picture = own.get(name) ?? (yield* renderer.renderSteps(source, settings));
    own.delete(name);
    own.set(name, picture);
    if (own.size > KEPT_RENDERINGS) own.delete(own.keys().next().value!);
    return picture;
  }
  return { ...renderer, renderSteps, render: (source, settings) => runNow(renderSteps(source, settings)) };
}

/** The same settings in another order are the same. */
function nameOf(settings: Settings): string {
  return JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
}
