import type { Reading } from '#wire/goal.ts';
import type { ReasoningStep } from '#wire/result.ts';
import { AXIS_SPECS } from '../axes/axes.ts';
import type { Draft } from '../draft.ts';
import type { Intent, Target } from '../plan.ts';
import type { Scene } from '../scene.ts';
import { reached } from './reached.ts';
import { fixed, label, quote } from './words.ts';

/** What was left alone, and what could not be done. */
export function leftSteps(scene: Scene, reading: Reading, intent: Intent, draft: Draft): ReasoningStep[] {
  const unsupported = reading.unsupported.map(({ words, why }) => ({ text: why, evidence: quote(words) }));
  const names = [...intent.lockedNames].filter((name) =>
    intent.locks.every((lock) => lock.kind !== 'axis' || !ownNames(lock.what).includes(name)),
  );
  const locked =
    names.length === 0
      ? []
      : [{ text: `Not touched, as locked: ${names.map(label).join(', ')}`, evidence: 'locked parameters' }];
  const axes = intent.locks
    .filter(({ kind }) => kind === 'axis')
    .map((lock) => keptAxis(scene, draft, lock.what, lock.words));
  const short = draft.plan.targets
    .filter((target) => isShort(scene, draft, target, intent))
    .map((target) => ({
      text: `Could not reach all that was aimed at without harm: ${reached(scene, draft, target)}`,
      evidence: quote(intent.goals[target.goal]?.words ?? ''),
    }));
  return [...axes, ...locked, ...draft.plan.left, ...unsupported, ...short].map((one) => ({
    step: 'left' as const,
    ...one,
  }));
}

function keptAxis(
  scene: Scene,
  draft: Draft,
  what: string,
  words: string,
): { text: string; evidence: string } {
  const spec = what in AXIS_SPECS ? AXIS_SPECS[what as keyof typeof AXIS_SPECS] : undefined;
  if (spec?.kind !== 'solved') return { text: `Left alone: ${what}`, evidence: quote(words) };
  const from = spec.read(scene.before.measures);
  const to = spec.read(draft.after.measures);
  return {
    text: `Left alone: ${what}; ${spec.measure} ${spec.unit} ${fixed(from)} → ${fixed(to)}`,
    evidence: quote(words),
  };
}

/** Less than two thirds of the way to what the words asked. */
function isShort(scene: Scene, draft: Draft, target: Target, intent: Intent): boolean {
  if (intent.goals[target.goal]?.origin === 'style') return false;
  const inside = (target.region && scene.within(draft.after, target.region)) || draft.after.measures;
  const way = target.wanted - target.from;
  return Math.abs(way) > 3 * target.tolerance && (target.axis.read(inside) - target.from) / way < 0.66;
}

function ownNames(what: string): readonly string[] {
  return what in AXIS_SPECS ? AXIS_SPECS[what as keyof typeof AXIS_SPECS].own : [];
}
