import { COLOR_NAMES } from '#image/observation.ts';
import { inMask, type Knob, knob, limit, linked, type Scenery, type SolvedAxis } from '../axis.ts';

/**
 * Mean chroma. An ordinary step is +24 % or −30 %; pictures that are already strong take less on top, near-grey ones
 * are not pushed to a colour they do not have.
 */
export const saturation: SolvedAxis = {
  kind: 'solved',
  axis: 'saturation',
  more: 'more colour',
  less: 'less colour',
  own: ['Saturation'],
  unit: 'C*',
  measure: 'colour strength',
  follows: 'chroma',
  read: (measures) => measures.chroma,
  step: (direction, { before }) =>
    direction > 0
      ? limit(before.chroma * 0.24 * limit(1.35 - before.chroma / 60, 0.4, 1), 0.5, 7)
      : -0.3 * before.chroma,
  tolerance: 0.4,
  ways: (direction, scenery) =>
    direction > 0
      ? [
          { id: 'saturation', title: 'more colour throughout', knobs: [knob('Saturation', 35, -100, 60)] },
          {
            id: 'vibrance',
            title: 'muted colours livened',
            knobs: [knob('Vibrance', 60, -100, 85), knob('Saturation', 6, 0, 25)],
          },
          {
            id: 'mixer',
            title: "more of the picture's main colours",
            knobs: [mainColours(scenery, 35), knob('Vibrance', 10, 0, 40)],
          },
        ]
      : [
          { id: 'saturation', title: 'less colour throughout', knobs: [knob('Saturation', 40, -100, 60)] },
          {
            id: 'mixer',
            title: 'main colours calmed',
            knobs: [mainColours(scenery, 40), knob('Saturation', 10, -60, 0)],
          },
          {
            id: 'vibrance',
            title: 'quiet colours faded first',
            knobs: [knob('Vibrance', 60, -100, 60), knob('Saturation', 12, -60, 0)],
          },
        ],
  local: () => inMask(knob('LocalSaturation', 0.4, -1, 0.7)),
};

/** Mixer saturation of the three families that make up most of the picture. */
function mainColours({ statistics }: Scenery, reach: number): Knob {
  const ranked = COLOR_NAMES.map((name, i) => ({ name, share: statistics.hues[i] ?? 0 })).sort(
    (x, y) => y.share - x.share,
  );
  const factors = ranked
    .slice(0, 3)
    .map(({ name }) => [`SaturationAdjustment${name[0]!.toUpperCase()}${name.slice(1)}`, 1] as const);
  return linked(Object.fromEntries(factors), reach, -75, 55);
}
