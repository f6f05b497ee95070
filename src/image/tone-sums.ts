import { familyOfHue } from './hue-families.ts';
import { COLOR_NAMES } from './observation.ts';
import { lightnessHistogram, percentiles } from './percentiles.ts';
import type { LabImage } from './raster.ts';

/** Chroma above which a pixel counts as coloured. */
const CHROMATIC = 8;

/** What is known of a picture's tones and colours without looking at neighbours; see `Statistics`. */
export interface Tones {
  readonly meanLightness: number;
  readonly spread: number;
  readonly chroma: { readonly mean: number; readonly p90: number };
  readonly mean: { readonly a: number; readonly b: number };
  readonly shadows: { readonly a: number; readonly b: number };
  readonly highlights: { readonly a: number; readonly b: number };
  readonly hues: readonly number[];
}

/** Sums over a picture, part by part. */
export class ToneSums {
  private readonly data: Float32Array;
  private readonly darkest: number;
  private readonly lightest: number;
  private readonly hues = new Array<number>(COLOR_NAMES.length).fill(0);
  private readonly chromas: Float32Array;
  private readonly dark = { a: 0, b: 0, n: 0 };
  private readonly light = { a: 0, b: 0, n: 0 };
  private readonly sums = { L: 0, L2: 0, a: 0, b: 0, C: 0 };

  /** @param darkest L* up to which a pixel counts as a shadow; from `lightest` on it is a highlight */
  constructor({ data }: LabImage, darkest: number, lightest: number) {
    this.data = data;
    this.darkest = darkest;
    this.lightest = lightest;
    this.chromas = new Float32Array(data.length / 3);
  }

  /** Samples `from … to − 1`, which follow those before. */
  add(from: number, to: number): void {
    const { data, darkest, lightest, hues, chromas, dark, light, sums } = this;
    let { L: sumL, L2: sumL2, a: sumA, b: sumB, C: sumC } = sums;
    for (let i = from, pixel = from / 3; i < to; i += 3, pixel++) {
      const L = data[i]!;
      const a = data[i + 1]!;
      const b = data[i + 2]!;
      const chroma = Math.sqrt(a * a + b * b);
      chromas[pixel] = chroma;
      sumL += L;
      sumL2 += L * L;
      sumA += a;
      sumB += b;
      sumC += chroma;
      if (L <= darkest) {
        dark.a += a;
        dark.b += b;
        dark.n++;
      }
      if (L >= lightest) {
        light.a += a;
        light.b += b;
        light.n++;
      }
      if (chroma > CHROMATIC) hues[familyOfHue(a, b)]!++;
    }
    Object.assign(sums, { L: sumL, L2: sumL2, a: sumA, b: sumB, C: sumC });
  }

  means(): Tones {
    const { sums, dark, light } = this;
    const count = Math.max(1, this.data.length / 3);
    const meanLightness = sums.L / count;
    return {
      meanLightness,
      spread: Math.sqrt(Math.max(0, sums.L2 / count - meanLightness * meanLightness)),
      chroma: { mean: sums.C / count, p90: percentiles(lightnessHistogram(this.chromas, 1), [0.9])[0]! },
      mean: { a: sums.a / count, b: sums.b / count },
      shadows: { a: dark.a / Math.max(1, dark.n), b: dark.b / Math.max(1, dark.n) },
      highlights: { a: light.a / Math.max(1, light.n), b: light.b / Math.max(1, light.n) },
      hues: this.hues.map((n) => n / count),
    };
  }
}
