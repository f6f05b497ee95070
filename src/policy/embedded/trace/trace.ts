import type { Reading } from '#wire/goal.ts';
import type { ReasoningStep } from '#wire/result.ts';
import type { Draft } from '../draft.ts';
import type { Intent } from '../plan.ts';
import type { Scene } from '../scene.ts';
import type { Spec } from '../spec.ts';
import { askedSteps } from './asked.ts';
import { doneSteps } from './done.ts';
import { leftSteps } from './left.ts';
import { seenSteps } from './seen.ts';

/**
 * The report of one candidate: what was asked, what was seen, what was done and why, what was left alone. Written
 * from the numbers of the edit itself.
 */
export function traceDraft(
  scene: Scene,
  reading: Reading,
  intent: Intent,
  spec: Spec,
  draft: Draft,
): ReasoningStep[] {
  return [
    ...askedSteps(reading, intent),
    ...seenSteps(scene, intent),
    ...doneSteps(scene, intent, spec, draft),
    ...leftSteps(scene, reading, intent, draft),
  ];
}
