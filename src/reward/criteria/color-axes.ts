import { toDegrees } from '../measure/angle.ts';
import type { Pair } from '../measure/pair.ts';
import { castShift, colorLevel, hueRotation, saturationGain, within } from '../measure/pair.ts';
import { toneOf } from '../measure/tone.ts';
import type { View } from '../measure/view.ts';
import type { AxisMeasure } from './axis-measure.ts';
import { arrow } from './axis-measure.ts';
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
  // Along the daylight locus a* moves a little with b*; yellow–blue is what the eye calls warm. Means are not told:
  // richer or paler colour moves them too.
  measure: (pair, view) => {
    const shift = castShift(pair, view);
    return { moved: shift.b, text: '' };
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
    return { moved: shift.a, text: '' };
  },
};

function richness(pair: Pair, view: View, what: string): { moved: number; text: string } {
  const level = colorLevel(pair, view);
  const label = `${level === 'variety' ? 'spread of a*, b*' : 'mean C*'}${what}, as light as before`;
  const gain = saturationGain(pair, view, level);
  const was = toneOf(pair.before, view)[level];
  return { moved: 100 * (gain - 1), text: arrow(label, was, gain * Math.max(0.5, was)) };
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

/** CIE hue angles (degrees, D50) that have a name in a photographer's mouth. */
const HUE_NAMES: readonly (readonly [number, string])[] = [
  [0, 'pink'],
  [32, 'red'],
  [65, 'amber'],
  [98, 'yellow'],
  [140, 'green'],
  [200, 'teal'],
  [265, 'blue'],
  [305, 'purple'],
  [340, 'magenta'],
];

/** "turned 36° toward amber": the named hue that lies that way. */
function turned(degrees: number, from: number): string {
  const size = Math.abs(degrees).toFixed(0);
  if (size === '0') return 'keep their hue';
  const goal = from + Math.sign(degrees) * Math.max(30, Math.abs(degrees));
  const distance = (angle: number): number => Math.abs(((angle - goal + 540) % 360) - 180);
  const [, name] = HUE_NAMES.reduce((best, one) => (distance(one[0]) < distance(best[0]) ? one : best));
  return `turned ${size}° toward ${name}`;
}

export const HUE: AxisMeasure = {
  more: 'hue turned onward',
  less: 'hue turned back',
  phrase: 'sentence',
  unit: '°',
  size: 12,
  room: (pair, view) => (toneOf(pair.before, view).chroma < 1 ? 0 : 60),
  measure: (pair, view) => {
    const moved = hueRotation(pair, view);
    const { a, b } = toneOf(pair.before, view);
    return { moved, text: `${view.label} ${turned(moved, toDegrees(a, b))}` };
  },
};
