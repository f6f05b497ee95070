import { inMask, knob, limit, linked, type SolvedAxis, type Way } from '../axis.ts';

/**
 * Yellow against blue: mean b*. An ordinary step is 7 b*, about 25 mired; less in a picture that already leans that
 * way, so that a sunset does not turn to orange.
 */
export const warmth: SolvedAxis = {
  kind: 'solved',
  axis: 'warmth',
  more: 'warmer',
  less: 'cooler',
  own: ['IncrementalTemperature', 'Temperature'],
  unit: 'b*',
  measure: 'yellow–blue balance',
  follows: 'b',
  read: (measures) => measures.b,
  step: (direction, { before }) => direction * 7 * limit(1.1 - (direction * before.b) / 55, 0.5, 1.15),
  // "Too warm" wants greys back: what looks neutral tells how far it is off, else the mean of the frame.
  complaint: (direction, { before, statistics: { cast } }) => {
    const off = -direction * (cast.confidence > 0.5 ? cast.b : 0.5 * before.b);
    return direction * limit(0.75 * off, 5, 13);
  },
  tolerance: 0.5,
  ways: (direction) => (direction > 0 ? WARMER : COOLER),
  local: () => inMask(knob('LocalTemperature', 0.35, -0.7, 0.7)),
};

/** Warm light turns greys a little to red as well; more than that would be pink, less green. */
const keepTint = { measure: 'a', part: 'neutral', slack: 1.5, tolerance: 0.8 } as const;
/** Colour grading hues: amber light, and the blue across the wheel. */
const AMBER = 42;
const BLUE = 222;

const WARMER: readonly Way[] = [
  {
    id: 'white-balance',
    title: 'warmer white balance',
    knobs: [knob('IncrementalTemperature', 35, -60, 65), knob('IncrementalTint', 6, -20, 20)],
    keep: [keepTint],
  },
  {
    id: 'light',
    title: 'amber light, shadows left alone',
    set: { ColorGradeMidtoneHue: AMBER, SplitToningHighlightHue: AMBER },
    knobs: [
      linked({ SplitToningHighlightSaturation: 1, ColorGradeMidtoneSat: 0.8 }, 22, 0, 40),
      knob('IncrementalTemperature', 9, -40, 40),
    ],
  },
  {
    id: 'split',
    title: 'warm light over cool shadows',
    set: {
      SplitToningShadowHue: BLUE,
      SplitToningShadowSaturation: 10,
      SplitToningHighlightHue: AMBER,
      SplitToningHighlightSaturation: 8,
    },
    knobs: [knob('IncrementalTemperature', 35, -60, 65)],
  },
  {
    id: 'colours',
    title: 'richer ambers, quieter blues',
    set: { HueAdjustmentYellow: -10 },
    knobs: [
      linked(
        {
          SaturationAdjustmentOrange: 1,
          SaturationAdjustmentYellow: 1,
          SaturationAdjustmentBlue: -1,
          SaturationAdjustmentAqua: -0.8,
        },
        18,
        -10,
        25,
      ),
      knob('IncrementalTemperature', 22, -60, 60),
    ],
  },
];

const COOLER: readonly Way[] = [
  {
    id: 'white-balance',
    title: 'cooler white balance',
    knobs: [knob('IncrementalTemperature', 35, -65, 60), knob('IncrementalTint', 6, -20, 20)],
    keep: [keepTint],
  },
  {
    id: 'shadows',
    title: 'blue shadows, light left alone',
    set: { ColorGradeMidtoneHue: BLUE, SplitToningShadowHue: BLUE },
    knobs: [
      linked({ SplitToningShadowSaturation: 1, ColorGradeMidtoneSat: 0.7 }, 22, 0, 40),
      knob('IncrementalTemperature', 9, -40, 40),
    ],
  },
  {
    id: 'colours',
    title: 'quieter yellows and oranges',
    knobs: [
      linked(
        { SaturationAdjustmentYellow: -1, SaturationAdjustmentOrange: -0.7, SaturationAdjustmentBlue: 0.5 },
        22,
        -10,
        40,
      ),
      knob('IncrementalTemperature', 20, -60, 60),
    ],
  },
];
