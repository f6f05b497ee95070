import type { Raster } from '#image/raster.ts';
import { fitSteps } from '#image/resample.ts';
import type { Steps } from '#image/steps.ts';
import type { OpenOptions, Renderer, RenderSource } from '#render/renderer.ts';

/** How many sizes of a photo stay open: a window that is dragged to another size needs many, one after the other. */
export const KEPT_SIZES = 3;

/**
 * Opens a picture for rendering at any long edge up to its own; the last few sizes are kept.
 *
 * @param fullWidth of the picture that `display` was reduced from, px
 */
export function keepSizes(
  display: Raster,
  renderer: Renderer,
  open: OpenOptions,
  fullWidth: number,
): (edge: number) => Steps<RenderSource> {
  const sources = new Map<number, RenderSource>();
  return function* (edge) {
    let source = sources.get(edge);
    if (!source) {
      const raster = yield* fitSteps(display, edge);
      source = sources.get(edge) ?? renderer.open(raster, { ...open, scale: raster.width / fullWidth });
    }
    sources.delete(edge);
    sources.set(edge, source);
    if (sources.size > KEPT_SIZES) sources.delete(sources.keys().next().value!);
    return source;
  };
}
