import { convertRaster } from '#image/convert.ts';
import { toLab } from '#image/lab.ts';
import type { LabImage, Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import type { OpenOptions, Renderer, RenderSource } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import type { Problem } from './fit-dials.ts';
import { cutOut, insideOf, type Rect } from './frame-rect.ts';
import { differencesTo, type Target, targetOf, thinned } from './target.ts';
import { trustOf } from './trust.ts';

/** Both pictures at one size, and what can be asked of them there. */
export interface Sight {
  readonly width: number;
  readonly height: number;
  readonly source: RenderSource;
  readonly before: LabImage;
  readonly target: Target;
  /** Per pixel, 0…1. */
  readonly trust: Float32Array;
  readonly problem: Problem;
  labUnder(settings: Settings): LabImage;
}

/** The pair as given, `after` reduced and with the place that the frame of `before` has in it. */
export interface Pair {
  readonly before: Raster;
  readonly open: OpenOptions;
  readonly after: Raster;
  readonly rect: Rect;
}

/** @param edge long edge of the size that is looked at, px */
export function sightOf(pair: Pair, edge: number, renderer: Renderer): Sight {
  const small = reduced(pair.before, edge);
  const { width, height } = small;
  const scale = (pair.open.scale ?? 1) * (width / pair.before.width);
  const source = renderer.open(small, { ...pair.open, scale });
  const before = toLab(small);
  const after = toLab(cutOut(pair.after, pair.rect, width, height));
  const trust = trustOf(before, after, insideOf(pair.after, pair.rect, width, height));
  const target = targetOf(after, trust);
  const labUnder = (settings: Settings) => toLab(renderer.render(source, settings));
  const fitted = thinned(target);
  const differences = (settings: Settings) => differencesTo(fitted, labUnder(settings));
  return {
    width,
    height,
    source,
    before,
    target,
    trust,
    problem: { trust: fitted.trust, differences },
    labUnder,
  };
}

/** In 8 bits, which render in a third of the time; over thousands of pixels their rounding evens out. */
export function reduced(raster: Raster, edge: number): Raster {
  const { width, height, data, space } = fitWithin(raster, edge);
  return convertRaster({ width, height, data, space }, space, 8);
}
