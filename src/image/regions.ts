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
import { runNow, type Steps } from './steps.ts';

/** Smaller pictures have no parts worth telling apart, px. */
const MIN_EDGE = 16;

/**
 * Parts of the picture, found by colour, place, smoothness and connection, with borders drawn to the picture's edges;
 * in the order of REGION_NAMES. None below 0.3 confidence. `lab` is the same picture as `raster`.
 */
export function findRegions(raster: Raster, lab: LabImage): Region[] {
  return runNow(regionSteps(raster, lab));
}

/** The same in pieces. */
export function* regionSteps(raster: Raster, lab: LabImage): Steps<Region[]> {
  const regions = known.get(raster) ?? (yield* searchRegions(raster, lab));
  known.set(raster, regions);
  return [...regions];
}

/** An engine that needs a region of a picture finds it with the picture, where somebody has looked already. */
const known = new WeakMap<Raster, readonly Region[]>();

function* searchRegions(raster: Raster, lab: LabImage): Steps<readonly Region[]> {
  if (Math.min(raster.width, raster.height) < MIN_EDGE) return [];
  const scene = yield* viewScene(lab);
  yield;
  const sky = yield* findSky(scene);
  yield;
  const color = skinColor(scene);
  yield;
  const likely = yield* findFace(scene, color);
  const face = likely && (yield* believeFace(scene, color, likely));
  yield;
  const skin = yield* findSkin(scene, color, face);
  yield;
  const person = findPerson(scene, face);
  yield;
  const subject = yield* findSubject(scene, sky, person);
  yield;

  const foliage = findFoliage(scene);
  yield;
  const water = findWater(scene, sky);
  const found: readonly (readonly [RegionName, Finding | null])[] = [
    ['sky', sky],
    ['subject', subject],
    ['person', person],
    ['face', face],
    ['skin', skin],
    ['foliage', foliage],
    ['water', water],
  ];
  const regions: Region[] = [];
  for (const [name, finding] of found) {
    yield;
    if (finding === null || finding.confidence < MIN_CONFIDENCE) continue;
    const region = makeRegion(name, yield* refineMask(scene, finding.mask), finding.confidence);
    if (region !== null) regions.push(region);
  }
  const main = regions.find(({ name }) => name === 'subject');
  const background = main && makeRegion('background', complement(main.mask), main.confidence);
  yield;
  // Foreground fades in over the ground: it has no border to be drawn to an edge.
  const foreground = findForeground(scene, sky);
  const ground = makeRegion('foreground', yield* enlarge(scene, foreground.mask), foreground.confidence);
  return [...regions, background, ground]
    .filter((region): region is Region => region !== undefined && region !== null)
    .sort((a, b) => REGION_NAMES.indexOf(a.name) - REGION_NAMES.indexOf(b.name));
}

function complement({ width, height, data }: Plane): Plane {
  return { width, height, data: data.map((value) => 1 - value) };
}
