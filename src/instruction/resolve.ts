import type { GoalRegion } from '#wire/goal.ts';
import { resolveColors } from './color-goals.ts';
import { amountOf, openContext, type SegmentContext, spanOf } from './context.ts';
import type { Draft, Findings } from './draft.ts';
import type { Head, Heads } from './heads.ts';
import type { Effect } from './meaning.ts';
import { resolvePlaces, resolvePop } from './place-goals.ts';
import { type Carry, judge } from './sign.ts';
import { resolveStyle } from './style-goals.ts';
import { zoneGoals } from './zone-goals.ts';
import { placeEffect } from './zones.ts';

/**
 * Turns a segment's heads, zones, colours and regions into goals, styles, locks and limits, added to `findings`.
 * `inherited` are places from the segment before, for one that names none. Returns the goals of this segment.
 */
export function resolveSegment(
  segment: Heads,
  carry: Carry,
  findings: Findings,
  inherited: readonly GoalRegion[] = [],
): readonly Draft[] {
  const context = openContext(segment, carry, findings, inherited);
  for (const head of segment.heads) resolveHead(context, head);
  const spoken = segment.heads.some((head) => head.item.meaning.kind !== 'style');
  resolveColors(context, spoken);
  if (!spoken && context.made.length === 0) {
    if (context.zones.length > 0) zoneGoals(context);
    else resolvePlaces(context);
  }
  resolveQuantity(context);
  findings.drafts.push(...context.made);
  return context.made;
}

function resolveHead(context: SegmentContext, head: Head): void {
  const { meaning } = head.item;
  if (meaning.kind === 'style') resolveStyle(context, head, meaning.name);
  if (meaning.kind === 'pop') resolvePop(context, head);
  const verdict = judge(head, context.segment, context.carry);
  if (verdict.act === 'goal') pushPlaced(context, verdict.effects, verdict.sign, head);
  if (verdict.act === 'lock') lockHead(context, verdict.effects, head);
  if (verdict.act === 'limit') {
    for (const effect of verdict.effects) {
      const region = context.regions[0] ?? null;
      context.findings.limits.push({
        effect,
        region,
        sign: verdict.sign,
        start: head.start,
        end: head.item.end,
      });
    }
  }
}

function pushPlaced(context: SegmentContext, list: readonly Effect[], sign: 1 | -1, head: Head): void {
  const { segment, carry, regions, zones, edges } = context;
  const amount = amountOf(head, segment, carry);
  const { start, end } = spanOf(head, segment);
  for (const effect of list) {
    for (const placed of placeEffect(effect, sign, zones, edges, list)) {
      const own = placed.region ? [placed.region] : regions;
      // "Redness" is in the reds unless a place is named.
      const { region: usual, ...effect } = placed.effect;
      for (const region of own.length > 0 ? own : [usual ?? null]) {
        context.push(effect, placed.sign, amount, region, start, end);
      }
    }
  }
}

/** "Don't darken the sky" keeps the sky, "never crush the blacks" the blacks, "no more contrast" the contrast. */
function lockHead(
  { segment, findings, regions, zones }: SegmentContext,
  list: readonly Effect[],
  head: Head,
): void {
  const { start } = head;
  const { end } = spanOf(head, segment);
  for (const region of regions) {
    findings.locks.push({
      what: region,
      kind: 'region',
      mode: region === 'skin' ? 'natural' : 'unchanged',
      start,
      end,
    });
  }
  if (regions.length > 0) return;
  const zone = zones[0] === 'midtones' ? 'brightness' : zones[0];
  const what = zone ?? list[0]!.axis;
  findings.locks.push({ what, kind: 'axis', mode: 'unchanged', refusal: true, start, end });
}

/** "+0.7 EV", "to 5600 K": a number that names its axis by its unit. */
function resolveQuantity({ segment, findings, regions, zones, made, push }: SegmentContext): void {
  const { left } = segment;
  const quantity = left.quantity ?? segment.heads.find((head) => head.modifiers.quantity)?.modifiers.quantity;
  if (!quantity?.axis || zones.length > 0 || made.some((draft) => draft.effect.axis === quantity.axis))
    return;
  const sign = left.direction ?? (quantity.sign || 1);
  const effect: Effect = { axis: quantity.axis, direction: 1, amount: 1 };
  for (const region of regions.length > 0 ? regions : [null]) push(effect, sign, quantity.amount, region);
  // "White balance to 5600 K" asks for that number, not for neutral greys.
  const neutral = findings.styles.findIndex((style) => style.name === 'neutral color');
  if (quantity.axis === 'warmth' && neutral >= 0) findings.styles.splice(neutral, 1);
}
