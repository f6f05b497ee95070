import { toLab } from '#image/lab.ts';
import type { Region, RegionName } from '#image/observation.ts';
import type { Plane } from '#image/raster.ts';
import { findRegions } from '#image/regions.ts';
import { fitWithin } from '#image/resample.ts';
import type { AiMask } from '#settings/settings.ts';
import type { RenderSource } from '../renderer.ts';

/** Long edge at which regions are looked for, px. */
const REGION_EDGE = 512;

const found = new WeakMap<RenderSource, readonly Region[]>();

/** Regions of the untouched picture, found once per photo. */
function regionsOf(source: RenderSource): readonly Region[] {
  let regions = found.get(source);
  if (!regions) {
    const preview = fitWithin(source.raster, REGION_EDGE);
    regions = findRegions(preview, toLab(preview));
    found.set(source, regions);
  }
  return regions;
}

/** Soft mask of what the host would find itself; null when it is not in the picture. */
export function regionPlane(source: RenderSource, target: AiMask['target']): Plane | null {
  const regions = regionsOf(source);
  const plane = (name: RegionName) => regions.find((region) => region.name === name)?.mask ?? null;
  return plane(target) ?? (target === 'person' ? plane('subject') : null);
}
