import { topOf } from '#image/depth.ts';
import type { LabImage, Raster } from '#image/raster.ts';
import { Histogram } from './histogram.ts';

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
const { min, max, sqrt } = Math;

const BINS = 512;
/** L* that one bin spans. */
const STEP = 100 / BINS;
const CHROMA_BINS = 256;
/** C* that one chroma bin spans. */
const CHROMA_STEP = 0.75;
/** C* beyond which colour starts to look forced on a screen. */
const NATURAL_CHROMA = 78;

/** Measures a Lab picture and the encoded samples it came from; `weight` (0…1 per pixel) limits it to a region. */
export function measure({ data, width, height }: LabImage, raster: Raster, weight?: Float32Array): Measures {
  const count = width * height;
  const codes = raster.data;
  const top = topOf(codes);
  const [light, dark] = [0.95 * top, 0.05 * top];
  const tones = new Float64Array(BINS);
  const colours = new Float64Array(CHROMA_BINS);
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
    const w = weight ? weight[i]! : 1;
    if (w <= 0) continue;
    const L = data[p]!;
    const a = data[p + 1]!;
    const b = data[p + 2]!;
    const chroma = sqrt(a * a + b * b);
    tones[min(BINS - 1, max(0, (L * (1 / STEP)) | 0))]! += w;
    colours[min(CHROMA_BINS - 1, (chroma * (1 / CHROMA_STEP)) | 0)]! += w;
    total += w;
    sumL += w * L;
    sumLL += w * L * L;
    sumA += w * a;
    sumB += w * b;
    sumC += w * chroma;
    const most = max(codes[p]!, codes[p + 1]!, codes[p + 2]!);
    if (most > light) burnt += w * min(1, (most / top - 0.95) / 0.05);
    else if (most < dark) blocked += w * min(1, (0.05 - most / top) / 0.05);
    if (chroma > NATURAL_CHROMA) garish += w * (chroma - NATURAL_CHROMA);
  }
  const n = total || 1;
  const mean = sumL / n;
  const lightness = new Histogram(tones, STEP, total);
  const colour = new Histogram(colours, CHROMA_STEP, total);
  const ends = endColours(data, count, lightness.percentile(1 / 3), lightness.percentile(2 / 3), weight);
  const median = lightness.percentile(0.5);
  return {
    median,
    middle: (lightness.percentile(0.25) + median + lightness.percentile(0.75)) / 3,
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
    const L = data[p]!;
    if (L > dark && L < light) continue;
    const w = weight ? weight[i]! : 1;
    if (w <= 0) continue;
    if (L <= dark) {
      darkWeight += w;
      shadowA += w * data[p + 1]!;
      shadowB += w * data[p + 2]!;
    } else {
      lightWeight += w;
      lightA += w * data[p + 1]!;
      lightB += w * data[p + 2]!;
    }
  }
  return {
    shadowA: shadowA / (darkWeight || 1),
    shadowB: shadowB / (darkWeight || 1),
    lightA: lightA / (lightWeight || 1),
    lightB: lightB / (lightWeight || 1),
  };
}
