import type { ColorName } from '#image/observation.ts';
import type { Settings } from '#settings/settings.ts';
import type { Axis } from '#wire/goal.ts';
import { type Knob, knob } from '../axis.ts';

/** Mixer sliders that turn a family towards the warm side (+) of its own hue. */
const WARM_SIDE: Readonly<Record<ColorName, 1 | -1>> = {
  red: 1,
  orange: 1,
  yellow: -1,
  green: -1,
  aqua: -1,
  blue: 1,
  purple: 1,
  magenta: 1,
};

/** What a goal means for one colour family: mixer sliders, solved or set. Null when the mixer cannot do it. */
export function mixerFor(
  axis: Axis,
  color: ColorName,
  signed: number,
): { knobs: readonly Knob[]; set: Settings } | null {
  const name = `${color[0]!.toUpperCase()}${color.slice(1)}`;
  switch (axis) {
    case 'brightness':
      return { knobs: [knob(`LuminanceAdjustment${name}`, 45, -75, 70)], set: {} };
    case 'saturation':
    case 'vibrance':
      return { knobs: [knob(`SaturationAdjustment${name}`, 45, -100, 60)], set: {} };
    case 'hue':
      return { knobs: [], set: { [`HueAdjustment${name}`]: 22 * signed } };
    case 'warmth':
      return { knobs: [], set: { [`HueAdjustment${name}`]: 18 * signed * WARM_SIDE[color] } };
    default:
      return null;
  }
}
