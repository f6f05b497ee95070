import type { GoalRegion } from '#wire/goal.ts';
import type { Draft, Findings } from './draft.ts';
import type { Head, Heads } from './heads.ts';
import type { Item } from './match.ts';
import type { Effect, Zone } from './meaning.ts';
import type { Carry } from './sign.ts';
import { zoneOf } from './zones.ts';

/** A segment while it is being turned into goals: what stands in it, where it applies, and what came out so far. */
export interface SegmentContext {
  readonly segment: Heads;
  readonly carry: Carry;
  readonly findings: Findings;
  /** Places named here or handed on by the segment before. */
  readonly regions: readonly GoalRegion[];
  readonly zoneHeads: readonly Head[];
  readonly zones: readonly Zone[];
  /** The frame's edges are named: darker there is a vignette. */
  readonly edges: boolean;
  /** Goals of this segment. */
  readonly made: Draft[];
  push(
    effect: Effect,
    sign: 1 | -1,
    amount: number,
    region: GoalRegion | null,
    start?: number,
    end?: number,
  ): void;
}

export function openContext(
  segment: Heads,
  carry: Carry,
  findings: Findings,
  inherited: readonly GoalRegion[],
): SegmentContext {
  const made: Draft[] = [];
  const zoneHeads = segment.places.filter((place) => place.item.meaning.kind === 'zone');
  let regions: readonly GoalRegion[] = namedRegions(segment.regions);
  if (regions.length === 0) regions = inherited;
  const spoken = segment.heads.some((head) => head.item.meaning.kind !== 'style');
  // "The tower is too dark": a thing without a name of its own here is the subject.
  if (regions.length === 0 && spoken && segment.others.has('object')) regions = ['subject'];
  return {
    segment,
    carry,
    findings,
    regions,
    zoneHeads,
    zones: zoneHeads.map((head) => zoneOf(head.item)),
    edges: segment.regions.some((item) => item.meaning.kind === 'edges'),
    made,
    push(effect, sign, amount, region, start = segment.start, end = segment.end) {
      made.push({ effect, sign, amount, region: effect.region ?? region, start, end });
    },
  };
}

/** Regions among the words, without repetition; "her face" is the face, "the man's skin" is skin. */
export function namedRegions(items: readonly Item[]): GoalRegion[] {
  const words = items.filter(({ meaning }) => meaning.kind === 'region');
  const named = new Set(
    words.flatMap(({ meaning }) =>
      meaning.kind === 'region' && !meaning.possessive ? [meaning.region] : [],
    ),
  );
  // "Brighten her": somebody, when no better name is there.
  if (named.size === 0 && words.length > 0) named.add('person');
  // "The wall behind him" is not him.
  if (words.some(({ text }) => text.endsWith('behind'))) named.delete('person');
  // "Everything around the couple" is not the couple.
  if (words.some(({ text }) => text.endsWith('around'))) return ['background'];
  // "The sky behind them" is the sky.
  if (named.size > 1 && words.some(({ text }) => text === 'behind')) named.delete('background');
  // "The skin on her face", "the bride's face": one place, the narrower name.
  if (named.has('skin')) named.delete('face');
  if (named.has('skin') || named.has('face')) named.delete('person');
  return [...named];
}

/** How much: said before the word, behind it, or by the segment before; 1 when nobody said. */
export function amountOf({ modifiers }: Head, segment: Heads, carry: Carry): number {
  const { left } = segment;
  const before = modifiers.quantity?.amount ?? modifiers.amount;
  return before ?? left.quantity?.amount ?? left.amount ?? carry.amount ?? 1;
}

/** Offsets of the words that a head speaks for: its modifiers and places before it, and what follows up to the next head. */
export function spanOf(head: Head, segment: Heads): { start: number; end: number } {
  const places = [...segment.regions, ...segment.places.map((place) => place.item)];
  const before = segment.heads[0] === head ? places.filter((item) => item.end <= head.start) : [];
  const next = segment.heads[segment.heads.indexOf(head) + 1];
  return {
    start: Math.min(head.start, ...before.map((item) => item.start)),
    end: next ? Math.max(head.item.end, next.start - 1) : segment.end,
  };
}
