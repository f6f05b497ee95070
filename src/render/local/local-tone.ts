import type { Settings } from '#settings/settings.ts';
import { clamp, monotoneCubic, smoothstep, type ToneFunction } from '../curve.ts';
import { responseOf } from '../ops/whites-blacks.ts';
import { amountOf } from '../read-settings.ts';
import { Remembered } from '../remembered.ts';
import type { Analysis } from './analysis.ts';

/** Radius (fraction of the long edge) and epsilon (stops²) of the base that Highlights and Shadows look at. */
export const TONE_BASE = { radius: 0.032, epsilon: 0.5 } as const;

/**
 * Gain in stops at ±60 over the level of the base, in stops. Photograph: averages over five photographs (Camera Raw 18,
 * rawmakase project, MIT), the level relative to the picture's white (Shadows, 99th percentile) or median (Highlights).
 * Chart: a dark chart of flat patches, the level relative to display white.
 */
// biome-ignore format: tables
const SHADOWS = {
  x: [-9.89, -9.23, -8.58, -7.92, -7.05, -6.17, -5.52, -4.86, -4.2, -3.55, -2.89, -2.23, -1.36, -0.48, 0.5],
  up: [1.3, 1.3, 1.3, 1.31, 1.34, 1.246, 0.981, 0.79, 0.594, 0.405, 0.202, 0.101, 0.046, 0.0135, 0],
  down: [-0.3, -0.8, -1.367, -1.34, -1.09, -1.055, -0.901, -0.782, -0.599, -0.404, -0.199, -0.1017, -0.0464, -0.0136, 0],
};
// biome-ignore format: tables
const HIGHLIGHTS = {
  x: [-5, -4.375, -3.6, -3.1, -2.375, -1.375, -0.375, 0.375, 0.875, 1.375, 1.875, 2.375, 2.9, 3.375, 4],
  up: [0, 0.002, 0.02, 0.039, 0.072, 0.086, 0.097, 0.118, 0.166, 0.242, 0.315, 0.32, 0.38, 0.42, 0.42],
  down: [-0.013, -0.024, -0.04, -0.06, -0.08, -0.092, -0.098, -0.12, -0.17, -0.256, -0.37, -0.418, -0.51, -0.66, -0.66],
};
// biome-ignore format: tables
const CHART = {
  x: [-11.959, -11.379, -10.732, -10.11, -9.493, -8.912, -8.371, -7.863, -7.294, -6.653, -5.942, -5.193, -4.445, -3.725, -3.03, -2.351, -1.717, -1.196, -0.789, -0.49, -0.276, -0.131, -0.045, 0],
  shadowsUp: [1.973, 2.509, 2.719, 2.752, 2.677, 2.519, 2.439, 2.284, 2.092, 1.778, 1.502, 1.206, 1.033, 0.928, 0.839, 0.71, 0.504, 0.346, 0.218, 0.13, 0.07, 0.03, 0.009, 0],
  shadowsDown: [-4.7, -4.5, -4.26, -4.122, -3.739, -3.107, -2.613, -2.07, -1.701, -1.479, -1.391, -1.231, -1.102, -0.98, -0.869, -0.773, -0.611, -0.425, -0.27, -0.156, -0.082, -0.035, -0.01, 0],
  highlightsUp: [0, 0.062, 0.101, 0.13, 0.162, 0.194, 0.204, 0.263, 0.336, 0.425, 0.504, 0.557, 0.583, 0.609, 0.639, 0.638, 0.581, 0.54, 0.474, 0.389, 0.25, 0.124, 0.043, 0],
  highlightsDown: [-0.06, -0.08, -0.121, -0.161, -0.171, -0.214, -0.221, -0.253, -0.32, -0.403, -0.489, -0.559, -0.604, -0.627, -0.653, -0.683, -0.721, -0.758, -0.788, -0.799, -0.775, -0.665, -0.485, -0.182],
};
/** How the gain grows with the slider: ±30 and ±100 stand to ±60 as the tables' rows do. */
const GROWTH = 1.15;

/** Gains over the level of the base in the source: index (level − FIRST) · PER_STOP. */
export const GAIN_FIRST = -14;
export const GAIN_PER_STOP = 8;
const GAIN_LAST = 4;

/**
 * Stops by which a pixel is multiplied on the scene side, over the level of its base in the untouched picture;
 * undefined when both sliders are neutral. The sliders look at the picture as exposed.
 */
export function toneGains(
  settings: Settings,
  analysis: Analysis,
  source: 'rendered' | 'raw-preview',
): Float32Array | undefined {
  const shadows = amountOf(settings, 'Shadows2012');
  const highlights = amountOf(settings, 'Highlights2012');
  if (shadows === 0 && highlights === 0) return undefined;
  const stops = clamp(amountOf(settings, 'Exposure2012'), -10, 10);
  const { key, darkKey } = analysis;
  return known.get([shadows, highlights, stops, key.median, key.white, darkKey, source].join(' '), () =>
    gainsOf(shadows, highlights, stops, analysis, source),
  );
}

const known = new Remembered<Float32Array>();

function gainsOf(
  shadows: number,
  highlights: number,
  stops: number,
  analysis: Analysis,
  source: 'rendered' | 'raw-preview',
): Float32Array {
  const natural = responseOf(0, source);
  const exposed = responseOf(stops, source);
  const displayGain = displayGains(shadows, highlights, analysis, source);
  const gains = new Float32Array((GAIN_LAST - GAIN_FIRST) * GAIN_PER_STOP + 2);
  for (let i = 0; i < gains.length; i++) {
    const scene = Math.max(1e-6, natural.inverse(2 ** (GAIN_FIRST + i / GAIN_PER_STOP)));
    const level = Math.log2(Math.max(1e-6, exposed.of(scene)));
    const target = 2 ** (level + displayGain(level));
    const wanted = source === 'raw-preview' ? Math.min(target, 0.9999) : target;
    gains[i] = clamp(
      Math.log2(Math.max(1e-6, exposed.inverse(wanted)) / Math.max(1e-6, exposed.inverse(2 ** level))),
      -6,
      6,
    );
  }
  return gains;
}

function displayGains(
  shadows: number,
  highlights: number,
  analysis: Analysis,
  source: 'rendered' | 'raw-preview',
): ToneFunction {
  const { key, darkKey } = analysis;
  const sign = (amount: number, up: readonly number[], down: readonly number[]) => (amount >= 0 ? up : down);
  const photoShadows = monotoneCubic(SHADOWS.x, sign(shadows, SHADOWS.up, SHADOWS.down));
  const photoHighlights = monotoneCubic(HIGHLIGHTS.x, sign(highlights, HIGHLIGHTS.up, HIGHLIGHTS.down));
  const chartShadows = monotoneCubic(CHART.x, sign(shadows, CHART.shadowsUp, CHART.shadowsDown));
  const chartHighlights = monotoneCubic(CHART.x, sign(highlights, CHART.highlightsUp, CHART.highlightsDown));
  const shadowSize = (Math.abs(shadows) / 60) ** GROWTH;
  const highlightSize = (Math.abs(highlights) / 60) ** GROWTH;
  // A rendered file has no light above white to bring back: its whites must not turn grey.
  const whiteShare = source === 'rendered' && highlights < 0 ? 0.75 : 0;
  return (level) => {
    let gain = shadowSize * mix(photoShadows(level - key.white), chartShadows(level), darkKey);
    const own = mix(photoHighlights(level - key.median), chartHighlights(level), darkKey);
    gain += highlightSize * own * (1 - whiteShare * smoothstep(-1.2, 0, level));
    return gain;
  };
}

function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}
