import type { Region, RegionName } from '#image/observation.ts';
import type { Correction, Mask } from '#settings/settings.ts';
import type { GoalRegion } from '#wire/goal.ts';
import { ellipse, groundGradient, luminanceWindow, skyGradient } from './geometry.ts';
import type { Measures } from './measure.ts';
import type { Scene } from './scene.ts';

/** Where a local edit can be put: the masks, and what had to be used in place of what was asked. */
export interface Place {
  readonly name: string;
  readonly masks: readonly Mask[];
  /** The region it was made from; another one than was asked when that was not found. */
  readonly region: GoalRegion;
}

/** Regions that may stand in for one that was not found, nearest first. */
const STAND_INS: Readonly<Partial<Record<GoalRegion, readonly RegionName[]>>> = {
  face: ['skin', 'person', 'subject'],
  skin: ['face'],
  person: ['face', 'skin', 'subject'],
  subject: ['person', 'face'],
  background: ['subject', 'person', 'face'],
  foreground: ['sky'],
};

/**
 * Explicit geometry for a region, so that every host draws the same mask: a gradient for sky and ground, an ellipse
 * for people, the outside of one for a background. Null when neither it nor a stand-in was found in the photo.
 */
export function placeFor(region: GoalRegion, scene: Scene): Place | null {
  const known = places.get(scene) ?? new Map<GoalRegion, Place | null>();
  places.set(scene, known);
  if (!known.has(region)) known.set(region, findPlace(region, scene));
  return known.get(region) ?? null;
}

/** Every reading of an instruction asks for the same places. */
const places = new WeakMap<Scene, Map<GoalRegion, Place | null>>();

function findPlace(region: GoalRegion, scene: Scene): Place | null {
  const find = (name: string) => scene.observation.regions.find((one) => one.name === name);
  const found = [region, ...(STAND_INS[region] ?? [])]
    .map((name) => find(name))
    .find((one) => one !== undefined);
  if (!found) return null;
  const name = region[0]!.toUpperCase() + region.slice(1);
  return { name, masks: masksFor(region, found, scene), region: found.name };
}

function masksFor(wanted: GoalRegion, found: Region, scene: Scene): readonly Mask[] {
  switch (wanted) {
    case 'sky':
      return [skyGradient(found), ...skyTones(found, scene)];
    case 'foreground':
      return found.name === 'sky' ? [{ ...skyGradient(found), inverted: true }] : [groundGradient(found)];
    case 'background':
      return found.name === 'background' ? backgroundMasks(scene, found) : [ellipse(found, 1.15, 60, true)];
    case 'face':
      return [ellipse(found, found.name === 'face' ? 1.25 : 1.05, 60)];
    case 'skin':
      return [ellipse(found, 1.1, 40), skinTones(found, scene)];
    case 'water':
      return [groundGradient(found)];
    default:
      return [ellipse(found, 1.2, 50)];
  }
}

function backgroundMasks(scene: Scene, found: Region): readonly Mask[] {
  const subject = ['subject', 'person', 'face']
    .map((name) => scene.observation.regions.find((one) => one.name === name))
    .find(Boolean);
  return [subject ? ellipse(subject, 1.15, 60, true) : ellipse(found, 0.6, 70, true)];
}

/**
 * Where the sky's edge is uneven (trees, roofs, a mountain reach into the gradient) and the sky is the lighter part,
 * the gradient is cut to the sky's own tones.
 */
function skyTones(sky: Region, scene: Scene): readonly Mask[] {
  const inside = scene.within(scene.before, 'sky');
  if (!inside || unevenness(sky) < 0.04) return [];
  const ground = outside(sky, scene);
  if (inside.low - ground < 6) return [];
  return [luminanceWindow(Math.max(0.1, (inside.low - 7) / 100), 1)];
}

/** Spread of the sky's lower edge over the columns, as a fraction of the height. */
function unevenness({ mask }: Region): number {
  const { width, height, data } = mask;
  const edges = new Float64Array(width);
  // Row by row: memory is read in its order.
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) edges[x]! += data[i]! / height;
  const mean = edges.reduce((sum, value) => sum + value, 0) / width;
  return Math.sqrt(edges.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width);
}

/** Mean L* of what lies outside a region. */
function outside(region: Region, scene: Scene): number {
  const weights = scene.weights(region.name);
  const { data } = scene.before.lab;
  let sum = 0;
  let total = 0;
  for (let i = 0; i < data.length / 3; i++) {
    const w = 1 - (weights?.[i] ?? 0);
    sum += w * (data[3 * i] ?? 0);
    total += w;
  }
  return sum / Math.max(1e-6, total);
}

function skinTones(found: Region, scene: Scene): Mask {
  const inside: Measures | undefined = scene.within(scene.before, found.name);
  return luminanceWindow(
    Math.max(0, ((inside?.low ?? 30) - 12) / 100),
    Math.min(1, ((inside?.high ?? 90) + 8) / 100),
  );
}

/** An empty correction at a place, to be filled with solved values. */
export function correctionAt(place: Place, values: Readonly<Record<string, number>>): Correction {
  return { name: place.name, active: true, amount: 1, values, masks: place.masks };
}
