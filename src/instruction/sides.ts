import type { Findings } from './draft.ts';
import type { Item } from './match.ts';

/**
 * Halves, sides and corners of the frame ("the left side") cannot be pointed at by words: says so and gives back the
 * segment without them, or nothing when the segment was about keeping such a place.
 */
export function readSides(items: readonly Item[], findings: Findings): readonly Item[] {
  const sides = items.filter(({ meaning }) => meaning.kind === 'side');
  if (sides.length === 0) return items;
  findings.edits.push({ edit: 'side', start: sides[0]!.start, end: sides.at(-1)!.end });
  const keeps = items.some(({ meaning }) => meaning.kind === 'keep' || meaning.kind === 'touch');
  return keeps ? [] : items.filter((item) => !sides.includes(item));
}
