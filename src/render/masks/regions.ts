import { labSteps } from '#image/lab.ts';
import type { Region, RegionName } from '#image/observation.ts';
import type { Plane } from '#image/raster.ts';
import { regionSteps } from '#image/regions.ts';
import { fitSteps } from '#image/resample.ts';
import { runNow, type Steps } from '#image/steps.ts';
import type { AiMask, Settings } from '#settings/settings.ts';
import { activeCorrections } from '../local-settings.ts';
import type { RenderSource } from '../renderer.ts';

/** Long edge at which regions are looked for, px. */
const REGION_EDGE = 512;

const found = new WeakMap<RenderSource, readonly Region[]>();

/** Regions of the untouched picture, found once per photo. */
function* regionsOf(source: RenderSource): Steps<readonly Region[]> {
  let regions = found.get(source);
  if (!regions) {
    const preview = yield* fitSteps(source.raster, REGION_EDGE);
    regions = yield* regionSteps(preview, yield* labSteps(preview));
    found.set(source, regions);
  }
  return regions;
}

/** Finds, in pieces, what masks of the settings will ask for. */
export function* prepareRegions(source: RenderSource, settings: Settings): Steps<void> {
  const asked = activeCorrections(settings).some(({ masks }) => masks.some(({ kind }) => kind === 'ai'));
  if (asked) yield* regionsOf(source);
}

/** Soft mask of what the host would find itself; null when it is not in the picture. */
export function regionPlane(source: RenderSource, target: AiMask['target']): Plane | null {
  const regions = runNow(regionsOf(source));
  const plane = (name: RegionName) => regions.find((region) => region.name === name)?.mask ?? null;
  return plane(target) ?? (target === 'person' ? plane('subject') : null);
}
