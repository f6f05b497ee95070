import { REGION_NAMES, type Region, type RegionName } from './observation.ts';
import type { LabImage, Plane, Raster } from './raster.ts';
import { enlarge } from './regions/enlarge.ts';
import { findFace } from './regions/face.ts';
import type { Finding } from './regions/finding.ts';
import { findFoliage } from './regions/foliage.ts';
import { findForeground } from './regions/foreground.ts';
import { MIN_CONFIDENCE, makeRegion } from './regions/make-region.ts';
import { findPerson } from './regions/person.ts';
import { refineMask } from './regions/refine.ts';
import { viewScene } from './regions/scene.ts';
import { believeFace, findSkin } from './regions/skin.ts';
import { skinColor } from './regions/skin-color.ts';
import { findSky } from './regions/sky.ts';
import { findSubject } from './regions/subject.ts';
import { findWater } from './regions/water.ts';

/** Smaller pictures have no parts worth telling apart, px. */
const MIN_EDGE = 16;

/**
 * Parts of the picture, found by colour, place, smoothness and connection, with borders drawn to the picture's edges;
 * in the order of REGION_NAMES. None below 0.3 confidence. `lab` is the same picture as `raster`.
 */
export function findRegions(raster: Raster, lab: LabImage): Region[] {
  if (Math.min(raster.width, raster.height) < MIN_EDGE) return [];
  const scene = viewScene(lab);
  const sky = findSky(scene);
  const color = skinColor(scene);
  const likely = findFace(scene, color);
  const face = likely && believeFace(scene, color, likely);
  const skin = findSkin(scene, color, face);
  const person = findPerson(scene, face);
  const subject = findSubject(scene, sky, person);

  const found: readonly (readonly [RegionName, Finding | null])[] = [
    ['sky', sky],
    ['subject', subject],
    ['person', person],
    ['face', face],
    ['skin', skin],
    ['foliage', findFoliage(scene)],
    ['water', findWater(scene, sky)],
  ];
  const regions = found.flatMap(([name, finding]) => {
    if (finding === null || finding.confidence < MIN_CONFIDENCE) return [];
    return makeRegion(name, refineMask(scene, finding.mask), finding.confidence) ?? [];
  });
  const main = regions.find(({ name }) => name === 'subject');
  const background = main && makeRegion('background', complement(main.mask), main.confidence);
  // Foreground fades in over the ground: it has no border to be drawn to an edge.
  const foreground = findForeground(scene, sky);
  const ground = makeRegion('foreground', enlarge(scene, foreground.mask), foreground.confidence);
  return [...regions, background, ground]
    .filter((region): region is Region => region !== undefined && region !== null)
    .sort((a, b) => REGION_NAMES.indexOf(a.name) - REGION_NAMES.indexOf(b.name));
}

function complement({ width, height, data }: Plane): Plane {
  return { width, height, data: data.map((value) => 1 - value) };
}
