import { toneOf } from '../measure/tone.ts';
import { WHOLE } from '../measure/view.ts';
import { arrow } from './axis-measure.ts';
import { staySmall } from './fit.ts';
import type { Judge } from './judge.ts';

/** Black and white: one hue at most (toning is allowed), and tones that stay apart. */
export function judgeMonochrome(weight: number, why: string): readonly Judge[] {
  return [
    {
      name: 'no colour left',
      why,
      weight,
      explicit: true,
      judge: ({ before, after }) => {
        const left = toneOf(after, WHOLE).variety;
        return {
          score: staySmall(left, 1, 9),
          evidence: arrow('variety of a*, b*', toneOf(before, WHOLE).variety, left),
        };
      },
    },
    {
      name: 'greys kept apart',
      why: 'without colour, only lightness tells things apart',
      weight: 0.5 * weight,
      explicit: false,
      judge: ({ before, after }) => {
        const from = toneOf(before, WHOLE).spread;
        const to = toneOf(after, WHOLE).spread;
        return {
          score: staySmall(Math.max(0, 1 - to / Math.max(1, from)), 0.02, 0.4),
          evidence: arrow('spread of L*', from, to),
        };
      },
    },
  ];
}
