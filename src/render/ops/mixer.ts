import { BANDS, gapOf, HUE_STEPS, hueOf, overHue } from '../hue-bands.ts';
import { fastPower2 } from '../local/fast-log.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf, flagOf } from '../read-settings.ts';
import { Remembered } from '../remembered.ts';
import { gainChroma } from '../saturate.ts';

/**
 * Stops by which a full positive luminance slider lifts a pixel of HSV saturation s and value v (1 = diffuse white):
 * nothing for greys, less for dark pixels.
 */
function lighterStops(s: number, v: number, amount: number): number {
  return ((4.75 * s) / (s + 0.6)) * (v / (v + 0.2)) * amount * (1 - 0.12 * amount);
}

/** The same for a negative slider; a sine of the value up to 0.46 (±0.05 stops on 12 skin tones of one hue). */
function darkerStops(s: number, v: number, amount: number): number {
  return 4.5 * s * Math.sin((Math.PI / 2) * (v < 0.46 ? v / 0.46 : 1)) * amount * (0.62 - 0.38 * amount);
}

const tables = new Remembered<Readonly<Record<'shifts' | 'chromas' | 'levels', Float32Array>>>(64);

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
    const { shifts, chromas, levels } = tables.get(`${hue} ${saturation} ${luminance}`, () => ({
      shifts: overHue(hue.map((amount, band) => (amount * reach(band, amount)) / 60)),
      chromas: overHue(saturation),
      levels: overHue(luminance),
    }));
    const lights = moves(luminance);
    return {
      kind: 'pixel',
      kernel: () => ({ kind: 'mixer', shifts, chromas, levels }),
      apply(samples, count) {
        for (let p = 0; p < count * 3; p += 3) {
          const r = samples[p]!;
          const g = samples[p + 1]!;
          const b = samples[p + 2]!;
          let high = r > g ? Math.max(r, b) : Math.max(g, b);
          let low = r < g ? Math.min(r, b) : Math.min(g, b);
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
          // All three look at the pixel as it came: which slider acts first does not matter.
          const s = Math.min(1, chroma / high);
          const value = high;
          if (amount !== 0) {
            const k = gainChroma(s, value, amount);
            // More: the largest channel stays; less: the middle between largest and smallest.
            const middle = amount > 0 ? high : (high + low) / 2;
            low = middle + (low - middle) * k;
            high = amount > 0 ? high : middle + (high - middle) * k;
          }
          if (level !== 0) {
            const stops = level > 0 ? lighterStops(s, value, level) : darkerStops(s, value, level);
            // Lifted colours near white pale; darkened ones grow purer, the more so the lighter they were.
            const light = Math.min(value, 1);
            const purer =
              level > 0 ? 1 - 0.45 * light * light * level : 1 - 0.7 * Math.min(value, 0.6) * level;
            const gain = fastPower2(stops);
            const newChroma = Math.min((high - low) * purer, Math.max(high, high - low));
            low = (high - newChroma) * gain;
            high *= gain;
          }
          if (shift !== 0) {
            // Turned about the grey axis: the distance from it stays, and the middle of largest and smallest channel.
            const middle = (high + low) / 2;
            const half = ((high - low) / 2) * (hexagon(angle + shift) / hexagon(angle));
            high = middle + half;
            low = middle - half;
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

/**
 * Largest minus smallest channel at a hue 0…6 for a constant distance from the grey axis: hues lie on a hexagon, whose
 * corners (the primaries and their mixtures) are farther out than its sides.
 */
function hexagon(angle: number): number {
  const x = (angle - Math.floor(angle) - 0.5) * (Math.PI / 3);
  const x2 = x * x;
  return 1 - x2 / 2 + (x2 * x2) / 24;
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
