import type { ColorName } from '#image/observation.ts';
import type { Settings } from '#settings/settings.ts';
import type { GoalRegion } from '#wire/goal.ts';
import type { AxisSpec, DirectAxis, Keep, Knob, Scenery, SolvedAxis, Way } from '../axis.ts';
import { statedMove } from '../exact.ts';
import { luminanceWindow } from '../geometry.ts';
import type { IntentGoal } from '../intent.ts';
import type { PlacedKnob } from '../knobs.ts';
import type { Place } from '../local.ts';
import { placeFor } from '../local.ts';
import type { Measures } from '../measure.ts';
import type { Target } from '../plan.ts';
import { isColour, isTonal } from '../region.ts';
import type { Scene } from '../scene.ts';
import { AXIS_SPECS } from './axes.ts';
import { mixerFor } from './colour-family.ts';
import { standInFor } from './stand-in.ts';
import { tonalWay } from './tonal-region.ts';

/** What one goal brings to a plan. `local` is filled into the correction of its place. */
export interface GoalPlacement {
  readonly set: Settings;
  readonly knobs: readonly PlacedKnob[];
  readonly keep: readonly Keep[];
  readonly target?: Omit<Target, 'goal'>;
  readonly manner: string;
  readonly local?: {
    readonly place: Place;
    readonly knobs: readonly PlacedKnob[];
    readonly values: Readonly<Record<string, number>>;
  };
  readonly left?: { readonly text: string; readonly evidence: string };
}

const NOTHING: GoalPlacement = { set: {}, knobs: [], keep: [], manner: '' };

/**
 * Where and how a goal is brought about: sliders of the frame, the mixer, a grading wheel, or a correction with its
 * own mask. A goal that cannot be placed in this photo comes back with the reason.
 */
export function placeGoal(goal: IntentGoal, way: number, scene: Scene): GoalPlacement {
  const spec = AXIS_SPECS[goal.axis];
  const { region } = goal;
  if (region === null || region === goal.axis) return global(goal, way, scene);
  if (isColour(region))
    return scene.weights(region) ? colour(goal, spec, region, scene) : absent(goal, spec, region, scene);
  if (isTonal(region)) {
    const tonal = tonalWay(goal.axis, goal.direction, region);
    if (!scene.weights(region)) return missing(goal, `There are hardly any ${region} in this photo`);
    if (tonal && spec.kind === 'solved') {
      return {
        ...NOTHING,
        set: tonal.set ?? {},
        knobs: tonal.knobs,
        manner: tonal.title,
        target: aim(spec, goal, region, scene),
      };
    }
  }
  return local(goal, spec, region, way, scene);
}

function global(goal: IntentGoal, way: number, scene: Scene): GoalPlacement {
  const spec = AXIS_SPECS[goal.axis];
  const scenery: Scenery = { before: scene.before.measures, statistics: scene.observation.statistics };
  const wish = goal.direction * goal.amount;
  const stated = statedMove(goal, spec);
  if (stated) return { ...NOTHING, set: { [stated.name]: stated.by }, manner: 'exactly as stated' };
  if (spec.kind === 'direct')
    return { ...NOTHING, set: spec.settings(wish, scenery), manner: 'set by the amount asked' };
  const ways = spec.ways(goal.direction, scenery);
  const chosen: Way = ways[way % ways.length]!;
  return {
    set: chosen.set ?? {},
    knobs: chosen.knobs.map((one) => signed(one, spec, goal)),
    keep: chosen.keep ?? [],
    manner: chosen.title,
    target: aim(spec, goal, null, scene),
  };
}

function colour(goal: IntentGoal, spec: AxisSpec, family: ColorName, scene: Scene): GoalPlacement {
  const mixer = mixerFor(goal.axis, family, goal.direction * goal.amount);
  if (!mixer) return missing(goal, `${spec.more} cannot be limited to one colour with develop sliders`);
  const solved = spec.kind === 'solved' && mixer.knobs.length > 0;
  return {
    ...NOTHING,
    ...mixer,
    manner: `the mixer, ${family}`,
    ...(solved ? { target: aim(spec, goal, family, scene) } : {}),
  };
}

