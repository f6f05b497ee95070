import { lookByName } from '#looks/looks.ts';
import { AXES, type Axis, GOAL_REGIONS, type GoalRegion } from '#wire/goal.ts';
import { looseNumber } from './loose-value.ts';

/** What models call an axis besides its name. */
const AXIS_WORDS: Readonly<Record<string, Axis>> = {
  exposure: 'brightness',
  lightness: 'brightness',
  temperature: 'warmth',
  'white balance': 'warmth',
  color: 'saturation',
  colour: 'saturation',
  sharpening: 'sharpness',
  vignetting: 'vignette',
};
const EVERYWHERE = ['', 'whole', 'all', 'global', 'everywhere', 'image', 'whole picture', 'null', 'none'];

/** Text of a word of the vocabulary, as far as it can be one. */
function word(given: unknown): string {
  return typeof given === 'string' ? given.slice(0, 40).toLowerCase().replace(/[_-]/g, ' ').trim() : '';
}

export function axisOf(given: unknown): Axis | undefined {
  const name = word(given);
  return (
    AXES.find((axis) => axis === name) ?? (Object.hasOwn(AXIS_WORDS, name) ? AXIS_WORDS[name] : undefined)
  );
}

/** +1 or −1 from "more", "less", a sign or a number. */
export function directionOf(given: unknown): 1 | -1 | undefined {
  const number = looseNumber(given);
  if (number !== undefined) return number === 0 ? undefined : number > 0 ? 1 : -1;
  const name = word(given);
  if (/^(more|up|increase|raise|\+|positive)$/.test(name)) return 1;
  return /^(less|down|decrease|lower|−|negative|)$/.test(name) && name !== '' ? -1 : undefined;
}

/** A region of the vocabulary, null for the whole picture, undefined for anything else. */
export function regionOf(given: unknown): GoalRegion | null | undefined {
  if (given === null || given === undefined) return null;
  const name = word(given);
  if (EVERYWHERE.includes(name)) return null;
  return GOAL_REGIONS.find((region) => region === name || `${region}s` === name);
}

/** Name of a look of the style book. */
export function lookOf(given: unknown): string | undefined {
  return typeof given === 'string' ? lookByName(given.slice(0, 60).trim())?.name : undefined;
}
