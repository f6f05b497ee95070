import { smoothstep, tabulate } from '../curve.ts';
import { HUE_STEPS, hueOf } from '../hue-bands.ts';
import type { PixelKernel, PointwiseOperator } from '../operator.ts';
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
      kernel: () => (amount > 0 ? { kind: 'vibrance-up', amounts: upOverHue(up) } : downOverSaturation(down)),
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
            const own = up * shareOf(angle * 60);
            k = gainChroma(s, high, own);
            newHigh = high * (1 + 0.08 * own * Math.min(1, s / 0.3));
          } else {
            k = fadeOf(s) ** down;
            newHigh = high * darkeningOf(s) ** down;
          }
          samples[p] = newHigh + (r - high) * k;
          samples[p + 1] = newHigh + (g - high) * k;
          samples[p + 2] = newHigh + (b - high) * k;
        }
      },
    };
  },
};

/** Share of a positive amount that a hue gets, degrees 0…360. */
function shareOf(hue: number): number {
  const degrees = hue > 180 ? hue - 360 : hue;
  const skin =
    smoothstep(SKIN.from, SKIN.fullFrom, degrees) * (1 - smoothstep(SKIN.fullTo, SKIN.to, degrees));
  return 1 - (1 - SKIN.share) * skin;
}

/** What is left of chroma at −50, over the saturation. */
function fadeOf(s: number): number {
  const s2 = s * s;
  return 0.43 + 0.2 * s2 + 0.2 * s2 * s2;
}

/** What is left of the largest channel at −50. */
function darkeningOf(s: number): number {
  return 1 - 0.175 * (1 - Math.exp(-s / 0.15));
}

function upOverHue(up: number): Float32Array {
  return Float32Array.from({ length: HUE_STEPS + 2 }, (_, degrees) => up * shareOf(degrees % 360));
}

function downOverSaturation(down: number): PixelKernel {
  return {
    kind: 'vibrance-down',
    chromas: tabulate((s) => fadeOf(s) ** down),
    values: tabulate((s) => darkeningOf(s) ** down),
  };
}
