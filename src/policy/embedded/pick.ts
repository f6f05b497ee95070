import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { Lock } from '#wire/goal.ts';
import type { Draft } from './draft.ts';
import { hueTurn } from './guards.ts';
import type { Scene } from './scene.ts';

/** Two candidates closer than this (mean ΔE00 of the small renderings) look alike side by side… */
const ALIKE = 1;
/** …but alternatives of a small edit may be as close as this share of the edit itself. */
const ALIKE_SHARE = 0.2;
/** A candidate that changes less than this from the start would leave the person wondering whether it did anything. */
export const UNSEEN = 0.35;

/** Mean ΔE00 between the start and a draft, on the small renderings; no more than `enough`. */
export function changeOf(draft: Draft, scene: Scene, enough?: number): number {
  return meanDeltaE2000(draft.after.lab, scene.before.lab, enough);
}

/**
 * Whether a draft adds something to those chosen already: visible, and different from every one of them. `coverage` is
 * the share of the frame that the edit can touch.
 */
export function isNews(draft: Draft, chosen: readonly Draft[], scene: Scene, coverage: number): boolean {
  // A larger change allows no larger distance.
  const change = changeOf(draft, scene, (coverage * ALIKE) / ALIKE_SHARE);
  const alike = coverage * Math.min(ALIKE, Math.max(0.5, (ALIKE_SHARE * change) / coverage));
  return (
    change > UNSEEN * coverage &&
    chosen.every((other) => meanDeltaE2000(draft.after.lab, other.after.lab, alike) >= alike)
  );
}

/**
 * Whether a draft breaks the frame in a way that its plan did not mean: burnt, blocked or garish beyond repair, or
 * skin turned that a lock tied.
 */
export function isBroken(draft: Draft, scene: Scene, locks: readonly Lock[]): boolean {
  const before = scene.before.measures;
  const after = draft.after.measures;
  const { limits } = draft.plan;
  return (
    after.burnt - before.burnt > limits.burnt + 0.025 ||
    after.blocked - before.blocked > limits.blocked + 0.05 ||
    after.garish - before.garish > 1.5 ||
    (locks.some(({ what }) => what === 'skin') && turnsSkin(draft, scene))
  );
}

/** More than twice what the plan's guard tolerates. */
function turnsSkin({ plan: { limits }, after }: Draft, scene: Scene): boolean {
  const before = scene.within(scene.before, 'skin');
  const now = before && scene.within(after, 'skin');
  if (!limits.skin || !before || !now) return false;
  const ratio = Math.hypot(now.a, now.b) / Math.max(1, Math.hypot(before.a, before.b));
  return (
    Math.abs(hueTurn(before, now)) > 2 * limits.skin.degrees ||
    Math.abs(Math.log(ratio)) > 2 * Math.log(1 + limits.skin.chroma)
  );
}
