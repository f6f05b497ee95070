import { knob, limit, type SolvedAxis, type Way } from '../axis.ts';

/** Middle tones brighter or darker. An ordinary step is 9 L* (about half a stop in the middle), less near the ends. */
export const brightness: SolvedAxis = {
  kind: 'solved',
  axis: 'brightness',
  more: 'brighter',
  less: 'darker',
  own: ['Exposure2012'],
  unit: 'L*',
  measure: 'middle tones',
  follows: 'middle',
  read: (measures) => measures.middle,
  step: (direction, { before }) =>
    direction > 0
      ? 9 * limit((92 - before.middle) / 42, 0.4, 1.15)
      : -9 * limit((before.middle - 4) / 40, 0.35, 1.15),
  // "Too dark" wants an ordinary frame (middle tones near L* 50), most of the way there.
  complaint: (direction, { before }) =>
    direction > 0 ? limit(0.75 * (52 - before.middle), 6, 16) : -limit(0.6 * (before.middle - 46), 5, 14),
  // Bright looks lie near L* 67 in the middle tones, dark ones near 30; a photo that is there already moves little.
  styled: (direction, { before }) =>
    direction > 0 ? limit(0.65 * (67 - before.middle), 3, 15) : -limit(0.65 * (before.middle - 29), 2, 16),
  tolerance: 0.6,
  ways: (direction) => (direction > 0 ? LIFTS : DROPS),
  local: (direction) => (direction > 0 ? LOCAL_LIFTS : LOCAL_DROPS),
};

const LIFTS: readonly Way[] = [
  {
    id: 'exposure',
    title: 'brighter all over',
    knobs: [knob('Exposure2012', 1, -2.5, 2.5), knob('Highlights2012', 14, -70, 20)],
  },
  {
    id: 'shadows',
    title: 'brighter from the shadows up',
    knobs: [
      knob('Shadows2012', 50, -20, 75),
      knob('Exposure2012', 0.3, -1, 1.5),
      knob('Blacks2012', 5, -25, 10),
    ],
  },
  {
    id: 'curve',
    title: 'brighter middle tones',
    knobs: [knob('ParametricDarks', 35, -20, 70), knob('ParametricLights', 30, -20, 55)],
  },
];

const DROPS: readonly Way[] = [
  {
    id: 'exposure',
    title: 'darker all over',
    knobs: [knob('Exposure2012', 1, -2.5, 2.5), knob('Shadows2012', 12, -20, 50)],
  },
  {
    id: 'highlights',
    title: 'darker from the highlights down',
    knobs: [
      knob('Highlights2012', 45, -90, 20),
      knob('Exposure2012', 0.35, -1.5, 1),
      knob('Whites2012', 6, -25, 15),
    ],
  },
  {
    id: 'curve',
    title: 'darker middle tones',
    knobs: [knob('ParametricDarks', 30, -60, 20), knob('ParametricLights', 35, -65, 20)],
  },
];

const LOCAL_EXPOSURE = knob('LocalExposure2012', 0.25, -0.5, 0.5);

const LOCAL_LIFTS: readonly Way[] = [
  { id: 'exposure', title: 'brighter', knobs: [LOCAL_EXPOSURE] },
  {
    id: 'shadows',
    title: 'shadows opened',
    knobs: [knob('LocalShadows2012', 0.5, 0, 0.8), knob('LocalExposure2012', 0.08, -0.1, 0.4)],
  },
  {
    id: 'glow',
    title: 'a little warm light',
    set: { LocalTemperature: 0.12, LocalHighlights2012: 0.2 },
    knobs: [LOCAL_EXPOSURE],
  },
];

const LOCAL_DROPS: readonly Way[] = [
  { id: 'exposure', title: 'darker', knobs: [LOCAL_EXPOSURE] },
  {
    id: 'deeper',
    title: 'deeper and richer',
    set: { LocalDehaze: 0.22, LocalSaturation: 0.18 },
    knobs: [LOCAL_EXPOSURE],
  },
  {
    id: 'highlights',
    title: 'highlights held back',
    knobs: [knob('LocalHighlights2012', 0.5, -1, 0), knob('LocalExposure2012', 0.1, -0.4, 0.1)],
  },
];
