import type { GoalRegion } from '#wire/goal.ts';
import type { Draft, Findings } from './draft.ts';
import type { Heads } from './heads.ts';
import type { Item } from './match.ts';
import type { Kind } from './meaning.ts';
import type { Segment } from './segments.ts';
import type { Carry } from './sign.ts';
import { EVERYWHERE, TONAL } from './zones.ts';

/**
 * "Make the sky darker and bluer" hands its region on to adjectives without a verb or place of their own; "in the
 * shadows, more contrast" (`waiting`) hands it to anything.
 */
export function inherits(
  segment: Segment,
  items: readonly Item[],
  regions: readonly GoalRegion[],
  waiting: readonly GoalRegion[],
): boolean {
  if (regions.length > 0 || has(items, ['zone', 'edges', 'object'])) return false;
  if (waiting.length > 0) return true;
  if (segment.join !== 'soft' && segment.join !== 'comma') return false;
  const plural = items.some(({ meaning }) => meaning.kind === 'color' && meaning.form === 'plural');
  const pushes = items.some(({ meaning }) => meaning.kind === 'more' && meaning.form === 'verb');
  const acts = has(items, ['verb', 'axis', 'add', 'whole', 'remove', 'style', 'make', 'lack', 'rest']);
  return !plural && !pushes && !acts && has(items, ['quality', 'color']);
}

/** "Brighter and warmer sky": an adjective before a place shares it with the adjective before. */
export function handBack(
  segment: Segment,
  items: readonly Item[],
  made: readonly Draft[],
  recent: readonly Draft[],
  added: boolean,
): void {
  const place = made[0]?.region ?? null;
  const first = items.find(({ meaning }) => meaning.kind !== 'filler')?.meaning.kind;
  if (place === null || segment.join !== 'soft' || has(items, ['be', 'make', 'more', 'add'])) return;
  // "Add contrast and cool the shadows" are two orders.
  if ((first !== 'quality' || added) && !(first === 'axis' && has(items, ['toward']))) return;
  const from = segment.items[0]!.start;
  const near = recent.every(
    ({ region, end, effect }) =>
      region === null && from - end <= 6 && !TONAL.has(effect.axis) && !EVERYWHERE.has(effect.axis),
  );
  if (near) for (const draft of recent) draft.region = place;
}

/** "Brighten the face … and the sky": the same goals once more for another place. */
export function copyTo(regions: readonly GoalRegion[], recent: readonly Draft[], findings: Findings): void {
  for (const region of regions) {
    for (const draft of recent) {
      if (draft.region === null) draft.region = region;
      else if (draft.region !== region) findings.drafts.push({ ...draft, region });
    }
  }
}

/** "Less clarity on the face, more on the background": the same axes, the way that is said now. */
export function copyOpposite(
  { heads, places, left }: Heads,
  regions: readonly GoalRegion[],
  recent: readonly Draft[],
  findings: Findings,
): boolean {
  const sign = left.direction;
  const bare = heads.length === 0 && places.length === 0 && left.directionForm === 'adjective';
  if (!bare || sign === null || regions.length === 0 || recent.length === 0) return false;
  for (const region of regions) {
    for (const draft of recent) findings.drafts.push({ ...draft, sign, region, amount: left.amount ?? 1 });
  }
  return true;
}

/** What the next segment may take over from this one. */
export function handOn(heads: Heads, made: readonly Draft[], open: Carry): Carry {
  const last = heads.heads.at(-1);
  const modifiers = last?.modifiers;
  const { left, flags } = heads;
  return {
    direction: modifiers?.direction ?? left.direction ?? (made.length > 0 ? null : open.direction),
    too: modifiers?.too || modifiers?.excess || left.excess || left.too || (open.too && !last),
    be: flags.be && !flags.make && !flags.should,
    lack: flags.lack,
    remove: flags.remove,
    add: flags.add,
    recover: flags.recover,
    crush: flags.crush,
    negated: modifiers?.negated ?? left.negated,
    amount: modifiers?.amount ?? null,
    lock: false,
    or: false,
  };
}

function has(items: readonly Item[], kinds: readonly Kind[]): boolean {
  return items.some(({ meaning }) => kinds.includes(meaning.kind));
}
