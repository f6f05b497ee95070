import type { Steps } from '#image/steps.ts';
import { applyLocks } from '#settings/locks.ts';
import { mergeSettings } from '#settings/merge.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { Axis } from '#wire/goal.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import { type GoalPlacement, placeGoal } from './axes/place-goal.ts';
import { fitToWord } from './fit-to-word.ts';
import { holdLocks } from './hold-locks.ts';
import type { IntentGoal } from './intent.ts';
import { keepBalance, keepLights, keepLightsFromBlue, keepSkin } from './keep-balance.ts';
import { laySettings } from './lay-settings.ts';
import { tonalLimits } from './limits.ts';
import { type Hold, type Intent, keepAsHold, type Owner, type Plan, type Target } from './plan.ts';
import { PlanBuilder } from './plan-builder.ts';
import type { Scene } from './scene.ts';
import type { Spec } from './spec.ts';
import { stylePrior } from './style-prior.ts';

/**
 * How firmly goals of each origin are pursued: words lead, a look's own goals refine it, needs of the frame are met
 * with a light hand (`range`: share of a knob's tasteful ends).
 */
const HANDS = {
  asked: { reach: 1, tolerance: 1, range: 1 },
  style: { reach: 0.6, tolerance: 2.2, range: 1 },
  need: { reach: 0.8, tolerance: 1.5, range: 0.55 },
  extra: { reach: 0.8, tolerance: 1.5, range: 0.55 },
} as const;

/** Lays out what one candidate aims at: prior from its styles, goals on top, locks and guards around them. */
export function* composePlan(scene: Scene, intent: Intent, spec: Spec): Steps<Plan> {
  const builder = new PlanBuilder(intent.base, intent.lockedNames);
  spec.styles.forEach((choice, index) => {
    const settings = stylePrior(choice, intent.lockedNames);
    builder.own(Object.keys(settings), { kind: 'style', index });
    // The first look replaces what stands; a second one is laid over it, so that neither is lost.
    if (index === 0) builder.prior = mergeSettings(builder.prior, settings);
    else builder.prior = laySettings(builder.prior, settings);
  });
  const monochrome = builder.prior['ConvertToGrayscale'] === true;

  for (const [index, goal] of intent.goals.entries()) {
    if (spec.muted.includes(index) || (monochrome && isColourAxis(goal))) continue;
    if (goal.origin === 'style' && isInPrior(goal, builder, intent)) continue;
    yield;
    addGoal(
      builder,
      { ...goal, amount: goal.amount * spec.strength * (goal.origin === 'extra' ? spec.liveliness : 1) },
      index,
      spec.ways[index] ?? 0,
      scene,
      intent,
    );
  }
  yield;
  keepBalance(builder, scene, spec);
  if (!monochrome) {
    keepLights(builder, scene, spec, intent);
    keepSkin(builder, scene, spec);
  }

  yield;
  const skin = holdLocks(builder, scene, intent.locks, monochrome);

  keepLightsFromBlue(builder, intent);

  const { corrections } = builder;
  const targets = carryEnds(builder.targets);
  const masked = corrections.length > 0 ? { MaskGroupBasedCorrections: corrections } : {};
  const prior = applyLocks({ ...builder.prior, ...masked }, intent.base, [...intent.lockedNames]);
  return {
    prior,
    knobs: builder.knobs,
    targets,
    holds: builder.holds.filter((hold) => !contradicts(hold, targets)),
    limits: { skin: monochrome ? null : skin, ...tonalLimits(targets, prior) },
    owners: builder.owners,
    manner: builder.manner,
    left: builder.left,
  };
}

