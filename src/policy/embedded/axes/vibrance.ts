import { inMask, knob, limit, type SolvedAxis } from '../axis.ts';

/** Chroma of the muted half of the picture. An ordinary step is +28 % or −30 %. */
export const vibrance: SolvedAxis = {
  kind: 'solved',
  axis: 'vibrance',
  more: 'livelier colours',
  less: 'calmer colours',
  own: ['Vibrance'],
  unit: 'C*',
  measure: 'strength of the muted colours',
  follows: 'muted',
  read: (measures) => measures.muted,
  step: (direction, { before }) => (direction > 0 ? limit(before.muted * 0.28, 0.3, 4) : -0.3 * before.muted),
  tolerance: 0.3,
  ways: (direction) => [
    {
      id: 'vibrance',
      title: direction > 0 ? 'muted colours livened' : 'quiet colours calmed',
      knobs: [knob('Vibrance', 60, -100, 80)],
    },
    {
      id: 'saturation',
      title: direction > 0 ? 'more colour throughout' : 'less colour throughout',
      knobs: [knob('Saturation', 30, -80, 45), knob('Vibrance', 15, -60, 60)],
    },
  ],
  local: () => inMask(knob('LocalSaturation', 0.4, -1, 0.7)),
};
