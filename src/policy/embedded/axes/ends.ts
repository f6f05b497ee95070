import { inMask, knob, limit, type SolvedAxis } from '../axis.ts';

/** The lightest tenth. Recovery is sized by what is burnt; a picture without bright parts has little to recover. */
export const highlights: SolvedAxis = {
  kind: 'solved',
  axis: 'highlights',
  more: 'brighter highlights',
  less: 'calmer highlights',
  own: ['Highlights2012'],
  unit: 'L*',
  measure: 'lightest tenth',
  follows: 'high',
  read: (measures) => measures.high,
  step: (direction, { before }) =>
    direction > 0
      ? limit((100 - before.high) / 3, 1, 5)
      : -limit((before.high - 55) / 9 + before.burnt * 60, 2, 9),
  tolerance: 0.4,
  ways: (direction) =>
    direction > 0
      ? [
          { id: 'highlights', title: 'brighter highlights', knobs: [knob('Highlights2012', 50, -60, 90)] },
          {
            id: 'whites',
            title: 'brighter whites',
            knobs: [knob('Whites2012', 30, -40, 60), knob('Highlights2012', 15, -60, 60)],
          },
        ]
      : [
          { id: 'highlights', title: 'highlights recovered', knobs: [knob('Highlights2012', 60, -100, 40)] },
          {
            id: 'whites',
            title: 'highlights and whites brought down',
            knobs: [knob('Highlights2012', 30, -90, 40), knob('Whites2012', 16, -35, 30)],
          },
          {
            id: 'exposure',
            title: 'highlights recovered, shadows given back',
            knobs: [
              knob('Exposure2012', 0.3, -0.8, 0.3),
              knob('Highlights2012', 25, -90, 40),
              knob('Shadows2012', 20, -10, 55),
            ],
            keep: [{ measure: 'middle', tolerance: 2 }],
          },
          {
            id: 'curve',
            title: 'highlights recovered with the curve',
            knobs: [knob('ParametricHighlights', 35, -70, 30), knob('ParametricLights', 15, -50, 30)],
          },
        ],
  local: () => inMask(knob('LocalHighlights2012', 0.5, -1, 0.8)),
};

/** The darkest quarter: opened more where it is darker, and never flat: the black point is held. */
export const shadows: SolvedAxis = {
  kind: 'solved',
  axis: 'shadows',
  more: 'open shadows',
  less: 'deeper shadows',
  own: ['Shadows2012'],
  unit: 'L*',
  measure: 'darkest quarter',
  follows: 'low',
  read: (measures) => measures.low,
  step: (direction, { before }) =>
    direction > 0 ? limit(8.5 - before.low / 9, 2.5, 8) : -limit(before.low / 3.2, 1, 6),
  tolerance: 0.4,
  ways: (direction) =>
    direction > 0
      ? [
          {
            id: 'shadows',
            title: 'shadows opened',
            knobs: [knob('Shadows2012', 55, -40, 85), knob('Blacks2012', 5, -20, 20)],
            keep: [{ measure: 'black', tolerance: 2 }],
          },
          {
            id: 'blacks',
            title: 'shadows and blacks opened',
            knobs: [knob('Shadows2012', 35, -40, 75), knob('Blacks2012', 18, -20, 40)],
          },
          {
            id: 'curve',
            title: 'shadows opened with the curve',
            knobs: [knob('ParametricShadows', 30, -40, 65), knob('ParametricDarks', 22, -40, 55)],
          },
          {
            id: 'exposure',
            title: 'more exposure, highlights held',
            knobs: [
              knob('Exposure2012', 0.35, -0.5, 1),
              knob('Shadows2012', 25, -40, 70),
              knob('Highlights2012', 25, -70, 20),
            ],
          },
        ]
      : [
          { id: 'shadows', title: 'shadows deepened', knobs: [knob('Shadows2012', 55, -85, 40)] },
          {
            id: 'blacks',
            title: 'shadows and blacks deepened',
            knobs: [knob('Blacks2012', 22, -50, 20), knob('Shadows2012', 25, -70, 40)],
          },
          {
            id: 'curve',
            title: 'shadows deepened with the curve',
            knobs: [knob('ParametricShadows', 30, -60, 40), knob('ParametricDarks', 20, -50, 40)],
          },
        ],
  local: () => inMask(knob('LocalShadows2012', 0.5, -0.8, 0.9)),
};

/** The white point: the lightest percent. */
export const whites: SolvedAxis = {
  kind: 'solved',
  axis: 'whites',
  more: 'brighter whites',
  less: 'softer whites',
  own: ['Whites2012'],
  unit: 'L*',
  measure: 'white point',
  follows: 'white',
  read: (measures) => measures.white,
  step: (direction, { before }) => (direction > 0 ? limit((101 - before.white) / 2, 0.5, 5) : -5),
  tolerance: 0.4,
  ways: (direction) => [
    {
      id: 'whites',
      title: direction > 0 ? 'brighter whites' : 'softer whites',
      knobs: [knob('Whites2012', 40, -70, 70)],
    },
    {
      id: 'highlights',
      title: direction > 0 ? 'brighter upper tones' : 'softer upper tones',
      knobs: [knob('Highlights2012', 45, -80, 80), knob('Whites2012', 10, -40, 40)],
    },
  ],
  local: () => inMask(knob('LocalWhites2012', 0.5, -0.8, 0.8)),
};

/** The black point: the darkest percent; +1 lifts it. */
export const blacks: SolvedAxis = {
  kind: 'solved',
  axis: 'blacks',
  more: 'lifted blacks',
  less: 'deeper blacks',
  own: ['Blacks2012'],
  unit: 'L*',
  measure: 'black point',
  follows: 'black',
  read: (measures) => 0.5 * measures.black + 0.5 * measures.low,
  step: (direction, { before }) => (direction > 0 ? 4 : -limit((before.black + before.low) / 6, 1, 5)),
  tolerance: 0.4,
  ways: (direction) => [
    {
      id: 'blacks',
      title: direction > 0 ? 'blacks lifted' : 'blacks deepened',
      knobs: [knob('Blacks2012', 40, -70, 70)],
    },
    {
      id: 'curve',
      title: direction > 0 ? 'blacks lifted with the curve' : 'blacks deepened with the curve',
      knobs: [knob('ParametricShadows', 40, -70, 70), knob('Blacks2012', 10, -40, 40)],
    },
  ],
  local: () => inMask(knob('LocalBlacks2012', 0.5, -0.8, 0.8)),
};
