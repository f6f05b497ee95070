import { measureCast } from './cast.ts';
import { topOf } from './depth.ts';
import { measureDetail } from './detail.ts';
import { measureHaze } from './haze.ts';
import { measureNoise } from './noise.ts';
import type { Statistics } from './observation.ts';
import { ceilingOf, floorOf, lightnessHistogram, percentiles } from './percentiles.ts';
import type { LabImage, Raster } from './raster.ts';
import { runNow, type Steps } from './steps.ts';
import { ToneSums, type Tones } from './tone-sums.ts';
import { measureVignette } from './vignette.ts';

const LIGHTNESS_SHARES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const;

/** Everything that policy and reward read of a picture as a whole. `lab` is the same picture as `raster`. */
export function measureStatistics(raster: Raster, lab: LabImage): Statistics {
  return runNow(statisticsSteps(raster, lab));
}

/** The same in pieces. */
export function* statisticsSteps(raster: Raster, lab: LabImage): Steps<Statistics> {
  const histogram = lightnessHistogram(lab.data, 3);
  const [p01, p05, p10, p25, p50, p75, p90, p95, p99] = percentiles(histogram, LIGHTNESS_SHARES) as Nine;
  yield;
  const tones = yield* measureTones(lab, ceilingOf(p25), floorOf(p75));
  yield;
  const clipping = measureClipping(raster);
  yield;
  const cast = yield* measureCast(raster, lab);
  yield;
  const haze = measureHaze(raster);
  yield;
  const noise = measureNoise(lab);
  yield;
  const detail = yield* measureDetail(lab);
  const vignette = measureVignette(lab);
  yield;
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
    clipping,
    chroma: tones.chroma,
    mean: tones.mean,
    cast,
    shadows: tones.shadows,
    highlights: tones.highlights,
    hues: tones.hues,
    haze,
    noise,
    detail,
    vignette,
  };
}

type Nine = [number, number, number, number, number, number, number, number, number];

/** Samples that are looked at in a piece of work. */
const PIECE = 3 << 15;

/** One pass over L*a*b* for all that needs no neighbours. */
function* measureTones(lab: LabImage, darkest: number, lightest: number): Steps<Tones> {
  const sums = new ToneSums(lab, darkest, lightest);
  for (let from = 0; from < lab.data.length; from += PIECE) {
    sums.add(from, Math.min(lab.data.length, from + PIECE));
    yield;
  }
  return sums.means();
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
