import type { Settings } from '#settings/settings.ts';
import type { GoalRegion, Lock } from '#wire/goal.ts';
import type { Keep, Mend, SolvedAxis } from './axis.ts';
import type { GuardLimits } from './guards.ts';
import type { IntentGoal } from './intent.ts';
import type { PlacedKnob } from './knobs.ts';
import type { Measures } from './measure.ts';
import type { MeasuredPart, Scene } from './scene.ts';

/**
 * Who a changed setting answers to: a goal, a style or a lock, by index in the intent; or the balance of the whole:
 * 0 in tone, 1 in
 * the colour of the lights, 2 in skin.
 */
export interface Owner {
  readonly kind: 'goal' | 'style' | 'lock' | 'balance';
  readonly index: number;
}

/** Something that the solver aims at. */
export interface Target {
  readonly goal: number;
  readonly axis: SolvedAxis;
  /** Where it is measured. */
  readonly region: GoalRegion | null;
  readonly from: number;
  readonly wanted: number;
  readonly tolerance: number;
  /** How far beyond `wanted` is as good: a look that goes further than its word is not held back. @default 0 */
  readonly beyond?: number;
}

/** A measure that must stay: `over` zero means exactly, else only what exceeds it counts. */
export interface Hold {
  /** Present when a way asked for it: such a hold gives way to a goal that moves this measure. */
  readonly measure?: keyof Measures;
  /** Present when knobs of their own meet it. */
  readonly mend?: Mend;
  readonly region: MeasuredPart | null;
  read(measures: Measures): number;
  readonly value: number;
  readonly slack: number;
  readonly tolerance: number;
}

/** Something to tell the person. */
export interface Note {
  readonly text: string;
  readonly evidence: string;
}

/** Everything one candidate aims at and may move. */
export interface Plan {
  readonly prior: Settings;
  readonly knobs: readonly PlacedKnob[];
  readonly targets: readonly Target[];
  readonly holds: readonly Hold[];
  readonly limits: GuardLimits;
  /** Owner of every setting that may differ from the base; corrections as `mask 0`, `mask 1`… */
  readonly owners: ReadonlyMap<string, Owner>;
  /** Which way each goal went, for its words in the trace. */
  readonly manner: ReadonlyMap<number, string>;
  /** What could not be placed, for people. */
  readonly left: readonly Note[];
}

/** What a request asks, the same for all candidates. */
export interface Intent {
  readonly goals: readonly IntentGoal[];
  readonly locks: readonly Lock[];
  /** `crs:` names that keep their base value. */
  readonly lockedNames: ReadonlySet<string>;
  readonly base: Settings;
}

export function keepAsHold(keep: Keep, scene: Scene): Hold {
  const { measure, tolerance, slack = 0, part = null } = keep;
  const before = (part && scene.within(scene.before, part)) ?? scene.before.measures;
  return { measure, region: part, read: (now) => now[measure], value: before[measure], slack, tolerance };
}
