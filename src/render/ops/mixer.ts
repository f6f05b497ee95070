import { BANDS, gapOf, HUE_STEPS, hueOf, overHue } from '../hue-bands.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf, flagOf } from '../read-settings.ts';
import { gainChroma } from '../saturate.ts';

/** Stops of luminance at ±100 for a pixel of scene-linear saturation s: constant + slope · s. */
const LIGHTER = { constant: 0.85, slope: 1.1 };
const DARKER = { constant: 0.7, slope: 1.7 };
/** Scene level (1 = diffuse white) below which the luminance sliders fade out. */
const DARK = 0.22;

/**
 * Mixer: hue, saturation and luminance by colour family, in HSV over linear ProPhoto. Forms and constants fitted to
 * 42 Camera Raw 18.6 renders (rawmakase project, MIT): which pixels a slider moves depends on hue alone.
 */
export const mixer: PointwiseOperator = {
  name: 'mixer',
  scene: true,
  prepare(settings) {
    if (flagOf(settings, 'ConvertToGrayscale')) return undefined;
    const read = (kind: string) => BANDS.map((band) => amountOf(settings, `${kind}Adjustment${band}`) / 100);
    const hue = read('Hue');
    const saturation = read('Saturation');
    const luminance = read('Luminance');
    const moves = (amounts: readonly number[]) => amounts.some((amount) => amount !== 0);
    if (!moves(hue) && !moves(saturation) && !moves(luminance)) return undefined;
    const shifts = overHue(hue.map((amount, band) => (amount * reach(band, amount)) / 60));
    const chromas = overHue(saturation);
    const levels = overHue(luminance);
    const lights = moves(luminance);
    return {
      kind: 'pixel',
      apply(samples, count) {
        for (let p = 0; p < count * 3; p += 3) {
          const r = samples[p]!;
          const g = samples[p + 1]!;
          const b = samples[p + 2]!;
          let high = r > g ? (r > b ? r : b) : g > b ? g : b;
          let low = r < g ? (r < b ? r : b) : g < b ? g : b;
          const chroma = high - low;
          if (!(high > 1e-6) || chroma < high * 1e-5) continue;
          const angle = hueOf(r, g, b, high, chroma);
          const position = angle * (HUE_STEPS / 6);
          const i = position | 0;
          const f = position - i;
          const shift = shifts[i]! + (shifts[i + 1]! - shifts[i]!) * f;
          const amount = chromas[i]! + (chromas[i + 1]! - chromas[i]!) * f;
          const level = lights ? levels[i]! + (levels[i + 1]! - levels[i]!) * f : 0;
          if (shift === 0 && amount === 0 && level === 0) continue;
          if (amount !== 0) {
            const k = gainChroma(chroma / high, high, amount);
            // More: the largest channel stays; less: the middle between largest and smallest.
            const middle = amount > 0 ? high : (high + low) / 2;
            low = middle + (low - middle) * k;
            high = amount > 0 ? high : middle + (high - middle) * k;
          }
          if (level !== 0) {
            const s = Math.min(1, (high - low) / high);
            const gate = Math.min(1, high / DARK);
            const stops =
              level > 0
                ? (LIGHTER.constant + LIGHTER.slope * s) * level * (1 - 0.12 * level) * gate ** 0.75
                : (DARKER.constant + DARKER.slope * s) * level * (1 - 0.15 * level) * gate;
            // Darker colours grow purer, the more so the lighter they were.
            const purer = level > 0 ? 1 - 0.04 * level : 1 - 0.7 * Math.min(high, 0.6) * level;
            const gain = 2 ** stops;
            const newChroma = Math.min((high - low) * purer, Math.max(high, high - low));
            low = (high - newChroma) * gain;
            high *= gain;
          }
          paint(samples, p, angle + shift, low, high);
        }
      },
    };
  },
};

/** Degrees of hue at ±100: nine tenths of the way to the next family's centre, at least 30. */
function reach(band: number, sign: number): number {
  return Math.max(30, 0.9 * gapOf(band, sign));
}

/** Writes the pixel of HSV hue 0…6 between its smallest and its largest channel. */
function paint(samples: Float32Array, p: number, angle: number, low: number, high: number): void {
  const hue = angle < 0 ? angle + 6 : angle >= 6 ? angle - 6 : angle;
  const sector = hue | 0;
  const f = hue - sector;
  const middle = low + (high - low) * (sector % 2 === 0 ? f : 1 - f);
  const red = sector === 0 || sector === 5 ? high : sector === 1 || sector === 4 ? middle : low;
  const green = sector === 1 || sector === 2 ? high : sector === 0 || sector === 3 ? middle : low;
  const blue = sector === 3 || sector === 4 ? high : sector === 2 || sector === 5 ? middle : low;
  samples[p] = red;
  samples[p + 1] = green;
  samples[p + 2] = blue;
}
