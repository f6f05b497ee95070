import { inMask, knob, limit, linked, type SolvedAxis, type Way } from '../axis.ts';

/** Spread of L*. An ordinary step is 17 % of it, at least 2 and at most 5 L*. */
export const contrast: SolvedAxis = {
  kind: 'solved',
  axis: 'contrast',
  more: 'more contrast',
  less: 'softer',
  own: ['Contrast2012'],
  unit: 'L*',
  measure: 'spread of lightness',
  follows: 'spread',
  read: (measures) => measures.spread,
  step: (direction, { before }) => direction * limit(0.17 * before.spread, 2, 4.5),
  tolerance: 0.3,
  ways: (direction) => (direction > 0 ? STRONGER : SOFTER),
  local: () => inMask(knob('LocalContrast2012', 0.35, -0.8, 0.8)),
};

const level = { measure: 'middle', tolerance: 1.2 } as const;

const STRONGER: readonly Way[] = [
  {
    id: 'contrast',
    title: 'more contrast in all tones',
    knobs: [knob('Contrast2012', 40, -60, 75), knob('Exposure2012', 0.1, -1, 1)],
    keep: [level],
  },
  {
    id: 'curve',
    title: 'more contrast with an S-curve',
    knobs: [
      linked({ ParametricLights: 1, ParametricDarks: -1 }, 30, -60, 55),
      knob('ParametricShadows', 10, -35, 20),
      knob('Exposure2012', 0.08, -1, 1),
    ],
    keep: [level],
  },
  {
    id: 'ends',
    title: 'deeper blacks, brighter whites',
    knobs: [
      knob('Blacks2012', 28, -50, 30),
      knob('Whites2012', 28, -30, 50),
      knob('Contrast2012', 12, -40, 40),
      knob('Exposure2012', 0.08, -1, 1),
    ],
    keep: [level],
  },
  {
    id: 'local',
    title: 'crisper, with local contrast',
    set: { Clarity2012: 30 },
    knobs: [knob('Contrast2012', 28, -60, 60), knob('Exposure2012', 0.08, -1, 1)],
    keep: [level],
  },
];

const SOFTER: readonly Way[] = [
  {
    id: 'contrast',
    title: 'softer in all tones',
    knobs: [knob('Contrast2012', 40, -75, 60), knob('Exposure2012', 0.1, -1, 1)],
    keep: [level],
  },
  {
    id: 'recovery',
    title: 'calmer lights, opened shadows',
    knobs: [
      knob('Highlights2012', 40, -80, 30),
      knob('Shadows2012', 35, -30, 70),
      knob('Exposure2012', 0.06, -1, 1),
    ],
    keep: [level],
  },
  {
    id: 'ends',
    title: 'softer blacks and whites',
    knobs: [
      knob('Blacks2012', 25, -30, 45),
      knob('Whites2012', 22, -40, 30),
      knob('Contrast2012', 14, -40, 40),
    ],
    keep: [level],
  },
];
