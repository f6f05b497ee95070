import { measureCast } from './cast.ts';
import { topOf } from './depth.ts';
import { measureDetail } from './detail.ts';
import { measureHaze } from './haze.ts';
import { familyOfHue } from './hue-families.ts';
import { measureNoise } from './noise.ts';
import { COLOR_NAMES, type Statistics } from './observation.ts';
import { ceilingOf, floorOf, lightnessHistogram, percentiles } from './percentiles.ts';
import type { LabImage, Raster } from './raster.ts';
import { measureVignette } from './vignette.ts';

/** Chroma above which a pixel counts as coloured. */
const CHROMATIC = 8;

const LIGHTNESS_SHARES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** Everything that policy and reward read of a picture as a whole. `lab` is the same picture as `raster`. */
export function measureStatistics(raster: Raster, lab: LabImage): Statistics {
  const histogram = lightnessHistogram(lab.data, 3);
  const [p01, p05, p10, p25, p50, p75, p90, p95, p99] = percentiles(histogram, LIGHTNESS_SHARES) as Nine;
  const tones = measureTones(lab, ceilingOf(p25), floorOf(p75));
  return {
    lightness: {
      p01,
      p05,
      p10,
      p25,
      p50,
      p75,
      p90,
      p95,
      p99,
      mean: tones.meanLightness,
      spread: tones.spread,
    },
    clipping: measureClipping(raster),
    chroma: tones.chroma,
    mean: tones.mean,
    cast: measureCast(raster, lab),
    shadows: tones.shadows,
    highlights: tones.highlights,
    hues: tones.hues,
    haze: measureHaze(raster),
    noise: measureNoise(lab),
    detail: measureDetail(lab),
    vignette: measureVignette(lab),
  };
}

type Nine = [number, number, number, number, number, number, number, number, number];

/** One pass over L*a*b* for all that needs no neighbours. */
function measureTones({ data }: LabImage, darkest: number, lightest: number) {
  const count = Math.max(1, data.length / 3);
  const hues = new Array<number>(COLOR_NAMES.length).fill(0);
  const chromas = new Float32Array(data.length / 3);
  const dark = { a: 0, b: 0, n: 0 };
  const light = { a: 0, b: 0, n: 0 };
  let [sumL, sumL2, sumA, sumB, sumC] = [0, 0, 0, 0, 0];
  for (let i = 0, pixel = 0; i < data.length; i += 3, pixel++) {
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
  const meanLightness = sumL / count;
  return {
    meanLightness,
    spread: Math.sqrt(Math.max(0, sumL2 / count - meanLightness * meanLightness)),
    chroma: { mean: sumC / count, p90: percentiles(lightnessHistogram(chromas, 1), [0.9])[0]! },
    mean: { a: sumA / count, b: sumB / count },
    shadows: { a: dark.a / Math.max(1, dark.n), b: dark.b / Math.max(1, dark.n) },
    highlights: { a: light.a / Math.max(1, light.n), b: light.b / Math.max(1, light.n) },
    hues: hues.map((n) => n / count),
  };
}

/** A pixel counts once for each end at which any of its channels lies. */
function measureClipping({ data }: Raster): Statistics['clipping'] {
  const step = topOf(data) / 255;
  const low = step;
  const high = 254 * step;
  let shadows = 0;
  let highlights = 0;
  for (let i = 0; i < data.length; i += 3) {
    const r = data[i]!;
    const g = data[i + 1]!;
    const b = data[i + 2]!;
    if (r <= low || g <= low || b <= low) shadows++;
    if (r >= high || g >= high || b >= high) highlights++;
  }
  const count = Math.max(1, data.length / 3);
  return { shadows: shadows / count, highlights: highlights / count };
}
