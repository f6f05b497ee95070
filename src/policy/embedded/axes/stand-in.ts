import { COLOR_NAMES, type ColorName } from '#image/observation.ts';
import type { GoalRegion } from '#wire/goal.ts';
import { placeFor } from '../local.ts';
import { isColour, isTonal } from '../region.ts';
import type { Scene } from '../scene.ts';

/** Colours that may stand for a part that was not found, or a family for its neighbour, nearest first. */
const STANDING_COLOURS: Readonly<Partial<Record<GoalRegion, readonly ColorName[]>>> = {
  sky: ['blue', 'aqua'],
  water: ['aqua', 'blue'],
  foliage: ['green', 'yellow'],
  green: ['yellow'],
  aqua: ['blue'],
  blue: ['aqua'],
};
/** Share of the frame that a colour must have to stand for something. */
const FAIR_SHARE = 0.03;

/** Whether the photo has this part: a colour or tone that occurs, a region or the one it is drawn from. */
export function isFound(region: GoalRegion, scene: Scene): boolean {
  if (isColour(region) || isTonal(region)) return scene.weights(region) !== undefined;
  return placeFor(region, scene) !== null;
}

/** The colour, or for a sky the highlights, that comes nearest to a part that was not found; undefined for none. */
export function standInFor(region: GoalRegion, scene: Scene): ColorName | 'highlights' | undefined {
  const share = (family: ColorName) => scene.observation.statistics.hues[COLOR_NAMES.indexOf(family)] ?? 0;
  const family = STANDING_COLOURS[region]?.find((one) => share(one) > FAIR_SHARE && scene.weights(one));
  if (family) return family;
  return region === 'sky' && scene.weights('highlights') ? 'highlights' : undefined;
}

/** The goal with the place where it will really work, for its words. */
export function asPlaced<Goal extends { readonly region: GoalRegion | null }>(
  goal: Goal,
  scene: Scene,
): Goal {
  const { region } = goal;
  if (region === null || isFound(region, scene)) return goal;
  const instead = standInFor(region, scene);
  return instead ? { ...goal, region: instead } : goal;
}
