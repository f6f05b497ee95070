import { labSteps } from '#image/lab.ts';
import type { Observation, PhotoFacts } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { regionSteps } from '#image/regions.ts';
import { fitSteps } from '#image/resample.ts';
import { statisticsSteps } from '#image/statistics.ts';
import { runNow, type Steps } from '#image/steps.ts';

/** Long edge of the pictures that a person looks at while working, px. */
export const DISPLAY_EDGE = 1280;

/** Long edge of the preview that policy and reward look at, px. */
export const OBSERVATION_EDGE = 512;

/** The photo at the size for looking at. A large photo is reduced once; every smaller picture is made from this one. */
export function displaySteps(raster: Raster): Steps<Raster> {
  return fitSteps(raster, DISPLAY_EDGE);
}

/**
 * Looks at a photo once: a small preview, what is measured on it and the regions found in it. The full picture and its
 * display size give the same observation.
 */
export function observe(raster: Raster, photo: PhotoFacts): Observation {
  return runNow(observeSteps(raster, photo));
}

/** The same in pieces, for a thread that has more to do. */
export function* observeSteps(raster: Raster, photo: PhotoFacts): Steps<Observation> {
  const display = yield* displaySteps(raster);
  const preview = yield* fitSteps(display, OBSERVATION_EDGE);
  const lab = yield* labSteps(preview);
  const statistics = yield* statisticsSteps(preview, lab);
  const regions = yield* regionSteps(preview, lab);
  return { photo, preview, lab, statistics, regions };
}

/** Preview pixels per pixel of the full picture, 0…1: what an engine needs to show detail as the full size will. */
export function previewScale({ photo, preview }: Observation): number {
  return Math.max(preview.width, preview.height) / Math.max(photo.width, photo.height);
}
