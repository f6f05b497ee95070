import type { ColorName, Observation } from '#image/observation.ts';
import { COLOR_NAMES } from '#image/observation.ts';
import type { GoalRegion } from '#wire/goal.ts';
import type { Frame } from './frame.ts';
import { toneOf } from './tone.ts';
import type { View } from './view.ts';
import { WHOLE } from './view.ts';

/** Parts smaller than this share of the frame are not measured: a few pixels say nothing. */
const SMALLEST_AREA = 0.002;

/**
 * Centres of the mixer's families as CIE hue angles (degrees, D50): the hues of the sRGB colours red, #ff8000, yellow,
 * green, #00e0e0, #2080ff, #8000ff and magenta, moved a little toward what photographs hold (skin, foliage, sky).
 */
const HUE_CENTRES: Readonly<Record<ColorName, number>> = {
  red: 32,
  orange: 65,
  yellow: 95,
  green: 135,
  aqua: 200,
  blue: 265,
  purple: 305,
  magenta: 340,
};

export interface Views {
  /** The part that a goal names, or null when this picture has none. */
  find(region: GoalRegion | null): View | null;
}

/** Finds the parts of a picture that goals can name; each is made once, from the picture before the edit. */
export function createViews(observation: Observation, before: Frame): Views {
  const known = new Map<GoalRegion, View | null>();
  return {
    find(region) {
      if (region === null) return WHOLE;
      if (!known.has(region)) known.set(region, makeView(region, observation, before));
      return known.get(region) ?? null;
    },
  };
}

function makeView(region: GoalRegion, observation: Observation, before: Frame): View | null {
  const found = observation.regions.find((candidate) => candidate.name === region);
  if (found !== undefined && found.mask.data.length === before.lightness.length) {
    return toView(region, `the ${region}`, found.mask.data);
  }
  if (region === 'highlights' || region === 'shadows' || region === 'midtones') {
    return toView(region, `the ${region}`, toneWeights(region, before));
  }
  if (isColor(region)) return toView(region, `the ${region}s`, hueWeights(HUE_CENTRES[region], before));
  const guess = GUESSES[region];
  if (guess === undefined) return null;
  const view = toView(region, `the ${region}`, placeWeights(guess.weight, before));
  return view === null ? null : { ...view, note: `no ${region} was found; ${guess.note} was measured` };
}

function isColor(region: GoalRegion): region is ColorName {
  return (COLOR_NAMES as readonly string[]).includes(region);
}

/** Where a part usually is when it was not found; x and y are 0…1 from the top left. */
const GUESSES: Partial<Record<GoalRegion, { note: string; weight(x: number, y: number): number }>> = {
  sky: { note: 'the upper third', weight: (_x, y) => 1 - smooth(0.28, 0.42, y) },
  foreground: { note: 'the lower half', weight: (_x, y) => smooth(0.45, 0.65, y) },
  subject: {
    note: 'the middle',
    weight: (x, y) => 1 - smooth(0.2, 0.42, Math.hypot(x - 0.5, (y - 0.5) * 0.8)),
  },
  background: {
    note: 'all but the middle',
    weight: (x, y) => smooth(0.2, 0.42, Math.hypot(x - 0.5, (y - 0.5) * 0.8)),
  },
};

/** Highlights are the lighter 40 % (fully from the lightest 10 %), shadows the darker 40 %, midtones what is between. */
function toneWeights(region: 'highlights' | 'shadows' | 'midtones', before: Frame): Float32Array {
  const tone = toneOf(before, WHOLE);
  const [darkest, dark, light, lightest] = [0.1, 0.4, 0.6, 0.9].map((q) => tone.percentile(q)) as [
    number,
    number,
    number,
    number,
  ];
  const weights = new Float32Array(before.lightness.length);
  for (let pixel = 0; pixel < weights.length; pixel += 1) {
    const l = before.lightness[pixel]!;
    const high = smooth(light, lightest, l);
    const low = 1 - smooth(darkest, dark, l);
    weights[pixel] =
      region === 'highlights' ? high : region === 'shadows' ? low : Math.max(0, 1 - high - low);
  }
  return weights;
}

/** Weight 1 at the family's centre, falling to 0 over 32°, and only where there is colour to speak of (C* 5…12). */
function hueWeights(centre: number, before: Frame): Float32Array {
  const weights = new Float32Array(before.lightness.length);
  for (let pixel = 0; pixel < weights.length; pixel += 1) {
    const a = before.a[pixel]!;
    const b = before.b[pixel]!;
    const chroma = Math.sqrt(a * a + b * b);
    if (chroma < 5) continue;
    const angle = (Math.atan2(b, a) * 180) / Math.PI;
    const distance = Math.abs(((angle - centre + 540) % 360) - 180);
    if (distance < 32) weights[pixel] = (1 - smooth(12, 32, distance)) * smooth(5, 12, chroma);
  }
  return weights;
}

function placeWeights(weight: (x: number, y: number) => number, before: Frame): Float32Array {
  const { width, height } = before;
  const weights = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) weights[y * width + x] = weight((x + 0.5) / width, (y + 0.5) / height);
  }
  return weights;
}

function toView(key: string, label: string, weights: Float32Array): View | null {
  let sum = 0;
  for (let pixel = 0; pixel < weights.length; pixel += 1) sum += weights[pixel]!;
  const area = sum / Math.max(1, weights.length);
  return area < SMALLEST_AREA ? null : { key, label, weights, area };
}

/** Hermite step from 0 at `from` to 1 at `to`; a plain step when they coincide. */
export function smooth(from: number, to: number, value: number): number {
  if (to <= from) return value >= to ? 1 : 0;
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
