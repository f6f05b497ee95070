import { topOf } from './depth.ts';
import type { Statistics } from './observation.ts';
import { ramp } from './ramp.ts';
import type { LabImage, Raster } from './raster.ts';
import type { Steps } from './steps.ts';

/** a* and b* are counted in bins of one unit, −REACH…REACH: stronger colour belongs to the scene. */
const REACH = 30;
const SIDE = 2 * REACH + 1;

/** Dark, middle and light pixels are counted apart: a cast tints all of them alike, a lawn does not. */
const BANDS = 3;
const BAND_STARTS = [14, 40, 65] as const;

/** Radius in a*, b* of what counts as one colour of grey. */
const CLUSTER = 9;
const ROUNDS = 8;

/** Distance from the greys beyond which a pixel is coloured by itself; every few pixels are enough to tell. */
const COLORED = 14;
const SAMPLE = 3;

/**
 * Colour of what was meant to be neutral: mean shift over the histogram of weakly coloured pixels, begun near zero.
 * Clipped and very dark pixels tell nothing of a cast and are left out.
 */
export function* measureCast(raster: Raster, lab: LabImage): Steps<Statistics['cast']> {
  const counts = new Float64Array(BANDS * SIDE * SIDE);
  let measured = 0;
  for (let from = 0; from < lab.data.length; from += PIECE) {
    measured += countNearNeutral(raster, lab, counts, from, Math.min(lab.data.length, from + PIECE));
    yield;
  }
  if (measured === 0) return { a: 0, b: 0, confidence: 0 };
  const total = new Float64Array(SIDE * SIDE);
  for (let i = 0; i < counts.length; i++) total[i % total.length]! += counts[i]!;

  let centre = weightedMean(total, 0, 0, 0, REACH);
  for (let round = 0; round < ROUNDS && centre.weight > 0; round++) {
    centre = weightedMean(total, 0, centre.a, centre.b, CLUSTER);
  }
  if (!(centre.weight > 0)) return { a: 0, b: 0, confidence: 0 };

  const share = centre.weight / measured;
  const confidence =
    ramp(share, 0.01, 0.12) * agreement(counts, centre) * independence(lab, centre) * plausibility(centre);
  return { a: centre.a, b: centre.b, confidence };
}

interface Centre {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Samples that are counted in a piece of work. */
const PIECE = 3 << 15;

/** Counts weakly coloured pixels of samples `from … to − 1`. @returns how many were looked at */
function countNearNeutral(
  raster: Raster,
  { data }: LabImage,
  counts: Float64Array,
  from: number,
  to: number,
): number {
  const step = topOf(raster.data) / 255;
  const low = 2 * step;
  const high = 252 * step;
  let measured = 0;
  for (let i = from; i < to; i += 3) {
    const L = data[i]!;
    if (L < BAND_STARTS[0]) continue;
    const r = raster.data[i]!;
    const g = raster.data[i + 1]!;
    const b = raster.data[i + 2]!;
    if (r > high || g > high || b > high || r < low || g < low || b < low) continue;
    measured++;
    const x = data[i + 1]!;
    const y = data[i + 2]!;
    if (x * x + y * y >= REACH * REACH) continue;
    const band = L >= BAND_STARTS[2] ? 2 : L >= BAND_STARTS[1] ? 1 : 0;
    counts[(band * SIDE + Math.round(y) + REACH) * SIDE + Math.round(x) + REACH]!++;
  }
  return measured;
}

/** Mean of the bins within `radius` of a, b, falling off towards its rim. `offset` chooses the band. */
function weightedMean(counts: Float64Array, offset: number, a: number, b: number, radius: number): Centre {
  let [sumA, sumB, sum] = [0, 0, 0];
  const firstX = Math.max(0, Math.floor(a - radius) + REACH);
  const lastX = Math.min(SIDE - 1, Math.ceil(a + radius) + REACH);
  const lastY = Math.min(SIDE - 1, Math.ceil(b + radius) + REACH);
  for (let y = Math.max(0, Math.floor(b - radius) + REACH); y <= lastY; y++) {
    for (let x = firstX; x <= lastX; x++) {
      const count = counts[offset + y * SIDE + x]!;
      if (count === 0) continue;
      const d = ((x - REACH - a) ** 2 + (y - REACH - b) ** 2) / (radius * radius);
      if (d >= 1) continue;
      const weight = count * (1 - d) * (1 - d);
      sumA += (x - REACH) * weight;
      sumB += (y - REACH) * weight;
      sum += weight;
    }
  }
  return sum > 0 ? { a: sumA / sum, b: sumB / sum, weight: sum } : { a, b, weight: 0 };
}

/** 1 when dark, middle and light greys have one colour; less when a band disagrees or only one band has any. */
function agreement(counts: Float64Array, centre: Centre): number {
  const bands = Array.from({ length: BANDS }, (_, band) =>
    weightedMean(counts, band * SIDE * SIDE, centre.a, centre.b, CLUSTER * 1.5),
  ).filter(({ weight }) => weight > 0.05 * centre.weight);
  const apart = Math.max(...bands.map(({ a, b }) => Math.hypot(a - centre.a, b - centre.b)));
  return (bands.length > 1 ? 1 : 0.7) * (1 - 0.7 * ramp(apart, 3, 9));
}

/** Strong casts are rarer than strongly coloured scenes, and lights are warm or blue rather than green. */
function plausibility({ a, b }: Centre): number {
  return (1 - 0.6 * ramp(Math.hypot(a, b), 8, 24)) * ramp(-a, 20, 8);
}

/**
 * Low when the greys lean the way that the scene's own colours point: weak greens in a wood, weak oranges at sunset.
 * Greys without a lean are trusted whatever the scene.
 */
function independence({ data }: LabImage, centre: Centre): number {
  const lean = Math.hypot(centre.a, centre.b);
  if (lean < 2) return 1;
  let [a, b, chroma, count] = [0, 0, 0, 0];
  for (let i = 0; i < data.length; i += 3 * SAMPLE) {
    const x = data[i + 1]!;
    const y = data[i + 2]!;
    if ((x - centre.a) ** 2 + (y - centre.b) ** 2 < COLORED * COLORED) continue;
    a += x;
    b += y;
    chroma += Math.sqrt(x * x + y * y);
    count++;
  }
  if (chroma === 0) return 1;
  // Length of the mean vector along the lean: 1 when all colours have the hue that the greys lean to.
  const unity = (a * centre.a + b * centre.b) / (chroma * lean);
  const share = (count * SAMPLE * 3) / data.length;
  return 1 - 0.8 * ramp(unity, 0.3, 0.9) * ramp(share, 0.15, 0.6) * ramp(lean, 2, 8);
}
