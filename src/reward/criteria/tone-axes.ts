import type { Pair } from '../measure/pair.ts';
import { within, zone } from '../measure/pair.ts';
import type { Tone } from '../measure/tone.ts';
import { toneOf } from '../measure/tone.ts';
import type { View } from '../measure/view.ts';
import { WHOLE } from '../measure/view.ts';
import type { AxisMeasure } from './axis-measure.ts';
import { arrow } from './axis-measure.ts';

/** Movement of mean L* in a zone of the part. */
function meanOf(
  pick: (pair: Pair, view: View) => View,
  label: string,
): Pick<AxisMeasure, 'room' | 'measure' | 'unit'> {
  return {
    unit: 'L*',
    room: (pair, view, direction) => {
      const { mean } = toneOf(pair.before, pick(pair, view));
      return direction > 0 ? 0.6 * (98 - mean) : 0.5 * (mean - 2);
    },
    measure: (pair, view) => {
      const part = pick(pair, view);
      const before = toneOf(pair.before, part).mean;
      const after = toneOf(pair.after, part).mean;
      return { moved: after - before, text: arrow(label, before, after) };
    },
  };
}

/** Movement of a percentile of L*: the ends of the tonal range. */
function endOf(q: number, label: string): Pick<AxisMeasure, 'room' | 'measure' | 'unit'> {
  return {
    unit: 'L*',
    room: (pair, view, direction) => {
      const end = toneOf(pair.before, view).percentile(q);
      return direction > 0 ? 0.9 * (100 - end) : 0.9 * end;
    },
    measure: (pair, view) => {
      const before = toneOf(pair.before, view).percentile(q);
      const after = toneOf(pair.after, view).percentile(q);
      return { moved: after - before, text: arrow(label, before, after) };
    },
  };
}

export const BRIGHTNESS: AxisMeasure = {
  more: 'brighter',
  less: 'darker',
  phrase: 'adjective',
  size: 7.5,
  ...meanOf((_pair, view) => view, 'mean L*'),
  // A picture that is mostly white or black moves less in the mean for the same visible change.
  step: ({ before }, view, direction) =>
    Math.min(8.5, Math.max(1.5, exposureStep(toneOf(before, view), direction * ORDINARY_STOPS))),
};

/** An ordinary change of brightness, in stops. */
const ORDINARY_STOPS = 0.6;

/** How far mean L* moves when light is multiplied by 2^stops and clipped at white. */
function exposureStep(tone: Tone, stops: number): number {
  let sum = 0;
  const samples = 50;
  for (let index = 0; index < samples; index += 1) {
    const lightness = tone.percentile((index + 0.5) / samples);
    sum += Math.min(100, Math.max(0, 2 ** (stops / 3) * (lightness + 16) - 16)) - lightness;
  }
  return Math.abs(sum / samples);
}

export const HIGHLIGHTS: AxisMeasure = {
  more: 'brighter highlights',
  less: 'highlights held back',
  phrase: 'noun',
  size: 4,
  ...meanOf((pair, view) => zone(pair, view, 'highlights'), 'mean L* of the highlights'),
  // Lights that are only middling have little to hold back.
  step: (pair, view, direction) => {
    const { mean } = toneOf(pair.before, zone(pair, view, 'highlights'));
    return direction > 0 ? 4 : Math.min(5.5, Math.max(2, (mean - 40) / 8.5));
  },
};

export const SHADOWS: AxisMeasure = {
  more: 'shadows opened',
  less: 'deeper shadows',
  phrase: 'noun',
  size: 5,
  ...meanOf((pair, view) => zone(pair, view, 'shadows'), 'mean L* of the shadows'),
};

export const WHITES: AxisMeasure = {
  more: 'brighter whites',
  less: 'softer whites',
  phrase: 'noun',
  size: 2.5,
  ...endOf(0.98, 'white point (98 %) L*'),
};

export const BLACKS: AxisMeasure = {
  more: 'lifted blacks',
  less: 'deeper blacks',
  phrase: 'noun',
  size: 3,
  ...endOf(0.02, 'black point (2 %) L*'),
};

export const CONTRAST: AxisMeasure = {
  more: 'more contrast',
  less: 'softer contrast',
  phrase: 'noun',
  unit: '%',
  size: 13,
  // A part without any spread cannot be given contrast; one that already fills the range (σ ≈ 33) has little to gain.
  room: (pair, view, direction) => {
    const { spread } = toneOf(pair.before, view);
    if (spread < 0.5) return 0;
    return direction > 0 ? Math.max(4, 100 * Math.min(1, 36 / spread - 1)) : 60;
  },
  measure: (pair, view) => {
    const before = toneOf(pair.before, view).spread;
    const after = toneOf(pair.after, view).spread;
    return {
      moved: (100 * (after - before)) / Math.max(2, before),
      text: arrow('spread of L*', before, after),
    };
  },
};

export const FADE: AxisMeasure = {
  more: 'faded',
  less: 'less faded',
  phrase: 'adjective',
  unit: 'L*',
  size: 6,
  room: (pair, view, direction) =>
    // Blacks that are lifted already can hardly be lifted much more.
    direction > 0
      ? Math.max(4.5, 0.5 * (26 - toneOf(pair.before, view).percentile(0.02)))
      : 0.9 * toneOf(pair.before, view).percentile(0.02) + 1,
  measure: (pair, view) => {
    const from = toneOf(pair.before, view);
    const to = toneOf(pair.after, view);
    const black = to.percentile(0.02) - from.percentile(0.02);
    const white = to.percentile(0.98) - from.percentile(0.98);
    return {
      moved: black - 0.5 * white,
      text: `${arrow('blacks L*', from.percentile(0.02), to.percentile(0.02))}, ${arrow('whites L*', from.percentile(0.98), to.percentile(0.98))}`,
    };
  },
};

export const VIGNETTE: AxisMeasure = {
  more: 'darker edges',
  less: 'lighter edges',
  phrase: 'noun',
  unit: 'L*',
  size: 6.5,
  // Light edges look wrong sooner than dark ones.
  step: (_pair, _view, direction) => (direction > 0 ? 6.5 : 3.5),
  room: (pair, _view, direction) => (direction > 0 ? 0.7 * toneOf(pair.before, corners(pair)).mean : 40),
  measure: (pair) => {
    const difference = (frame: Pair['before']): number =>
      toneOf(frame, corners(pair)).mean - toneOf(frame, centre(pair)).mean;
    const before = difference(pair.before);
    const after = difference(pair.after);
    return { moved: before - after, text: arrow('corners against centre, L*', before, after) };
  },
};

/** Distance from the middle, 1 at the corners. */
function radius({ before }: Pair, pixel: number): number {
  const x = ((pixel % before.width) + 0.5) / before.width - 0.5;
  const y = (Math.floor(pixel / before.width) + 0.5) / before.height - 0.5;
  return Math.hypot(x, y) / Math.SQRT1_2;
}

function corners(pair: Pair): View {
  return within(pair.before, WHOLE, 'corners', (pixel) => (radius(pair, pixel) > 0.75 ? 1 : 0));
}

function centre(pair: Pair): View {
  return within(pair.before, WHOLE, 'centre', (pixel) => (radius(pair, pixel) < 0.4 ? 1 : 0));
}
