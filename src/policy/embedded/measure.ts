import { topOf } from '#image/depth.ts';
import type { LabImage, Raster } from '#image/raster.ts';

/**
 * What the solver sees of a small rendering, over the frame or weighted by a region.
 * Lightness and chroma in CIE L*a*b* (D50); shares 0…1.
 */
export interface Measures {
  /** L* of the 50th percentile. */
  readonly median: number;
  /** Mean of the L* quartiles: follows exposure, is deaf to the ends. */
  readonly middle: number;
  /** Standard deviation of L*. */
  readonly spread: number;
  /** L* percentiles 1 and 99. */
  readonly black: number;
  readonly white: number;
  /** Mean L* of the darkest quarter and of the lightest tenth. */
  readonly low: number;
  readonly high: number;
  /** Mean C*, and the mean C* of the more muted half. */
  readonly chroma: number;
  readonly muted: number;
  /** Mean a*, b*. */
  readonly a: number;
  readonly b: number;
  /** Mean a*, b* of the darkest and the lightest third. */
  readonly shadowA: number;
  readonly shadowB: number;
  readonly lightA: number;
  readonly lightB: number;
  /** How much lies at the ends of the range; soft, so that a solver can follow it. */
  readonly burnt: number;
  readonly blocked: number;
  /** Mean excess of chroma over what looks natural (C* 78), in C*. */
  readonly garish: number;
}

// Held by the module: looking `Math` up on a sandbox's global object costs more than the arithmetic.
const { min, max, floor, sqrt } = Math;

const BINS = 512;
const CHROMA_BINS = 256;
/** C* that one chroma bin spans. */
const CHROMA_STEP = 0.75;
/** C* beyond which colour starts to look forced on a screen. */
const NATURAL_CHROMA = 78;

/** Reads percentiles and partial means of a weighted histogram over 0…`range`. */
class Histogram {
  readonly #weights: Float64Array;
  readonly #step: number;
  #total = 0;

  constructor(bins: number, step: number) {
    this.#weights = new Float64Array(bins);
    this.#step = step;
  }

  add(value: number, weight: number): void {
    const bin = min(this.#weights.length - 1, max(0, floor(value / this.#step)));
    this.#weights[bin] = (this.#weights[bin] ?? 0) + weight;
    this.#total += weight;
  }

  /** Value below which `share` of the weight lies. */
  percentile(share: number): number {
    let below = 0;
    const wanted = share * this.#total;
    for (let bin = 0; bin < this.#weights.length; bin++) {
      const weight = this.#weights[bin] ?? 0;
      if (weight > 0 && below + weight >= wanted) return (bin + (wanted - below) / weight) * this.#step;
      below += weight;
    }
    return this.#weights.length * this.#step;
  }

  /** Mean of the values between two shares of the weight. */
  meanBetween(from: number, to: number): number {
    let below = 0;
    let sum = 0;
    let taken = 0;
    for (let bin = 0; bin < this.#weights.length; bin++) {
      const weight = this.#weights[bin] ?? 0;
      const part = max(0, min(below + weight, to * this.#total) - max(below, from * this.#total));
      sum += part * (bin + 0.5) * this.#step;
      taken += part;
      below += weight;
    }
    return taken > 0 ? sum / taken : 0;
  }
}

/** Measures a Lab picture and the encoded samples it came from; `weight` (0…1 per pixel) limits it to a region. */
export function measure(lab: LabImage, raster: Raster, weight?: Float32Array): Measures {
  const { data } = lab;
  const count = lab.width * lab.height;
  const top = topOf(raster.data);
  const lightness = new Histogram(BINS, 100 / BINS);
  const colour = new Histogram(CHROMA_BINS, CHROMA_STEP);
  let total = 0;
  let sumL = 0;
  let sumLL = 0;
  let sumA = 0;
  let sumB = 0;
  let sumC = 0;
  let burnt = 0;
  let blocked = 0;
  let garish = 0;
  for (let i = 0, p = 0; i < count; i++, p += 3) {
    const w = weight ? (weight[i] ?? 0) : 1;
    if (w <= 0) continue;
    const L = data[p] ?? 0;
    const a = data[p + 1] ?? 0;
    const b = data[p + 2] ?? 0;
    const chroma = sqrt(a * a + b * b);
    lightness.add(L, w);
    colour.add(chroma, w);
    total += w;
    sumL += w * L;
    sumLL += w * L * L;
    sumA += w * a;
    sumB += w * b;
    sumC += w * chroma;
    const most = max(raster.data[p] ?? 0, raster.data[p + 1] ?? 0, raster.data[p + 2] ?? 0) / top;
    burnt += w * min(1, max(0, (most - 0.95) / 0.05));
    blocked += w * min(1, max(0, (0.05 - most) / 0.05));
    garish += w * max(0, chroma - NATURAL_CHROMA);
  }
  const n = total || 1;
  const mean = sumL / n;
  const third = lightness.percentile(1 / 3);
  const twoThirds = lightness.percentile(2 / 3);
  const ends = endColours(data, count, third, twoThirds, weight);
  return {
    median: lightness.percentile(0.5),
    middle: (lightness.percentile(0.25) + lightness.percentile(0.5) + lightness.percentile(0.75)) / 3,
    spread: sqrt(max(0, sumLL / n - mean * mean)),
    black: lightness.percentile(0.01),
    white: lightness.percentile(0.99),
    low: lightness.meanBetween(0, 0.25),
    high: lightness.meanBetween(0.9, 1),
    chroma: sumC / n,
    muted: colour.meanBetween(0, 0.5),
    a: sumA / n,
    b: sumB / n,
    ...ends,
    burnt: burnt / n,
    blocked: blocked / n,
    garish: garish / n,
  };
}

function endColours(data: Float32Array, count: number, dark: number, light: number, weight?: Float32Array) {
  let darkWeight = 0;
  let lightWeight = 0;
  let shadowA = 0;
  let shadowB = 0;
  let lightA = 0;
  let lightB = 0;
  for (let i = 0, p = 0; i < count; i++, p += 3) {
    const w = weight ? (weight[i] ?? 0) : 1;
    if (w <= 0) continue;
    const L = data[p] ?? 0;
    const a = data[p + 1] ?? 0;
    const b = data[p + 2] ?? 0;
    if (L <= dark) {
      darkWeight += w;
      shadowA += w * a;
      shadowB += w * b;
    } else if (L >= light) {
      lightWeight += w;
      lightA += w * a;
      lightB += w * b;
    }
  }
  return {
    shadowA: shadowA / (darkWeight || 1),
    shadowB: shadowB / (darkWeight || 1),
    lightA: lightA / (lightWeight || 1),
    lightB: lightB / (lightWeight || 1),
  };
}
