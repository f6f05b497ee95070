import { interpolate } from '../criteria/fit.ts';
import type { Frame } from '../measure/frame.ts';
import type { GuardCheck } from './guard.ts';
import { percent } from './guard.ts';

/**
 * Chroma that the eye still takes for a photograph, by lightness: dark and very light colours look neon at less. Bright
 * yellow and orange carry more, so the limit grows toward hue 80°.
 */
function believable(lightness: number, a: number, b: number, chroma: number): number {
  const tone = 1 - Math.abs(lightness - 55) / 90;
  const yellow = chroma > 0 ? Math.max(0, (b + 0.2 * a) / chroma) : 0;
  return 52 * tone + 22 * yellow;
}

/** What an edit adds over believable colour: mean excess of C*, and the share of the frame that turned neon. */
function newExcess(before: Frame, after: Frame): { readonly mean: number; readonly neon: number } {
  let excess = 0;
  let neon = 0;
  const { step } = after;
  for (let pixel = 0; pixel < after.a.length; pixel += step) {
    const a = after.a[pixel]!;
    const b = after.b[pixel]!;
    const squares = a * a + b * b;
    if (squares < 900) continue;
    const chroma = Math.sqrt(squares);
    const wasA = before.a[pixel]!;
    const wasB = before.b[pixel]!;
    const was = Math.sqrt(wasA * wasA + wasB * wasB);
    // What was as rich before is the photo's own; only what this edit adds beyond it counts.
    const over = chroma - Math.max(was * 1.05, believable(after.lightness[pixel]!, a, b, chroma));
    if (over <= 0) continue;
    excess += over;
    if (over > 8) neon += 1;
  }
  const pixels = Math.max(1, after.a.length / step);
  return { mean: excess / pixels, neon: neon / pixels };
}

export const OVER_SATURATION: GuardCheck = {
  name: 'over-saturation',
  limit: 6,
  check: ({ before, after }) => {
    const { mean, neon } = newExcess(before, after);
    const score = Math.min(
      interpolate([0.05, 0.6, 3.2, 6, 12], [10, 8.5, 6, 3, 0], mean),
      interpolate([0.005, 0.04, 0.12, 0.3, 0.6], [10, 8, 6, 3, 0], neon),
    );
    return {
      score,
      evidence: `${percent(neon)} of the frame newly neon, mean excess chroma ${mean.toFixed(2)}`,
    };
  },
};
