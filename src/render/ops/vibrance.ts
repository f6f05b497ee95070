import { smoothstep } from '../curve.ts';
import { hueOf } from '../hue-bands.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf, flagOf } from '../read-settings.ts';
import { gainChroma } from '../saturate.ts';

/** Share of the positive amount that skin and red hues get, and where they lie (degrees of HSV hue in linear ProPhoto). */
const SKIN = { share: 0.38, from: -30, fullFrom: -4, fullTo: 33, to: 45 };

/**
 * Vibrance, in HSV over linear ProPhoto on the scene side. Up: as the mixer's saturation, less on skin hues, the
 * largest channel nearly kept. Down: pale colours fade most, and colours darken a little. Fitted to Camera Raw 18.6
 * at ±50.
 */
export const vibrance: PointwiseOperator = {
  name: 'vibrance',
  scene: true,
  prepare(settings) {
    if (flagOf(settings, 'ConvertToGrayscale')) return undefined;
    const amount = amountOf(settings, 'Vibrance') / 100;
    if (amount === 0) return undefined;
    const up = amount * (1.32 - 0.32 * amount);
    const down = -2 * amount;
    return {
      kind: 'pixel',
      apply(samples, count) {
        for (let p = 0; p < count * 3; p += 3) {
          const r = samples[p]!;
          const g = samples[p + 1]!;
          const b = samples[p + 2]!;
          const high = r > g ? Math.max(r, b) : Math.max(g, b);
          const low = r < g ? Math.min(r, b) : Math.min(g, b);
          const chroma = high - low;
          if (!(high > 1e-6) || chroma < high * 1e-5) continue;
          const s = chroma < high ? chroma / high : 1;
          let k: number;
          let newHigh: number;
          if (amount > 0) {
            const angle = hueOf(r, g, b, high, chroma);
            const degrees = (angle > 3 ? angle - 6 : angle) * 60;
            const skin =
              smoothstep(SKIN.from, SKIN.fullFrom, degrees) * (1 - smoothstep(SKIN.fullTo, SKIN.to, degrees));
            const own = up * (1 - (1 - SKIN.share) * skin);
            k = gainChroma(s, high, own);
            newHigh = high * (1 + 0.08 * own * Math.min(1, s / 0.3));
          } else {
            const s2 = s * s;
            k = (0.43 + 0.2 * s2 + 0.2 * s2 * s2) ** down;
            newHigh = high * (1 - 0.175 * (1 - Math.exp(-s / 0.15))) ** down;
          }
          samples[p] = newHigh + (r - high) * k;
          samples[p + 1] = newHigh + (g - high) * k;
          samples[p + 2] = newHigh + (b - high) * k;
        }
      },
    };
  },
};
