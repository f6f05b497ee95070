import { type SceneKind, sceneKindOf } from '#looks/scenes.ts';
import type { Head } from './heads.ts';

/** Which word carries a picture's mood when a scene is told with several: the weather before the hour and the season. */
const RANK: Readonly<Record<SceneKind, number>> = { weather: 4, time: 3, season: 2, place: 1 };
/** "Morning" says when, not that there is a glow; any other word for the light outranks it. */
const BARE_MORNING = 1.5;
/** Weather and seasons without sun, in which a morning has no glow at all. */
const DULL: ReadonlySet<string> = new Set(['rainy', 'misty', 'winter']);
const SECONDARY = 0.5;

/**
 * Share of a look in "a rainy november morning": a scene told in one breath has one head, the rest only tints it. 1
 * for looks that are not part of such a stack, 0 for a morning that has no glow.
 */
export function shareInStack(head: Head, heads: readonly Head[]): number {
  const mine = rankOf(head);
  if (mine === null) return 1;
  const stack = heads.flatMap((other) => {
    const rank = rankOf(other);
    return rank === null ? [] : [{ other, rank }];
  });
  const dull = stack.some(({ other }) => DULL.has(nameOf(other) ?? ''));
  if (mine === BARE_MORNING && dull) return 0;
  const leading = stack.reduce((best, one) => (one.rank > best.rank ? one : best));
  return leading.other === head ? 1 : SECONDARY;
}

function nameOf({ item }: Head): string | null {
  return item.meaning.kind === 'style' ? item.meaning.name : null;
}

function rankOf(head: Head): number | null {
  const name = nameOf(head);
  const kind = name === null ? undefined : sceneKindOf(name);
  if (kind === undefined) return null;
  return head.item.text === 'morning' ? BARE_MORNING : RANK[kind];
}
