import type { GoalRegion, Reading } from '#wire/goal.ts';
import type { ProposeRequest } from '../policy.ts';
import { castGoals, frameNeeds, livelierGoals } from './auto.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import { intentGoals } from './intent.ts';
import type { Intent } from './plan.ts';
import { referenceOf } from './reference.ts';
import { isGoalRegion } from './region.ts';
import type { Scene } from './scene.ts';

/** The look that asks for what the frame needs, and the one that asks for neutral greys only. */
const AUTO = 'auto';
const NEUTRAL = 'neutral color';

/** What the request asks of this photo: goals of the words, of the looks, and of what the frame needs. */
export function readIntent({ reading, locks, base, observation }: ProposeRequest, scene: Scene): Intent {
  const asked = intentGoals(reading);
  const names = new Set(reading.styles.map(({ name }) => name.toLowerCase()));
  const before = scene.before.measures;
  const needs = names.has(AUTO)
    ? frameNeeds(before, observation)
    : names.has(NEUTRAL)
      ? castGoals(before, observation)
      : [];
  const open = needs.filter(
    (need) => !asked.some(({ axis, region }) => axis === need.axis && region === null),
  );
  const extras = names.has(AUTO) && open.length > 0 ? livelierGoals([...asked, ...open]) : [];
  return {
    goals: [...asked, ...open, ...extras],
    locks: reading.locks,
    lockedNames: lockedNames(reading, locks),
    base,
  };
}

/** `crs:` names that keep their value: stated as such, or the own sliders of a locked axis. */
export function lockedNames(reading: Reading, locks: readonly string[]): Set<string> {
  const named = reading.locks.flatMap(({ kind, what }) =>
    kind === 'parameter' ? [what] : kind === 'axis' ? ownNames(what) : [],
  );
  return new Set([...locks, ...named]);
}

/** Regions that must stay as they are: what is asked is measured outside of them. */
export function keptRegions({ reading }: ProposeRequest): GoalRegion[] {
  return reading.locks.flatMap(({ kind, what }) => (kind === 'region' && isGoalRegion(what) ? [what] : []));
}

function ownNames(what: string): readonly string[] {
  return what in AXIS_SPECS ? AXIS_SPECS[what as keyof typeof AXIS_SPECS].own : [];
}

/** Looks that do something by themselves; the automatic ones only answer to needs. */
export function hasStyle({ reading }: ProposeRequest): boolean {
  return reading.styles.some(
    ({ name }) => ![AUTO, NEUTRAL].includes(name.toLowerCase()) && referenceOf(name) === undefined,
  );
}
