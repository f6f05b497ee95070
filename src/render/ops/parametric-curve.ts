import type { Settings } from '#settings/settings.ts';
import { clamp, evaluate, monotoneCubic, type ToneFunction, tabulate } from '../curve.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf } from '../read-settings.ts';
import { LEVELS } from './tone-tables.ts';

const SPLITS = ['ParametricShadowSplit', 'ParametricMidtoneSplit', 'ParametricHighlightSplit'] as const;
const REGIONS = ['Shadows', 'Darks', 'Lights', 'Highlights'] as const;
/**
 * Change of the coded level by a region at +50 and at −50, splits 25/50/75. Measured on a chart rendered by Camera
 * Raw 18.6 (rawmakase project, MIT); Darks −50 and Highlights +50 were not measured and mirror the other sign.
 */
// biome-ignore format: tables
const UP = {
  Shadows: [0, 0.0128, 0.0238, 0.0329, 0.0418, 0.0485, 0.0492, 0.0329, 0.0105, 0.0003, 0, 0, 0, 0, 0, 0, 0],
  Darks: [0, 0.0131, 0.0243, 0.0342, 0.0456, 0.0588, 0.0708, 0.0881, 0.0921, 0.0825, 0.0625, 0.0395, 0.0191, 0.0073, 0.0019, 0.0002, 0],
  Lights: [0, 0.0001, 0.0002, 0.0008, 0.0022, 0.0054, 0.0107, 0.0286, 0.0558, 0.089, 0.1204, 0.1374, 0.1282, 0.093, 0.052, 0.0184, 0],
  Highlights: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0.0006, 0.0142, 0.045, 0.0665, 0.0655, 0.044, 0.017, 0],
};
// biome-ignore format: tables
const DOWN = {
  Shadows: [0, -0.0137, -0.0266, -0.049, -0.0644, -0.0632, -0.0557, -0.0334, -0.011, -0.0003, 0, 0, 0, 0, 0, 0, 0],
  Darks: [0, -0.0101, -0.0191, -0.0299, -0.0405, -0.0526, -0.0639, -0.0816, -0.0903, -0.0869, -0.0704, -0.0454, -0.0215, -0.0079, -0.002, -0.0002, 0],
  Lights: [0, -0.0001, -0.0003, -0.0007, -0.002, -0.005, -0.0103, -0.0277, -0.0525, -0.0782, -0.0973, -0.1049, -0.0966, -0.0734, -0.0438, -0.0164, 0],
  Highlights: [0, 0, 0, 0, 0, 0, 0, 0, 0, -0.0005, -0.0125, -0.04, -0.0599, -0.0596, -0.04, -0.016, 0],
};

export const parametricCurve: PointwiseOperator = {
  name: 'parametric curve',
  scene: false,
  prepare(settings) {
    const amounts = REGIONS.map((region) => amountOf(settings, `Parametric${region}`) / 50);
    if (amounts.every((amount) => amount === 0)) return undefined;
    return {
      kind: 'tone-encoded',
      name: `parametric ${amounts.join(' ')} ${SPLITS.map((split) => amountOf(settings, split))}`,
      tone: () => toneOf(settings, amounts),
    };
  },
};

function toneOf(settings: Settings, amounts: readonly number[]): ToneFunction {
  // Beyond ±50 the same curve is applied again: a sum would turn the order of tones around.
  const passes = Math.max(1, Math.ceil(Math.max(...amounts.map(Math.abs))));
  const pass = onePass(amounts.map((amount) => amount / passes));
  const warp = splitWarp(settings);
  const curve = tabulate((x) => {
    let u = warp.into(x);
    for (let i = 0; i < passes; i++) u = pass(clamp(u, 0, 1));
    return warp.back(u);
  });
  return (x) => (x < 0 || x > 1 ? x : evaluate(curve, x));
}

function onePass(amounts: readonly number[]): ToneFunction {
  let floor = 0;
  const ys = LEVELS.map((level, i) => {
    let y = level;
    amounts.forEach((amount, region) => {
      const table = amount > 0 ? UP : DOWN;
      y += table[REGIONS[region]!][i]! * Math.abs(amount);
    });
    floor = clamp(y, floor, 1);
    return floor;
  });
  return monotoneCubic(LEVELS, ys);
}

/** Moves the splits to 25, 50 and 75 and back. */
function splitWarp(settings: Settings): { into: ToneFunction; back: ToneFunction } {
  const low = clamp(amountOf(settings, 'ParametricShadowSplit', 25) / 100, 0.05, 0.9);
  const middle = clamp(amountOf(settings, 'ParametricMidtoneSplit', 50) / 100, low + 0.02, 0.95);
  const high = clamp(amountOf(settings, 'ParametricHighlightSplit', 75) / 100, middle + 0.02, 0.98);
  const splits = [0, low, middle, high, 1];
  const places = [0, 0.25, 0.5, 0.75, 1];
  if (splits.every((split, i) => split === places[i])) return { into: (x) => x, back: (x) => x };
  return { into: monotoneCubic(splits, places), back: monotoneCubic(places, splits) };
}
