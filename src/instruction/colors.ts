import { COLOR_NAMES, type ColorName } from '#image/observation.ts';
import type { GoalRegion } from '#wire/goal.ts';
import { type Effect, effects } from './meaning.ts';

/** Hue angle of each mixer family in degrees, as Camera Raw's hue sliders go round: a positive slider turns upwards. */
const ANGLES: Readonly<Record<ColorName, number>> = {
  red: 0,
  orange: 30,
  yellow: 60,
  green: 120,
  aqua: 180,
  blue: 225,
  purple: 275,
  magenta: 315,
};

/**
 * Sign of the hue slider that turns `from` towards `to`: Camera Raw's sign, so green + → aqua and − → yellow, blue +
 * → purple, orange + → yellow. Null for the same colour.
 */
export function hueDirection(from: ColorName, to: ColorName): 1 | -1 | null {
  if (from === to) return null;
  const turn = (ANGLES[to] - ANGLES[from] + 540) % 360;
  return turn > 180 ? 1 : -1;
}

/** What "more of this colour" over a whole picture means in white balance; removing a cast is the opposite. */
export const CAST_EFFECTS: Readonly<Record<ColorName, readonly Effect[]>> = {
  red: effects('tint+ warmth+.5'),
  orange: effects('warmth+'),
  yellow: effects('warmth+'),
  green: effects('tint-'),
  aqua: effects('warmth-'),
  blue: effects('warmth-'),
  purple: effects('tint+'),
  magenta: effects('tint+'),
};

/** The colour that a region has by nature, from which a hue shift starts. */
export const REGION_COLORS: Readonly<Partial<Record<GoalRegion, ColorName>>> = {
  sky: 'blue',
  water: 'blue',
  foliage: 'green',
  ...Object.fromEntries(COLOR_NAMES.map((name) => [name, name])),
};
