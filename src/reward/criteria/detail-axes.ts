import { fineDetail, middleDetail } from '../measure/detail.ts';
import { type Frame, remember } from '../measure/frame.ts';
import type { Pair } from '../measure/pair.ts';
import { within } from '../measure/pair.ts';
import { noiseOf, type SmoothPixels, smoothAreas } from '../measure/smooth-areas.ts';
import { toneOf } from '../measure/tone.ts';
import { veilOf } from '../measure/veil.ts';
import type { View } from '../measure/view.ts';
import type { AxisMeasure } from './axis-measure.ts';
import { arrow } from './axis-measure.ts';

/**
 * Relative change of local contrast at one scale, over a part. Related to the spread of L*, because more contrast in the
 * whole picture lifts local contrast without making anything crisper.
 */
function localContrast(
  detail: (frame: Frame, view: View) => number,
  label: string,
  pick: (pair: Pair, view: View) => View,
) {
  const level = (pair: Pair, which: 'before' | 'after', view: View): number =>
    (100 * detail(pair[which], pick(pair, view))) / Math.max(2, toneOf(pair[which], view).spread);
  return {
    unit: '%',
    room: (pair: Pair, view: View): number => (level(pair, 'before', view) < 0.2 ? 0 : 70),
    measure: (pair: Pair, view: View) => {
      const before = level(pair, 'before', view);
      const after = level(pair, 'after', view);
      return {
        moved: (100 * (after - before)) / Math.max(0.2, before),
        text: arrow(label, before, after),
      };
    },
  };
}

export const CLARITY: AxisMeasure = {
  more: 'more clarity',
  less: 'softer, dreamier',
  phrase: 'noun',
  size: 5,
  ...localContrast(
    middleDetail,
    'local contrast (middle scale, % of the spread of L*)',
    (_pair, view) => view,
  ),
};

export const TEXTURE: AxisMeasure = {
  more: 'more texture',
  less: 'smoother texture',
  phrase: 'noun',
  size: 5,
  ...localContrast(fineDetail, 'local contrast (fine scale, % of the spread of L*)', (_pair, view) => view),
};

export const SHARPNESS: AxisMeasure = {
  more: 'sharper edges',
  less: 'softer edges',
  phrase: 'noun',
  size: 20,
  // Edges take a strong increase; softening that much would be a blur.
  step: (_pair, _view, direction) => (direction > 0 ? 20 : 5),
  ...localContrast(fineDetail, 'fine contrast at edges (% of the spread of L*)', edges),
};

/** Pixels on an edge: L* differs by 8 or more across two pixels. */
function edges(pair: Pair, view: View): View {
  const { width, lightness } = pair.before;
  const found = within(pair.before, view, 'edges', (pixel) => {
    const x = pixel % width;
    const across = x > 0 && x < width - 1 ? Math.abs(lightness[pixel + 1]! - lightness[pixel - 1]!) : 0;
    const down = Math.abs(
      (lightness[pixel + width] ?? 0) - (lightness[pixel - width] ?? lightness[pixel + width] ?? 0),
    );
    return across > 8 || (lightness[pixel + width] !== undefined && down > 8) ? 1 : 0;
  });
  return found.area > 0.001 ? found : view;
}

export const DEHAZE: AxisMeasure = {
  more: 'clearer air',
  less: 'hazier',
  phrase: 'noun',
  unit: '%',
  size: 10,
  // Related to what there was, a veil grows faster than it can be taken away.
  step: (_pair, _view, direction) => (direction > 0 ? 10 : 20),
  room: (pair, view, direction) => (direction > 0 ? Math.min(60, 800 * veilOf(pair.before, view)) : 60),
  // Related to mean lightness, because a darker picture has a darker dark channel without being any clearer.
  measure: (pair, view) => {
    const veil = (which: 'before' | 'after'): number =>
      (veilOf(pair[which], view) * 50) / Math.max(5, toneOf(pair[which], view).mean);
    const before = veil('before');
    const after = veil('after');
    return {
      moved: (100 * (before - after)) / Math.max(0.05, before),
      text: arrow('veil of haze', before, after, 3),
    };
  },
};

/** Smooth pixels of a part; the picture's when the part has too few to judge noise by. */
function smoothPixels(pair: Pair, view: View): SmoothPixels {
  const all = smoothAreas(pair.before);
  const { key, weights } = view;
  if (weights === null) return all;
  return remember(pair.before, `smooth ${key}`, () => {
    const inside = all.pixels.filter((pixel) => weights[pixel]! > 0.5);
    return inside.length >= 200 ? { key, pixels: inside } : all;
  });
}

function noiseLevels(pair: Pair, view: View): { before: number; after: number } {
  const smooth = smoothPixels(pair, view);
  return { before: noiseOf(pair.before, smooth), after: noiseOf(pair.after, smooth) };
}

export const NOISE: AxisMeasure = {
  more: 'more noise',
  less: 'less noise',
  phrase: 'noun',
  unit: 'L*',
  size: 0.25,
  // A clean picture has no noise to lose: a third of what there is counts as a full clean-up (previews are small: scaling has taken most).
  room: (pair, view, direction) => (direction > 0 ? 3 : 0.35 * noiseLevels(pair, view).before),
  measure: (pair, view) => {
    const { before, after } = noiseLevels(pair, view);
    return { moved: after - before, text: arrow('noise in smooth areas (σ, L*)', before, after, 2) };
  },
};

export const GRAIN: AxisMeasure = {
  more: 'visible grain',
  less: 'less grain',
  phrase: 'noun',
  unit: 'L*',
  size: 0.3,
  room: NOISE.room,
  measure: (pair, view) => {
    const { before, after } = noiseLevels(pair, view);
    return { moved: after - before, text: arrow('grain in smooth areas (σ, L*)', before, after, 2) };
  },
};
