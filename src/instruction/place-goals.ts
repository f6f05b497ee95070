import { amountOf, type SegmentContext } from './context.ts';
import type { Head } from './heads.ts';
import { type Effect, effects } from './meaning.ts';

const POP_WHOLE = effects('contrast+.6 vibrance+.6');
const POP_PLACE = effects('contrast+.6 saturation+.6');
const POP_PERSON = effects('brightness+.6 contrast+.5');
const SUBDUE = effects('brightness-.7 saturation-.5');
const DEEPEN = effects('brightness-.7 saturation+.5');
const HOLD = effects('highlights-');
const BRIGHTER = effects('brightness+');
const VISIBLE = effects('brightness+.6');
const OPEN = effects('shadows+');
const SATURATION = effects('saturation+')[0]!;
const VIBRANCE = effects('vibrance+')[0]!;
const VIGNETTE = effects('vignette+')[0]!;

const PEOPLE: ReadonlySet<string> = new Set(['person', 'face', 'subject', 'skin']);

/** "Pop", "stand out": of a place, of colours, or of the whole picture (an automatic edit with more life). */
export function resolvePop(context: SegmentContext, head: Head): void {
  const { segment, carry, findings, regions, push } = context;
  if (head.modifiers.negated) return;
  const amount = amountOf(head, segment, carry);
  const colors = segment.places.flatMap(({ item }) =>
    item.meaning.kind === 'color' ? [item.meaning.color] : [],
  );
  const allColors = segment.heads.some(({ item }) => item.meaning.kind === 'axis' && item.meaning.weak);
  if (regions.length > 0) {
    // "Separate the subject from the background" lifts the subject.
    const stage = regions.length > 1 ? regions.filter((region) => region !== 'background') : regions;
    for (const region of stage) {
      for (const effect of PEOPLE.has(region) ? POP_PERSON : POP_PLACE) push(effect, 1, amount, region);
    }
  } else if (colors.length > 0) {
    for (const color of colors) push(SATURATION, 1, amount, color);
  } else if (allColors) {
    push(VIBRANCE, 1, amount, null);
  } else {
    const { start, end } = head.item;
    findings.styles.push({ name: 'auto', weight: 1, start, end, reversed: false });
    for (const effect of POP_WHOLE) push(effect, 1, amount, null, start, end);
  }
}

/** A place with a direction but no axis: "bring out the sky", "a deeper sky", "tone down the background", "bring back the sky". */
export function resolvePlaces({ segment, regions, edges, push }: SegmentContext): void {
  const { left, flags } = segment;
  if (left.negated) return;
  const amount = left.amount ?? 1;
  if (edges) {
    if (left.direction) push(VIGNETTE, -left.direction as 1 | -1, amount, null);
    return;
  }
  const direction = left.direction ?? (left.excess ? -1 : null);
  for (const region of regions) {
    let list: readonly Effect[] = [];
    if (flags.lack || flags.hidden) list = BRIGHTER;
    else if ((flags.recover || flags.fix) && region !== 'person')
      list = region === 'sky' || region === 'water' ? HOLD : OPEN;
    else if (flags.see) list = VISIBLE;
    else if (flags.crush && !PEOPLE.has(region)) list = DEEPEN;
    else if (direction === 1 && left.directionForm === 'verb')
      list = PEOPLE.has(region) ? POP_PERSON : POP_PLACE;
    else if (direction === -1) list = SUBDUE;
    for (const effect of list) push(effect, 1, amount, region);
  }
}
