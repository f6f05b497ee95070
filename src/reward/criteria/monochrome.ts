import type { Pair } from '../measure/pair.ts';
import { toneOf } from '../measure/tone.ts';
import { WHOLE } from '../measure/view.ts';
import { arrow } from './axis-measure.ts';
import { staySmall } from './fit.ts';
import type { Judge, Judgement } from './judge.ts';

/** Black and white: one hue at most (toning is allowed), and tones that stay apart. */
export function judgeMonochrome(weight: number, why: string): readonly Judge[] {
  return [
    { name: 'no colour left', why, weight, explicit: true, judge: judgeColor },
    {
      name: 'greys kept apart',
      why: 'without colour, only lightness tells things apart',
      weight: 0.5 * weight,
      explicit: false,
      judge: judgeGreys,
    },
  ];
}

function judgeColor({ before, after }: Pair): Judgement {
  const had = toneOf(before, WHOLE).variety;
  const left = toneOf(after, WHOLE).variety;
  return {
    score: staySmall(left, 0.8, Math.max(2, 0.6 * had)),
    evidence: arrow('variety of a*, b*', had, left),
  };
}

/** Counts only as far as there are greys: a colour picture has not kept them apart, it has not made them. */
function judgeGreys(pair: Pair): Judgement {
  const from = toneOf(pair.before, WHOLE).spread;
  const to = toneOf(pair.after, WHOLE).spread;
  const kept = staySmall(Math.max(0, 1 - to / Math.max(1, from)), 0.02, 0.4);
  return { score: Math.min(kept, judgeColor(pair).score), evidence: arrow('spread of L*', from, to) };
}
