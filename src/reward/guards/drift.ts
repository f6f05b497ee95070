import type { Axis, Reading } from '#wire/goal.ts';
import { AXIS_MEASURES } from '../criteria/axes.ts';
import { staySmall } from '../criteria/fit.ts';
import { tellChange } from '../criteria/tell-move.ts';
import { WHOLE } from '../measure/view.ts';
import type { GuardCheck } from './guard.ts';

/** Axes watched, and the asked axes that move each of them by their nature. */
const WATCHED: Readonly<Partial<Record<Axis, readonly Axis[]>>> = {
  brightness: [
    'brightness',
    'highlights',
    'shadows',
    'whites',
    'blacks',
    'fade',
    'dehaze',
    'vignette',
    'contrast',
  ],
  contrast: [
    'contrast',
    'brightness',
    'highlights',
    'shadows',
    'whites',
    'blacks',
    'fade',
    'dehaze',
    'clarity',
    'vignette',
  ],
  warmth: ['warmth', 'tint', 'hue'],
  tint: ['tint', 'warmth', 'hue'],
  saturation: ['saturation', 'vibrance', 'hue', 'dehaze', 'contrast', 'warmth', 'fade'],
};

/** What nobody asked for should hardly move. A style or an automatic edit may move everything. */
export const DRIFT: GuardCheck = {
  name: 'left alone',
  limit: 5,
  check: (pair, reading) => {
    if (reading.styles.length > 0) return null;
    let worst = { score: 10, evidence: 'nothing else moved' };
    for (const [axis, movers] of Object.entries(WATCHED) as [Axis, readonly Axis[]][]) {
      if (isAsked(reading, movers)) continue;
      const measure = AXIS_MEASURES[axis];
      const { moved, text } = measure.measure(pair, WHOLE);
      const score = staySmall(moved / measure.size, 0.6, 3.5);
      if (score < worst.score)
        worst = { score, evidence: `not asked: ${tellChange(measure, WHOLE, moved, text)}` };
    }
    return worst;
  },
};

function isAsked(reading: Reading, axes: readonly Axis[]): boolean {
  return reading.goals.some((goal) => axes.includes(goal.axis));
}
