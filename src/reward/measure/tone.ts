import type { Frame } from './frame.ts';
import { remember } from './frame.ts';
import { type Samples, samplesOf } from './samples.ts';
import type { View } from './view.ts';

const BINS = 1024;
/** Zones of lightness within which colours are compared. */
const ZONES = 8;

/** Tone and colour of one part of a picture, weighted by the part's mask. All in CIE L*a*b* units. */
export interface Tone {
  /** Mean L*. */
  readonly mean: number;
  /** Standard deviation of L*. */
  readonly spread: number;
  readonly a: number;
  readonly b: number;
  /** Mean C*ab. */
  readonly chroma: number;
  /**
   * Root mean square distance of a*, b* from the mean of what is as light: how many colours there are, whatever the cast
   * and however lights and darks are toned.
   */
  readonly variety: number;
  /** L* below which the share `q` (0…1) of the part lies. */
  percentile(q: number): number;
}

export function toneOf(frame: Frame, view: View): Tone {
  return remember(frame, `tone ${view.key}`, () => measureTone(frame, samplesOf(frame, view)));
}

function measureTone({ lightness, a, b, step }: Frame, samples: Samples | null): Tone {
  const histogram = new Float64Array(BINS);
  let total = 0;
  let sumL = 0;
  let sumLL = 0;
  let sumA = 0;
  let sumB = 0;
  let sumSquares = 0;
  const zones = new Float64Array(3 * ZONES);
  let sumC = 0;
  const count = samples === null ? Math.ceil(lightness.length / step) : samples.pixels.length;
  for (let at = 0; at < count; at += 1) {
    const pixel = samples === null ? at * step : samples.pixels[at]!;
    const weight = samples === null ? 1 : samples.weights[at]!;
    const l = lightness[pixel]!;
    const x = a[pixel]!;
    const y = b[pixel]!;
    const squares = x * x + y * y;
    total += weight;
    sumL += weight * l;
    sumLL += weight * l * l;
    sumA += weight * x;
    sumB += weight * y;
    sumSquares += weight * squares;
    sumC += weight * Math.sqrt(squares);
    let bin = (l * (BINS / 100)) | 0;
    if (bin < 0) bin = 0;
    else if (bin >= BINS) bin = BINS - 1;
    histogram[bin]! += weight;
    const zone = 3 * ((bin * (ZONES / BINS)) | 0);
    zones[zone]! += weight;
    zones[zone + 1]! += weight * x;
    zones[zone + 2]! += weight * y;
  }
  const scale = total > 0 ? 1 / total : 0;
  const mean = sumL * scale;
  const meanA = sumA * scale;
  const meanB = sumB * scale;
  return {
    mean,
    spread: Math.sqrt(Math.max(0, sumLL * scale - mean * mean)),
    a: meanA,
    b: meanB,
    chroma: sumC * scale,
    variety: Math.sqrt(Math.max(0, sumSquares - sumOfMeans(zones)) * scale),
    percentile: (q) => percentileOf(histogram, total, q),
  };
}

/** Sum over zones of lightness of weight · |mean a*, b*|². */
function sumOfMeans(zones: Float64Array): number {
  let sum = 0;
  for (let zone = 0; zone < zones.length; zone += 3) {
    const weight = zones[zone]!;
    if (weight > 0) sum += (zones[zone + 1]! ** 2 + zones[zone + 2]! ** 2) / weight;
  }
  return sum;
}

function percentileOf(histogram: Float64Array, total: number, q: number): number {
  const wanted = total * q;
  let seen = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    const here = histogram[bin]!;
    if (here > 0 && seen + here >= wanted) return ((bin + (wanted - seen) / here) * 100) / BINS;
    seen += here;
  }
  return total > 0 ? 100 : 0;
}
