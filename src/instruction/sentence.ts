import type { GoalRegion } from '#wire/goal.ts';
import { namedRegions } from './context.ts';
import { type Draft, type Findings, noFindings } from './draft.ts';
import { collectHeads, type Heads } from './heads.ts';
import { readKeeping } from './keep.ts';
import type { Item } from './match.ts';
import { resolvePronouns } from './pronouns.ts';
import { readEnhance, readReference, settleReference } from './reference.ts';
import { resolveSegment } from './resolve.ts';
import { HEADED, readException, readScope } from './scope.ts';
import { type Segment, splitSegments } from './segments.ts';
import { readSelective } from './selective.ts';
import { copyOpposite, copyTo, handBack, handOn, inherits } from './sharing.ts';
import { readSides } from './sides.ts';
import { type Carry, NO_CARRY } from './sign.ts';
import { readUnsupported } from './unsupported.ts';
import { ZONE_PLACES, zoneOf } from './zones.ts';

/** What one segment leaves for the next. */
interface State {
  carry: Carry;
  /** Goals of the last segment that had any, for a region or an amount that comes after them. */
  recent: readonly Draft[];
  /** Places of those goals. */
  place: readonly GoalRegion[];
  /** Places named before any goal ("in the shadows, …"). */
  waiting: readonly GoalRegion[];
}

/** Reads a whole instruction, segment by segment, each knowing what the one before it left open. */
export function readSentence(items: readonly Item[]): Findings {
  const findings = noFindings();
  const state: State = { carry: NO_CARRY, recent: [], place: [], waiting: [] };
  for (const segment of splitSegments(items)) readSegment(segment, state, findings);
  settleReference(findings);
  readEnhance(items, findings);
  return findings;
}

function readSegment(segment: Segment, state: State, findings: Findings): void {
  const joined = segment.join !== 'hard' && segment.join !== 'start';
  const open = joined ? { ...state.carry, or: segment.join === 'or' } : NO_CARRY;
  const said = resolvePronouns(segment.items, state.recent, state.waiting);
  const headed = said.some((item) => HEADED.has(item.meaning.kind));
  if (!headed && said.some(({ meaning }) => meaning.kind === 'nothing')) {
    findings.nothing = true;
    return;
  }
  const placed = state.waiting.length > 0 || state.place.length > 0;
  if (!headed && !placed && readReference(said, state.carry, findings)) return;
  const replacing = segment.join === 'with' && findings.edits.at(-1)?.edit === 'replace';
  if (replacing || readUnsupported(said, findings)) {
    state.carry = NO_CARRY;
    return;
  }
  if (readSelective(said, findings)) return;
  const items = readSides(said, findings);
  const kept = items.length === 0 ? null : readKeeping(items, open.lock, findings);
  if (kept === null) {
    state.carry = { ...NO_CARRY, lock: true };
    return;
  }
  readWishes(segment, readException(kept, findings), open, joined, state, findings);
}

function readWishes(
  segment: Segment,
  items: readonly Item[],
  open: Carry,
  joined: boolean,
  state: State,
  findings: Findings,
): void {
  const heads = collectHeads(items);
  const regions = namedRegions(items);
  if (readScope(items, heads, regions, state.recent, findings)) return;
  if (joined && copyOpposite(heads, regions, state.recent, findings)) return;
  if (isPlaceOnly(heads, regions)) {
    if (joined && state.recent.length > 0 && regions.length > 0) copyTo(regions, state.recent, findings);
    else if (!(joined && state.recent.length > 0)) {
      state.waiting =
        regions.length > 0 ? regions : heads.places.map(({ item }) => ZONE_PLACES[zoneOf(item)]);
      return;
    }
    if (regions.length > 0) return;
  }
  const takes = inherits(segment, items, regions, state.waiting);
  const inherited = takes ? (state.waiting.length > 0 ? state.waiting : state.place) : [];
  const made = resolveSegment(heads, open, findings, inherited);
  handBack(segment, items, made, state.recent, open.add);
  if (made.length > 0) {
    state.waiting = [];
    state.recent = made;
    state.place = [...new Set(made.flatMap((draft) => draft.region ?? []))];
  }
  state.carry = handOn(heads, made, open);
}

/** A place and nothing to do there: "and the sky", "in the shadows". */
function isPlaceOnly({ heads, places, left, flags, others }: Heads, regions: readonly GoalRegion[]): boolean {
  // "A portrait of my grandma" tells what the picture shows.
  if (others.has('whole')) return false;
  if (heads.length > 0 || left.direction !== null || left.negated || left.excess || left.quantity)
    return false;
  if (
    flags.hidden ||
    flags.see ||
    flags.recover ||
    flags.fix ||
    flags.crush ||
    flags.add ||
    flags.remove ||
    flags.lack
  )
    return false;
  if (places.length === 0) return regions.length > 0;
  return places.every(({ item }) => item.meaning.kind === 'zone') && left.amount === null && !left.too;
}
