import { hueOf } from '../hue-bands.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf } from '../read-settings.ts';
import { LUMINANCE } from '../working-space.ts';

/** The hue slider of local corrections: turns all hues by degrees, in HSV over linear ProPhoto. */
export const localHue: PointwiseOperator = {
  name: 'local hue',
  scene: true,
  prepare(settings) {
    const shift = amountOf(settings, 'LocalHue') / 60;
    if (shift === 0) return undefined;
    return {
      kind: 'pixel',
      apply(samples, count) {
        for (let p = 0; p < count * 3; p += 3) {
          const r = samples[p]!;
          const g = samples[p + 1]!;
          const b = samples[p + 2]!;
          const high = Math.max(r, g, b);
          const low = Math.min(r, g, b);
          const chroma = high - low;
          if (!(high > 1e-6) || chroma < high * 1e-5) continue;
          const hue = hueOf(r, g, b, high, chroma) + shift + 12;
          for (let c = 0; c < 3; c++) {
            const distance = Math.abs(((hue - 2 * c + 3) % 6) - 3);
            samples[p + c] = low + chroma * Math.min(1, Math.max(0, 2 - distance));
          }
        }
      },
    };
  },
};

/** The colour swatch of local corrections: light of the swatch's hue mixed in, luminance kept. */
export const localToning: PointwiseOperator = {
  name: 'local toning',
  scene: false,
  prepare(settings) {
    const saturation = amountOf(settings, 'LocalToningSaturation') / 100;
    if (saturation === 0) return undefined;
    const hue = amountOf(settings, 'LocalToningHue') / 60;
    const rgb = [0, 1, 2].map((c) => Math.min(1, Math.max(0, 2 - Math.abs(((hue - 2 * c + 15) % 6) - 3))));
    const y = rgb.reduce((sum, value, c) => sum + value * LUMINANCE[c as 0 | 1 | 2], 0);
    const [red, green, blue] = rgb.map((value) => Math.max(0, 1 + 0.8 * saturation * (value - y))) as [
      number,
      number,
      number,
    ];
    return { kind: 'matrix', matrix: [red, 0, 0, 0, green, 0, 0, 0, blue] };
  },
};
