import { displayOfScene, sceneOfDisplay } from '../base-curve.ts';
import { type Curve, clamp, evaluateRoot, type ToneFunction, tabulateRoot } from '../curve.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf } from '../read-settings.ts';
import { Remembered } from '../remembered.ts';
import { decode, encode } from '../transfer.ts';
import { exposureInverse, exposureTone } from './exposure.ts';
import { type ToneTable, toneOfTable } from './tone-tables.ts';

/**
 * Measured responses of Camera Raw 18 on the neutral axis: ±50 on a synthetic chart, ±25 and ±100 by the ratio of
 * averages over five photographs (both by the rawmakase project, MIT).
 */
// biome-ignore format: tables
const WHITES: ToneTable = {
  [-100]: [0, 0, -0.0002, -0.0004, -0.0012, -0.0027, -0.0047, -0.0107, -0.0206, -0.0346, -0.0499, -0.0658, -0.0854, -0.0993, -0.0866, -0.042, 0],
  [-50]: [0, 0, -0.0002, -0.0004, -0.0011, -0.0025, -0.0044, -0.0095, -0.0173, -0.0277, -0.0375, -0.0457, -0.0509, -0.0498, -0.0375, -0.0163, 0],
  [-25]: [0, 0, -0.0002, -0.0003, -0.0008, -0.0018, -0.0031, -0.0066, -0.0112, -0.017, -0.0218, -0.0252, -0.0254, -0.023, -0.0164, -0.0064, 0],
  25: [0, 0, 0, 0.0001, 0.0004, 0.0009, 0.0016, 0.0038, 0.0073, 0.0122, 0.0154, 0.0187, 0.0205, 0.0238, 0.0239, 0.0143, 0],
  50: [0, 0.0001, 0.0001, 0.0005, 0.0015, 0.0033, 0.006, 0.0131, 0.024, 0.0381, 0.0485, 0.0578, 0.0665, 0.0716, 0.0586, 0.02, 0],
  100: [0, 0.0005, 0.0003, 0.0029, 0.0079, 0.0176, 0.0317, 0.0666, 0.1189, 0.1685, 0.1987, 0.2113, 0.2, 0.12, 0.06, 0.02, 0],
};
// biome-ignore format: tables
const BLACKS: ToneTable = {
  [-100]: [0, -0.015, -0.03, -0.06, -0.1, -0.15, -0.2, -0.2074, -0.1657, -0.1361, -0.1059, -0.0673, -0.036, -0.017, -0.007, -0.0018, 0],
  [-50]: [0, -0.015, -0.03, -0.06, -0.0859, -0.0777, -0.0722, -0.0559, -0.0447, -0.0368, -0.027, -0.0171, -0.0093, -0.0046, -0.0019, -0.0005, 0],
  [-25]: [0, -0.015, -0.03, -0.0455, -0.0392, -0.0354, -0.0315, -0.0238, -0.0186, -0.0148, -0.0107, -0.0069, -0.0035, -0.002, -0.0008, -0.0002, 0],
  25: [0, 0.008, 0.0097, 0.0111, 0.0128, 0.0138, 0.0134, 0.0118, 0.0105, 0.0096, 0.0069, 0.0043, 0.0023, 0.001, 0.0003, 0.0001, 0],
  50: [0, 0.0105, 0.0144, 0.0197, 0.0273, 0.0335, 0.0364, 0.0377, 0.0369, 0.0341, 0.0255, 0.017, 0.0091, 0.0041, 0.0014, 0.0003, 0],
  100: [0, 0.0174, 0.0262, 0.0418, 0.0617, 0.0772, 0.0851, 0.0909, 0.0888, 0.0768, 0.0573, 0.0372, 0.0193, 0.0089, 0.003, 0.0006, 0],
};

/** Weights under which a gain by level reproduces coloured patches (0.14 to 0.17 ΔE00). */
const LEVEL_WEIGHTS = [0.25, 0.57, 0.18] as const;

const clippingCurves = new Remembered<Curve>();

/**
 * Positive Whites and negative Blacks: curves on the largest and smallest channel, in linear light. They clip: that
 * is what they are for.
 */
export const whitesUpBlacksDown: PointwiseOperator = {
  name: 'whites +, blacks −',
  scene: false,
  prepare(settings) {
    const whites = Math.max(0, amountOf(settings, 'Whites2012'));
    const blacks = Math.min(0, amountOf(settings, 'Blacks2012'));
    if (whites === 0 && blacks === 0) return undefined;
    const name = `whites ${whites} blacks ${blacks}`;
    const tone = () => {
      const curve = clippingCurves.get(name, () => {
        const up = toneOfTable(WHITES, whites);
        const down = toneOfTable(BLACKS, blacks);
        return tabulateRoot((x) => decode(up(down(encode(x)))));
      });
      return (x: number) => evaluateRoot(curve, x);
    };
    return { kind: 'tone-linear', name, tone };
  },
};

/**
 * Negative Whites and positive Blacks: a gain of scene light by the pixel's level. Colours between neutrals gain
 * saturation as the base curve flattens less; a curve on the display side misses them by 1 ΔE00.
 */
export const whitesDownBlacksUp: PointwiseOperator = {
  name: 'whites −, blacks +',
  scene: true,
  prepare(settings, { source }) {
    const whites = Math.min(0, amountOf(settings, 'Whites2012'));
    const blacks = Math.max(0, amountOf(settings, 'Blacks2012'));
    if (whites === 0 && blacks === 0) return undefined;
    const stops = clamp(amountOf(settings, 'Exposure2012'), -10, 10);
    const curve = () =>
      gainCurves.get(`${whites} ${blacks} ${stops} ${source}`, () =>
        gainCurve(whites, blacks, responseOf(stops, source)),
      );
    return { kind: 'gain', over: LEVEL_WEIGHTS, curve };
  },
};

const gainCurves = new Remembered<Curve>();

/** Gain of scene light over its level. */
function gainCurve(whites: number, blacks: number, display: Response): Curve {
  const down = toneOfTable(WHITES, whites);
  const up = toneOfTable(BLACKS, blacks);
  return tabulateRoot((x) => {
    const level = Math.max(x, 1e-4);
    const target = decode(up(down(encode(display.of(level)))));
    return clamp(display.inverse(target) / level, 0.05, 20);
  });
}

interface Response {
  readonly of: ToneFunction;
  readonly inverse: ToneFunction;
}

/** Neutral response from scene light to linear display light, and back. */
export function responseOf(stops: number, source: 'rendered' | 'raw-preview'): Response {
  const expose = stops === 0 ? (x: number) => x : exposureTone(stops, source);
  const restore = stops === 0 ? (x: number) => x : exposureInverse(stops, source);
  if (source === 'rendered') return { of: expose, inverse: restore };
  return { of: (x) => displayOfScene(expose(x)), inverse: (y) => restore(sceneOfDisplay(y)) };
}
