import { inMask, knob, limit, type SolvedAxis, type Way } from '../axis.ts';

/** Magenta against green: mean a*. An ordinary step is 5 a*. */
export const tint: SolvedAxis = {
  kind: 'solved',
  axis: 'tint',
  more: 'towards magenta',
  less: 'towards green',
  own: ['IncrementalTint', 'Tint'],
  unit: 'a*',
  measure: 'magenta–green balance',
  follows: 'a',
  read: (measures) => measures.a,
  step: (direction, { before }) => direction * 5 * limit(1.1 - (direction * before.a) / 40, 0.5, 1.15),
  complaint: (direction, { statistics: { cast } }) =>
    direction * limit(0.75 * -direction * (cast.confidence > 0.5 ? cast.a : 0), 4, 10),
  tolerance: 0.4,
  ways: (direction) => [
    {
      id: 'white-balance',
      title: `white balance towards ${direction > 0 ? 'magenta' : 'green'}`,
      knobs: [knob('IncrementalTint', 30, -60, 60)],
    },
    {
      id: 'grading',
      title: direction > 0 ? 'middle tones graded to magenta' : 'middle tones graded to green',
      set: { ColorGradeMidtoneHue: direction > 0 ? 310 : 130 },
      knobs: [knob('ColorGradeMidtoneSat', 22, 0, 40), knob('IncrementalTint', 8, -40, 40)],
    } satisfies Way,
  ],
  local: () => inMask(knob('LocalTint', 0.35, -0.7, 0.7)),
};
