import { toLab } from '#image/lab.ts';
import type { Observation, PhotoFacts } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { findRegions } from '#image/regions.ts';
import { fitWithin } from '#image/resample.ts';
import { measureStatistics } from '#image/statistics.ts';

/** Long edge of the pictures that a person looks at while working, px. */
export const DISPLAY_EDGE = 1280;

/** Long edge of the preview that policy and reward look at, px. */
export const OBSERVATION_EDGE = 512;

/** The photo at the size for looking at. A large photo is reduced once; every smaller picture is made from this one. */
export function reduceForDisplay(raster: Raster): Raster {
  return fitWithin(raster, DISPLAY_EDGE);
}

/**
 * Looks at a photo once: a small preview, what is measured on it and the regions found in it. The full picture and its
 * display size give the same observation.
 */
export function observe(raster: Raster, photo: PhotoFacts): Observation {
  const preview = fitWithin(reduceForDisplay(raster), OBSERVATION_EDGE);
  const lab = toLab(preview);
  return {
    photo,
    preview,
    lab,
    statistics: measureStatistics(preview, lab),
    regions: findRegions(preview, lab),
  };
}

/** Preview pixels per pixel of the full picture, 0…1: what an engine needs to show detail as the full size will. */
export function previewScale({ photo, preview }: Observation): number {
  return Math.max(preview.width, preview.height) / Math.max(photo.width, photo.height);
}