/** Not found: the nearest thing that the photo has, said openly; or only the reason. */
function absent(goal: IntentGoal, spec: AxisSpec, region: GoalRegion, scene: Scene): GoalPlacement {
  const reason = isColour(region)
    ? `There is hardly any ${region} in this photo`
    : `No ${region} was found in this photo`;
  const family = standInFor(region, scene);
  if (family === 'highlights') {
    const above = upperLights(goal, spec, scene);
    const note = `${reason}: the light tones in its upper part were taken instead`;
    return above ? { ...above, ...missing(goal, note, true) } : missing(goal, reason);
  }
  const instead = family ? colour(goal, spec, family, scene) : null;
  if (family && instead && !instead.left) {
    const what = isColour(region) ? 'the next colour' : 'a colour it often has';
    return { ...instead, ...missing(goal, `${reason}: ${what}, ${family}, was taken instead`, true) };
  }
  return missing(goal, reason);
}

/** Where a sky would be, and as light as one; null when nothing there is. */
function upperLights(goal: IntentGoal, spec: AxisSpec, scene: Scene): GoalPlacement | null {
  if (spec.kind !== 'solved') return null;
  const [way] = spec.local(goal.direction);
  const gradient = { kind: 'linear', combine: 'add', inverted: false, name: 'Upper part' } as const;
  const place: Place = {
    name: 'Upper lights',
    region: 'highlights',
    masks: [{ ...gradient, zeroX: 0.5, zeroY: 0.6, fullX: 0.5, fullY: 0.25 }, luminanceWindow(0.6, 1)],
  };
  return {
    ...NOTHING,
    manner: 'inside the light tones of the upper part',
    target: aim(spec, goal, 'highlights', scene),
    local: { place, knobs: way!.knobs, values: localValues(way!.set) },
  };
}

function local(
  goal: IntentGoal,
  spec: SolvedAxis | DirectAxis,
  region: GoalRegion,
  way: number,
  scene: Scene,
): GoalPlacement {
  const place = isTonal(region) ? tonalPlace(region) : placeFor(region, scene);
  if (!place) return absent(goal, spec, region, scene);
  if (spec.kind === 'direct') {
    const values = spec.localValues?.(goal.direction * goal.amount);
    if (!values)
      return missing(goal, `${spec.more} cannot be limited to a part of the picture with develop sliders`);
    return { ...NOTHING, manner: `inside the ${region}`, local: { place, knobs: [], values } };
  }
  const ways = spec.local(goal.direction);
  const chosen = ways[way % ways.length]!;
  return {
    ...NOTHING,
    manner: `inside the ${region}${chosen.title === '' ? '' : `, ${chosen.title}`}`,
    target: aim(spec, goal, place.region, scene),
    local: { place, knobs: chosen.knobs, values: localValues(chosen.set) },
  };
}

/** Words turn an axis's own slider one way only; a look may also take back what its settings had too much of. */
function signed(one: Knob, spec: SolvedAxis, goal: IntentGoal): Knob {
  const owned = one.parameters.some(({ name }) => spec.own.includes(name));
  return owned && goal.origin !== 'style' ? { ...one, sign: goal.direction } : one;
}

function localValues(set: Settings = {}): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(set).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : [])),
  );
}

function tonalPlace(region: 'shadows' | 'midtones' | 'highlights'): Place {
  const windows = {
    shadows: [0, 0, 0.3, 0.55],
    midtones: [0.15, 0.35, 0.65, 0.85],
    highlights: [0.5, 0.75, 1, 1],
  } as const;
  const [lowNone, lowFull, highFull, highNone] = windows[region];
  const name = region[0]!.toUpperCase() + region.slice(1);
  return {
    name,
    region,
    masks: [
      { kind: 'luminance', combine: 'add', inverted: false, name, lowNone, lowFull, highFull, highNone },
    ],
  };
}

function aim(
  spec: SolvedAxis,
  goal: IntentGoal,
  region: GoalRegion | null,
  scene: Scene,
): Omit<Target, 'goal'> {
  const before: Measures = (region && scene.within(scene.before, region)) || scene.before.measures;
  const from = spec.read(before);
  const scenery = { before, statistics: scene.observation.statistics };
  const complains = /\btoo\b/i.test(goal.words) && region === null;
  const sizes = { complaint: complains && spec.complaint, styled: goal.origin === 'style' && spec.styled };
  const step = (sizes.complaint || sizes.styled || spec.step)(goal.direction, scenery);
  return { axis: spec, region, from, wanted: from + step * goal.amount, tolerance: spec.tolerance };
}

function missing(goal: IntentGoal, text: string): GoalPlacement;
function missing(goal: IntentGoal, text: string, replaced: true): Pick<GoalPlacement, 'left'>;
function missing(goal: IntentGoal, text: string, replaced = false): Partial<GoalPlacement> {
  return {
    ...(replaced ? {} : NOTHING),
    left: { text, evidence: goal.words === '' ? `${goal.axis}, ${goal.region}` : `“${goal.words}”` },
  };
}
