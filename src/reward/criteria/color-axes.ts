import { toDegrees } from '../measure/angle.ts';
import type { Pair } from '../measure/pair.ts';
import { castShift, colorLevel, hueRotation, saturationGain, within } from '../measure/pair.ts';
import { toneOf } from '../measure/tone.ts';
import type { View } from '../measure/view.ts';
import type { AxisMeasure } from './axis-measure.ts';
import { arrow, signed } from './axis-measure.ts';
import type { Direction } from './fit.ts';

/** White balance moves dark parts less in L*a*b*: what can be reached shrinks with the part's lightness. */
function castRoom(pair: Pair, view: View): number {
  return Math.max(2, Math.min(1.2, toneOf(pair.before, view).mean / 50) * 20);
}

export const WARMTH: AxisMeasure = {
  more: 'warmer',
  less: 'cooler',
  phrase: 'adjective',
  unit: 'b*',
  size: 5.5,
  room: castRoom,
  // Along the daylight locus a* moves a little with b*; yellow–blue is what the eye calls warm.
  measure: (pair, view) => {
    const shift = castShift(pair, view);
    const text = arrow('mean b*', toneOf(pair.before, view).b, toneOf(pair.after, view).b);
    return { moved: shift.b, text: `${text}, cast moved by ${signed(shift.b)}` };
  },
};

export const TINT: AxisMeasure = {
  more: 'toward magenta',
  less: 'toward green',
  phrase: 'adjective',
  unit: 'a*',
  size: 4,
  room: castRoom,
  measure: (pair, view) => {
    const shift = castShift(pair, view);
    const text = arrow('mean a*', toneOf(pair.before, view).a, toneOf(pair.after, view).a);
    return { moved: shift.a, text: `${text}, cast moved by ${signed(shift.a)}` };
  },
};

function richness(pair: Pair, view: View, what: string): { moved: number; text: string } {
  const level = colorLevel(pair, view);
  const label = `${level === 'variety' ? 'variety of a*, b*' : 'mean C*'}${what}`;
  const text = arrow(label, toneOf(pair.before, view)[level], toneOf(pair.after, view)[level]);
  return { moved: 100 * (saturationGain(pair, view, level) - 1), text };
}

export const SATURATION: AxisMeasure = {
  more: 'richer colour',
  less: 'less saturated',
  phrase: 'noun',
  unit: '%',
  size: 22,
  room: colorRoom,
  measure: (pair, view) => richness(pair, view, ''),
};

/** Grey has no colour to deepen or to take. */
function colorRoom({ before }: Pair, view: View, direction: Direction): number {
  return toneOf(before, view).chroma < 1 ? 0 : direction > 0 ? 80 : 90;
}

/** Pixels with some colour but less than the part's mean: what vibrance lifts first. */
function muted(pair: Pair, view: View): View {
  const limit = Math.max(4, toneOf(pair.before, view).chroma);
  const { a, b } = pair.before;
  const found = within(pair.before, view, 'muted colours', (pixel) => {
    const chroma = Math.sqrt(a[pixel]! ** 2 + b[pixel]! ** 2);
    return chroma > 2 && chroma < limit ? 1 : 0;
  });
  return found.area > 0 ? found : view;
}

export const VIBRANCE: AxisMeasure = {
  more: 'livelier muted colours',
  less: 'calmer muted colours',
  phrase: 'noun',
  unit: '%',
  size: 20,
  room: colorRoom,
  measure: (pair, view) => richness(pair, muted(pair, view), ' of muted colours'),
};

export const HUE: AxisMeasure = {
  more: 'hue turned onward',
  less: 'hue turned back',
  phrase: 'adjective',
  unit: '°',
  size: 12,
  room: (pair, view) => (toneOf(pair.before, view).chroma < 1 ? 0 : 60),
  measure: (pair, view) => {
    const from = toneOf(pair.before, view);
    const to = toneOf(pair.after, view);
    const text = arrow('mean hue angle (°)', toDegrees(from.a, from.b), toDegrees(to.a, to.b), 0);
    return { moved: hueRotation(pair, view), text };
  },
};
