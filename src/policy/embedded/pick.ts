import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { Draft } from './draft.ts';
import type { Scene } from './scene.ts';

/** Two candidates closer than this (mean ΔE00 of the small renderings) look alike side by side… */
const ALIKE = 1.5;
/** …but alternatives of a small edit may be as close as this share of the edit itself. */
const ALIKE_SHARE = 0.4;
/** A candidate that changes less than this from the start would leave the person wondering whether it did anything. */
const UNSEEN = 0.35;

/** Whether a draft adds something to those chosen already: visible, and different from every one of them. */
export function isNews(draft: Draft, chosen: readonly Draft[], scene: Scene): boolean {
  const change = meanDeltaE2000(draft.after.lab, scene.before.lab);
  const alike = Math.min(ALIKE, Math.max(0.6, ALIKE_SHARE * change));
  return (
    change > UNSEEN && chosen.every((other) => meanDeltaE2000(draft.after.lab, other.after.lab) >= alike)
  );
}

/** Whether a draft breaks the frame in a way that its plan did not mean: burnt, blocked or garish beyond repair. */
export function isBroken(draft: Draft, scene: Scene): boolean {
  const before = scene.before.measures;
  const after = draft.after.measures;
  const { limits } = draft.plan;
  return (
    after.burnt - before.burnt > limits.burnt + 0.025 ||
    after.blocked - before.blocked > limits.blocked + 0.05 ||
    after.garish - before.garish > 1.5
  );
}
