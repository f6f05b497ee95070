import { toLab } from '#image/lab.ts';
import type { Observation } from '#image/observation.ts';
import type { LabImage, Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import type { Renderer } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import type { GoalRegion } from '#wire/goal.ts';
import { type Measures, measure } from './measure.ts';
import { regionWeights } from './region.ts';

/** Long edge of the picture that is rendered over and over while solving, px. */
export const SCENE_EDGE = 72;

/** One rendering of the small picture. */
export interface Shot {
  readonly raster: Raster;
  readonly lab: LabImage;
  /** Of the frame, without the regions that must stay. */
  readonly measures: Measures;
}

/** The photo, small, ready to be rendered under any settings and measured. */
export interface Scene {
  readonly observation: Observation;
  /** Where the edit starts: the photo under the base settings. */
  readonly before: Shot;
  shoot(settings: Settings): Shot;
  /** Measures of a shot within a region of the starting picture; undefined when the photo has no such part. */
  within(shot: Shot, region: GoalRegion | 'neutral'): Measures | undefined;
  weights(region: GoalRegion | 'neutral'): Float32Array | undefined;
}

export function openScene(
  observation: Observation,
  renderer: Renderer,
  base: Settings,
  kept: readonly GoalRegion[],
): Scene {
  const source = renderer.open(fitWithin(observation.preview, SCENE_EDGE), {
    source: observation.photo.source,
  });
  const develop = (settings: Settings) => {
    const raster = renderer.render(source, settings);
    return { raster, lab: toLab(raster) };
  };
  const start = develop(base);
  const free = freeWeights(kept, observation, start);
  const finish = (shot: { raster: Raster; lab: LabImage }): Shot => ({
    ...shot,
    measures: measure(shot.lab, shot.raster, free),
  });
  const before = finish(start);
  const shoot = (settings: Settings) => finish(develop(settings));
  const known = new Map<GoalRegion | 'neutral', Float32Array | undefined>();
  const weights = (region: GoalRegion | 'neutral') => {
    if (!known.has(region)) known.set(region, regionWeights(region, observation, before.raster, before.lab));
    return known.get(region);
  };
  return {
    observation,
    before,
    shoot,
    weights,
    within: (shot, region) => {
      const inside = weights(region);
      return inside && measure(shot.lab, shot.raster, inside);
    },
  };
}

/** One minus the regions that must stay; undefined when there are none, or nothing would be left to measure. */
function freeWeights(
  kept: readonly GoalRegion[],
  observation: Observation,
  { raster, lab }: { raster: Raster; lab: LabImage },
): Float32Array | undefined {
  const masks = kept.flatMap((region) => regionWeights(region, observation, raster, lab) ?? []);
  if (masks.length === 0) return undefined;
  const free = masks[0]!.map((_, i) => masks.reduce((rest, mask) => rest * (1 - mask[i]!), 1));
  return free.reduce((sum, value) => sum + value, 0) > 0.1 * free.length ? free : undefined;
}
