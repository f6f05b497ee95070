import { interpolate } from '../criteria/fit.ts';
import { noiseOf, smoothAreas } from '../measure/smooth-areas.ts';
import type { GuardCheck } from './guard.ts';

/** Noise in areas that were smooth. Grain or noise that was asked for may be as strong as ordinary film. */
export const NOISE_GAIN: GuardCheck = {
  name: 'noise gain',
  limit: 6,
  check: ({ before, after }, reading) => {
    const smooth = smoothAreas(before);
    if (smooth.pixels.length < 100) return null;
    const was = noiseOf(before, smooth);
    const is = noiseOf(after, smooth);
    const asked = reading.goals.some(
      (goal) => (goal.axis === 'grain' || goal.axis === 'noise') && goal.direction > 0,
    );
    const gain = is - was - (asked ? 2 : 0);
    const score = interpolate([0.25, 0.7, 1.3, 2.5, 4], [10, 8, 6, 2, 0], gain);
    return { score, evidence: `noise in smooth areas ${was.toFixed(2)} → ${is.toFixed(2)} L* (σ)` };
  },
};
