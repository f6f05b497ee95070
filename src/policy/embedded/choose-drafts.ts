import type { Steps } from '#image/steps.ts';
import type { ProposeRequest } from '../policy.ts';
import { composePlan } from './compose.ts';
import { type Draft, solvePlan } from './draft.ts';
import { placeFor } from './local.ts';
import { changeOf, isBroken, isNews, UNSEEN } from './pick.ts';
import type { Intent } from './plan.ts';
import { seededRandom } from './random.ts';
import { enumerateSpecs } from './readings.ts';
import { isColour, isGoalRegion, isTonal } from './region.ts';
import type { Scene } from './scene.ts';
import type { Spec } from './spec.ts';
import { titleOf } from './title.ts';

/** Candidates solved at most for each one wanted, so that many look-alikes cost no time without end. */
const TRIES = 2.5;
/** A change, mean ΔE00, that is hardly seen but still there. */
const FAINT = 0.05;

/** A draft with the reading that it comes from. */
export interface Choice {
  readonly spec: Spec;
  readonly draft: Draft;
}

/** Solves reading after reading until enough of them are different, visible and whole. */
export function* chooseDrafts(request: ProposeRequest, scene: Scene, intent: Intent): Steps<Choice[]> {
  const specs = enumerateSpecs(request.reading, intent.goals, scene, seededRandom(request.seed));
  yield* prepareParts(scene, intent);
  const chosen: Choice[] = [];
  const rest: Choice[] = [];
  const coverage = shareTouched(scene, intent);
  let tries = Math.ceil(request.candidates * TRIES);
  for (const spec of specs) {
    if (chosen.length >= request.candidates || tries-- <= 0) break;
    yield;
    request.signal?.throwIfAborted();
    const draft = yield* solvePlan(scene, yield* composePlan(scene, intent, spec));
    yield;
    const others = chosen.map((one) => one.draft);
    if (!isNews(draft, others, scene, coverage)) rest.push({ spec, draft });
    else if (isBroken(draft, scene, intent.locks)) rest.unshift({ spec, draft });
    else {
      chosen.push({ spec, draft });
      request.onDraft?.({ title: titleOf(spec), settings: draft.settings });
    }
  }
  return chosen.length > 0 ? chosen : nearest(rest, scene, intent);
}

/**
 * Better an honest try than none: where every reading strains the frame, the first of them is shown; where all that
 * was asked changes next to nothing, the one that changes most, and says so.
 */
function nearest(rest: readonly Choice[], scene: Scene, { goals }: Intent): Choice[] {
  const asked = goals.find(({ origin }) => origin === 'asked');
  const strongest = [...rest].sort((x, y) => changeOf(y.draft, scene) - changeOf(x.draft, scene))[0];
  if (!strongest) return [];
  const change = changeOf(strongest.draft, scene);
  if (change > UNSEEN) return rest.slice(0, 1);
  if (!asked || change < FAINT) return [];
  const text = `This photo gives little to work on: the picture changes by only ΔE00 ${change.toFixed(1)} on average`;
  const left = [...strongest.draft.plan.left, { text, evidence: `“${asked.words}”` }];
  return [{ ...strongest, draft: { ...strongest.draft, plan: { ...strongest.draft.plan, left } } }];
}

/** Looks up, in pieces, the parts that plans will ask the scene for: every one takes a pass over the preview or two. */
function* prepareParts(scene: Scene, { goals, locks }: Intent): Steps<void> {
  const named = [...goals.map(({ region }) => region), ...locks.map(({ what }) => what), 'skin'];
  for (const part of new Set(named)) {
    if (part === null || !isGoalRegion(part)) continue;
    scene.weights(part);
    yield;
    if (isTonal(part) || isColour(part)) continue;
    placeFor(part, scene);
    yield;
  }
}

/** Share of the frame that the goals can touch: small regions make small differences. */
function shareTouched(scene: Scene, { goals }: Intent): number {
  if (goals.length === 0 || goals.some(({ region }) => region === null)) return 1;
  const areas = goals.map(({ region }) => {
    const weights = region && scene.weights(region);
    return weights ? weights.reduce((sum, value) => sum + value, 0) / weights.length : 1;
  });
  return Math.min(1, Math.max(...areas));
}