function addGoal(
  builder: PlanBuilder,
  goal: IntentGoal,
  index: number,
  way: number,
  scene: Scene,
  intent: Intent,
): void {
  const placement = pickPlacement(goal, way, scene, builder, intent);
  if (placement.left) {
    if (goal.origin !== 'style') builder.left.push(placement.left);
  }
  if (placement.manner === '') return;
  const owner: Owner = { kind: 'goal', index };
  const hand = HANDS[goal.origin];
  builder.manner.set(index, placement.manner);
  builder.lay(placement.set, owner);
  const styled = goal.origin === 'style';
  const knobs = styled ? placement.knobs.map((one) => fitToWord(one, goal, builder.prior)) : placement.knobs;
  // Taking out a cast takes colour along; a need is not to be chased with all the vibrance there is.
  const range = goal.axis === 'vibrance' ? hand.range / 2 : hand.range;
  builder.turnable(knobs, owner, { ...hand, range: goal.origin === 'asked' ? 1 : range });
  builder.holds.push(...placement.keep.map((keep) => keepAsHold(keep, scene)));
  if (placement.target) {
    const tolerance = placement.target.tolerance * hand.tolerance;
    const { from, wanted } = placement.target;
    // Only lightness is fitted from both sides: too dark is as wrong as too light.
    const beyond = styled && goal.axis !== 'brightness' ? BEYOND * Math.abs(wanted - from) : 0;
    builder.targets.push({ ...placement.target, goal: index, tolerance, beyond });
  }
  if (placement.local) {
    const { place, values, knobs } = placement.local;
    const correction = builder.correct(place, values, owner);
    builder.turnable(
      knobs.map((one) => ({ ...one, correction })),
      owner,
    );
  }
}

/** How much further than its word a look may go, as a share of the way. */
const BEYOND = 1.5;

/** How far each end of the range goes along when the middle tones move. */
const ALONG: Readonly<Partial<Record<Axis, number>>> = {
  highlights: 0.8,
  shadows: 0.8,
  whites: 0.6,
  blacks: 0.4,
};

/** Goals for an end of the range are meant relative to a frame that gets brighter or darker as a whole. */
function carryEnds(targets: readonly Target[]): Target[] {
  const whole = targets.find(({ axis, region }) => axis.axis === 'brightness' && region === null);
  if (!whole) return [...targets];
  return targets.map((target) => {
    const share = target.region === null ? (ALONG[target.axis.axis] ?? 0) : 0;
    return { ...target, wanted: target.wanted + share * (whole.wanted - whole.from) };
  });
}

/** Wishes that black and white has answered already. */
function isColourAxis({ axis }: IntentGoal): boolean {
  return ['saturation', 'vibrance', 'hue'].includes(axis);
}

/** Axes on which a look is fitted to the photo; on the others its settings speak for themselves. */
const FITTED: readonly string[] = ['brightness', 'contrast', 'warmth', 'tint', 'saturation', 'vibrance'];

/** A style's own goal that its settings state already. */
function isInPrior(goal: IntentGoal, { prior }: PlanBuilder, { base }: Intent): boolean {
  if (goal.region !== null) return true;
  const stated = AXIS_SPECS[goal.axis].own.some(
    (name) => prior[name] !== undefined && prior[name] !== base[name],
  );
  return stated && !FITTED.includes(goal.axis);
}

/** The wanted way, or the most usual one where its companions would fight with what stands already. */
function pickPlacement(
  goal: IntentGoal,
  way: number,
  scene: Scene,
  { prior }: PlanBuilder,
  { base }: Intent,
): GoalPlacement {
  const placement = placeGoal(goal, way, scene);
  const clashes = Object.entries(placement.set).some(([name, value]) => {
    const parameter = parameterByName(name);
    const companion = parameter?.kind === 'number' && parameter.scaling === 'setting';
    return companion && prior[name] !== undefined && prior[name] !== value;
  });
  return clashes && way > 0 && prior !== base ? placeGoal(goal, 0, scene) : placement;
}

/** Targets come first: a hold on a measure that a goal moves would only fight it. */
function contradicts(hold: Hold, targets: readonly Target[]): boolean {
  return targets.some((target) => target.region === null && target.axis.follows === hold.measure);
}
