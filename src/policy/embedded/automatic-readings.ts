import type { Axis } from '#wire/goal.ts';
import { goalsWords, goalWords } from './goal-words.ts';
import type { IntentGoal } from './intent.ts';
import { joinLead } from './leads.ts';
import type { Spec } from './spec.ts';
import { FURTHER, scaleSpec } from './strengths.ts';

export const COLOUR_AXES: readonly Axis[] = ['warmth', 'tint', 'saturation', 'vibrance'];

const HALF = 0.55;
/** Liveliness that is seen beside the ordinary livelier reading. */
const LIVELIER = 2.4;

/** Other ways to take "what the frame needs": livelier, tones alone, half the way; then what leaves the usual further behind. */
export function automaticReadings(plain: Spec, goals: readonly IntentGoal[]): Spec[] {
  const needs = goals.filter(({ origin }) => origin === 'need');
  const colours = needs.filter(({ axis }) => COLOUR_AXES.includes(axis));
  const tones = needs.filter((need) => !colours.includes(need));
  /** With these needs alone, and what was asked. */
  const only = (kept: readonly IntentGoal[], lead: string): Spec => {
    const muted = goals.flatMap((goal, index) =>
      goal.origin === 'asked' || goal.origin === 'style' || kept.includes(goal) ? [] : [index],
    );
    return { ...plain, muted, lead };
  };
  const some = (specs: readonly Spec[], when: boolean) => (when ? specs : []);

  const extras = goals.filter(({ origin }) => origin === 'extra');
  const lively: Spec = { ...plain, muted: [] };
  const punch = goalsWords(extras);
  const [greatest] = [...needs].sort((one, other) => other.amount - one.amount);
  return [
    ...some([{ ...lively, lead: joinLead('punchier', punch) }], extras.length > 0),
    ...some(
      [only(tones, 'tones only, colours left alone')],
      tones.length > 0 || goals.length > needs.length + extras.length,
    ),
    { ...plain, strength: HALF, lead: 'the same, half as far' },
    scaleSpec(plain, FURTHER),
    ...some([{ ...lively, liveliness: LIVELIER, lead: joinLead('much punchier', punch) }], extras.length > 0),
    ...some([only(colours, 'colours only, tones left alone')], colours.length > 0 && tones.length > 0),
    ...(greatest && needs.length > 2 ? [only([greatest], `only ${goalWords(greatest)}`)] : []),
    ...some(
      [{ ...lively, strength: HALF, liveliness: LIVELIER / HALF, lead: 'punchier, the rest half as far' }],
      extras.length > 0,
    ),
  ];
}
