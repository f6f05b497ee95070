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
  readonly measures: Measures;
}

/** The photo, small, ready to be rendered under any settings and measured. */
export interface Scene {
  readonly observation: Observation;
  /** Where the edit starts: the photo under the base settings. */
  readonly before: Shot;
  shoot(settings: Settings): Shot;
  /** Measures of a shot within a region of the starting picture; undefined when the photo has no such part. */
  within(shot: Shot, region: GoalRegion): Measures | undefined;
  weights(region: GoalRegion): Float32Array | undefined;
}

export function openScene(observation: Observation, renderer: Renderer, base: Settings): Scene {
  const source = renderer.open(fitWithin(observation.preview, SCENE_EDGE), {
    source: observation.photo.source,
  });
  const shoot = (settings: Settings): Shot => {
    const raster = renderer.render(source, settings);
    const lab = toLab(raster);
    return { raster, lab, measures: measure(lab, raster) };
  };
  const before = shoot(base);
  const known = new Map<GoalRegion, Float32Array | undefined>();
  const weights = (region: GoalRegion) => {
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
