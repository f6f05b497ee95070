import type { Axis } from '#wire/goal.ts';
import type { Measures } from './measure.ts';

/** Something in which candidates of one result are compared. */
export interface Trait {
  /** Distance to the next candidate that an eye sees side by side, in the unit of `read`. */
  readonly worth: number;
  readonly read: (measures: Measures) => number;
  readonly most: string;
  readonly least: string;
  readonly more: string;
  readonly less: string;
  /** Words of a lead that speak of this already. */
  readonly topic: RegExp;
  /** Axes that move it, with the sign by which "more" of the axis is more of the trait. */
  readonly axes: Readonly<Partial<Record<Axis, 1 | -1>>>;
}

/** Lightness of the middle tones as stops: L* → Y (CIE 1976), base-2 logarithm. */
function stops({ middle }: Measures): number {
  const f = (Math.max(1, middle) + 16) / 116;
  return Math.log2(middle > 8 ? f ** 3 : middle / 903.3);
}

export const TRAITS: readonly Trait[] = [
  {
    worth: 0.13,
    read: stops,
    most: 'brightest',
    least: 'darkest',
    more: 'brighter',
    less: 'darker',
    topic: /bright|dark|light|exposure|airy|glow|open|low|deep|night|black|haz|shadow|strong|gentl|clear/i,
    axes: { brightness: 1, shadows: 1, highlights: 1, blacks: 1, fade: 1, vignette: -1 },
  },
  {
    worth: 0.7,
    read: (measures) => measures.spread,
    most: 'most contrast',
    least: 'least contrast',
    more: 'more contrast',
    less: 'less contrast',
    topic:
      /contrast|soft|curve|flat|hard|matte|fade|haz|mist|pastel|crisp|firm|punch|gentl|strong|calm|tone|black|white|open/i,
    axes: { contrast: 1, clarity: 1, dehaze: 1, fade: -1, highlights: 1, shadows: -1, whites: 1, blacks: -1 },
  },
  {
    worth: 1.2,
    read: (measures) => measures.chroma,
    most: 'most colour',
    least: 'least colour',
    more: 'more colour',
    less: 'less colour',
    topic:
      /colou?r|mute|rich|quiet|satur|pastel|vivid|loud|bleach|gr[ea]y|faint|pale|strong|gentl|livel|haz|mist|fade/i,
    axes: { saturation: 1, vibrance: 1 },
  },
  {
    worth: 1.4,
    read: (measures) => measures.b,
    most: 'warmest',
    least: 'coolest',
    more: 'warmer',
    less: 'cooler',
    topic:
      /warm|cool|amber|gold|honey|blue|cold|cream|teal|orange|rust|brown|earth|white balance|sun|pink|yellow|green|magenta|split|candle|rose|sepia|tan|night|strong|gentl/i,
    axes: { warmth: 1 },
  },
];
