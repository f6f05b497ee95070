import type { ColorName, Observation, Region } from '#image/observation.ts';
import { COLOR_NAMES } from '#image/observation.ts';
import { likelySkin } from '#image/regions/likely-skin.ts';
import { runNow, type Steps } from '#image/steps.ts';
import type { GoalRegion, Reading } from '#wire/goal.ts';
import { type Frame, remember, rememberSteps } from './frame.ts';
import { smooth } from './smooth.ts';
import type { View } from './view.ts';
import { WHOLE } from './view.ts';
import { hueWeights, placeWeights, toneWeights } from './view-weights.ts';

/** Parts smaller than this share of the frame are not measured: a few pixels say nothing. */
const SMALLEST_AREA = 0.002;

export interface Views {
  /** The part that a goal names, or null when this picture has none. */
  find(region: GoalRegion | null): View | null;
  /** Looks, in pieces, for what takes long to find. */
  prepare(): Steps<void>;
}

/**
 * Finds the parts of a picture that goals can name; each is made once, from the picture before the edit. Skin that was not
 * found is looked for again when somebody speaks of people.
 */
export function createViews(observation: Observation, before: Frame, reading: Reading): Views {
  const people = speaksOfPeople(reading);
  return {
    find(region) {
      if (region === null) return WHOLE;
      // Kept with the picture: the next instruction may name the same part.
      const name = people ? `part ${region} of people` : `part ${region}`;
      return remember(before, name, () => makeView(region, observation, before, people));
    },
    *prepare() {
      if (people && observation.regions.every(({ name }) => name !== 'skin'))
        yield* likelySkinOf(observation, before);
    },
  };
}

function likelySkinOf({ lab }: Observation, before: Frame): Steps<Region | null> {
  return rememberSteps(before, 'likely skin', () => likelySkin(lab));
}

const PEOPLE: readonly string[] = ['skin', 'face', 'person'];

function speaksOfPeople({ goals, locks }: Reading): boolean {
  return (
    goals.some(({ region }) => region !== null && PEOPLE.includes(region)) ||
    locks.some(({ what }) => PEOPLE.includes(what))
  );
}

function makeView(region: GoalRegion, observation: Observation, before: Frame, people: boolean): View | null {
  const found = observation.regions.find((candidate) => candidate.name === region);
  if (found !== undefined && found.mask.data.length === before.lightness.length) {
    return toView(region, `the ${region}`, found.mask.data);
  }
  if (region === 'highlights' || region === 'shadows' || region === 'midtones') {
    return toView(region, `the ${region}`, toneWeights(region, before));
  }
  if (isColor(region)) return toView(region, `the ${region}s`, hueWeights(region, before));
  if (region === 'skin' || region === 'face') {
    if (!people) return null;
    const likely = runNow(likelySkinOf(observation, before))?.mask.data;
    const view = likely?.length === before.lightness.length ? toView(region, `the ${region}`, likely) : null;
    if (view !== null)
      return { ...view, note: `no ${region} was found for sure; what looks like skin was measured` };
  }
  const stand = STAND_INS[region];
  const view = toView(region, `the ${region}`, stand.weights(before));
  return view === null
    ? null
    : { ...view, note: `no ${region} was found; ${stand.note} was measured`, rough: true };
}

function isColor(region: GoalRegion): region is ColorName {
  return (COLOR_NAMES as readonly string[]).includes(region);
}

type Finder = Exclude<GoalRegion, ColorName | 'highlights' | 'shadows' | 'midtones'>;

const MIDDLE = (x: number, y: number): number => 1 - smooth(0.2, 0.42, Math.hypot(x - 0.5, (y - 0.5) * 0.8));
const inMiddle = { note: 'the middle', weights: placeWeights(MIDDLE) };

/** What stands in for a part that was not found: where it usually is, or the colour it usually has. */
const STAND_INS: Readonly<Record<Finder, { note: string; weights(before: Frame): Float32Array }>> = {
  sky: { note: 'the upper third', weights: placeWeights((_x, y) => 1 - smooth(0.28, 0.42, y)) },
  foreground: { note: 'the lower half', weights: placeWeights((_x, y) => smooth(0.45, 0.65, y)) },
  background: { note: 'all but the middle', weights: placeWeights((x, y) => 1 - MIDDLE(x, y)) },
  subject: inMiddle,
  person: inMiddle,
  face: inMiddle,
  skin: { note: 'what has its colour', weights: (before) => hueWeights('orange', before) },
  foliage: { note: 'what is green', weights: (before) => hueWeights('green', before) },
  water: { note: 'what is blue', weights: (before) => hueWeights('blue', before) },
};

function toView(key: string, label: string, weights: Float32Array): View | null {
  let sum = 0;
  for (let pixel = 0; pixel < weights.length; pixel += 1) sum += weights[pixel]!;
  const area = sum / Math.max(1, weights.length);
  return area < SMALLEST_AREA ? null : { key, label, weights, area };
}
