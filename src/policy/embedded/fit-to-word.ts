import type { Settings } from '#settings/settings.ts';
import { AXIS_SPECS } from './axes/axes.ts';
import type { Knob } from './axis.ts';
import type { IntentGoal } from './intent.ts';
import { standing } from './knobs.ts';

/** Share of its reach by which a look's own slider follows the photo; lightness is free. */
const SPARE = 0.45;
/** Share of what the look's settings state that may be taken back. */
const BACK = 0.5;

/**
 * A knob of a goal that a look brings, fenced so that the look is fitted to the photo and never fought: its own slider
 * goes a little further in the direction of the word, or half of the way back, but not past neutral against it.
 */
export function fitToWord(knob: Knob, { axis, direction }: IntentGoal, prior: Settings): Knob {
  const { name } = knob.parameters[0]!;
  if (!AXIS_SPECS[axis].own.includes(name))
    return axis === 'brightness' ? knob : within(knob, prior, SPARE * knob.reach);
  const start = standing(prior, name);
  const further = axis === 'brightness' ? Number.POSITIVE_INFINITY : SPARE * knob.reach;
  const back = Math.max(0, BACK * start * direction);
  const [down, up] = direction > 0 ? [back, further] : [further, back];
  return { ...knob, low: Math.max(knob.low, start - down), high: Math.min(knob.high, start + up) };
}

/** The knob kept within `distance` of where the prior has its slider. */
export function within(knob: Knob, prior: Settings, distance: number): Knob {
  const start = standing(prior, knob.parameters[0]!.name);
  return { ...knob, low: Math.max(knob.low, start - distance), high: Math.min(knob.high, start + distance) };
}
