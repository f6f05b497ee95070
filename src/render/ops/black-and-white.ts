import { BANDS, HUE_STEPS, hueOf, overHue } from '../hue-bands.ts';
import { fastPower2 } from '../local/fast-log.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf, flagOf } from '../read-settings.ts';
import { LUMINANCE } from '../working-space.ts';

/** Stops by which ±100 moves a fully saturated pixel of its family; pale ones move by s / (s + PALE) of it. */
const STOPS = 2.4;
const PALE = 0.3;

/**
 * Black and white: luminance, lightened or darkened by the pixel's colour family in proportion to its saturation.
 * Replaces Mixer, Vibrance and Saturation, on the scene side like them.
 */
export const blackAndWhite: PointwiseOperator = {
  name: 'black and white',
  scene: true,
  prepare(settings) {
    if (!flagOf(settings, 'ConvertToGrayscale')) return undefined;
    const mix = BANDS.map((band) => (amountOf(settings, `GrayMixer${band}`) / 100) * STOPS);
    const table = overHue(mix);
    const mixed = mix.some((amount) => amount !== 0);
    return {
      kind: 'pixel',
      apply(samples, count) {
        for (let p = 0; p < count * 3; p += 3) {
          const r = samples[p]!;
          const g = samples[p + 1]!;
          const b = samples[p + 2]!;
          let y = LUMINANCE[0] * r + LUMINANCE[1] * g + LUMINANCE[2] * b;
          const high = Math.max(r, g, b);
          const chroma = high - Math.min(r, g, b);
          if (mixed && high > 1e-6 && chroma > high * 1e-5) {
            const position = hueOf(r, g, b, high, chroma) * (HUE_STEPS / 6);
            const s = Math.min(1, chroma / high);
            y *= fastPower2((table[Math.round(position)]! * s) / (s + PALE));
          }
          samples[p] = samples[p + 1] = samples[p + 2] = y;
        }
      },
    };
  },
};
