import { type Curve, clamp, type ToneFunction, tabulateRoot } from '../curve.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf } from '../read-settings.ts';
import { Remembered } from '../remembered.ts';

/** Where the shoulder ends, in the scene of a raw preview (1 = diffuse white). Fitted to Camera Raw 18.6 at ±1. */
const SCENE_WHITE = { brighter: 2.2, darker: 3 };

/**
 * Exposure: stops of linear light with a shoulder that leaves white where it is. Below zero the DNG SDK's
 * `exposure_tone`: straight up to a quarter of white, then a quadratic; above zero its inverse, so that +e undoes −e.
 */
export function exposureTone(stops: number, source: 'rendered' | 'raw-preview'): ToneFunction {
  const side = stops < 0 ? 'darker' : 'brighter';
  const white = source === 'rendered' ? 1 : SCENE_WHITE[side];
  const f = stops < 0 ? darker(2 ** stops) : brighter(2 ** -stops);
  return (x) => white * f(x / white);
}

/** Exact inverse of `exposureTone`. */
export function exposureInverse(stops: number, source: 'rendered' | 'raw-preview'): ToneFunction {
  const side = stops < 0 ? 'darker' : 'brighter';
  const white = source === 'rendered' ? 1 : SCENE_WHITE[side];
  const f = stops < 0 ? brighter(2 ** stops) : darker(2 ** -stops);
  return (x) => white * f(x / white);
}

export const exposure: PointwiseOperator = {
  name: 'exposure',
  scene: true,
  prepare(settings, context) {
    const stops = clamp(amountOf(settings, 'Exposure2012'), -10, 10);
    if (stops === 0) return undefined;
    const tone = () => exposureTone(stops, context.source);
    // Held at white, a rendered sky that is lighter in one channel than in the others would turn neon if each followed
    // the curve by itself.
    if (stops < 0 && context.source === 'rendered')
      return {
        kind: 'gain',
        over: 'largest',
        curve: () => gainCurves.get(`${stops}`, () => gainCurve(tone())),
      };
    return { kind: 'tone-linear', name: `exposure ${stops} ${context.source}`, tone };
  },
};

const gainCurves = new Remembered<Curve>();

function gainCurve(tone: ToneFunction): Curve {
  return tabulateRoot((x) => (x > 1e-5 ? tone(x) / x : tone(1e-5) / 1e-5));
}

function shoulder(s: number): { a: number; b: number; c: number } {
  const a = (16 / 9) * (1 - s);
  const b = s - a / 2;
  return { a, b, c: 1 - a - b };
}

function darker(s: number): ToneFunction {
  const { a, b, c } = shoulder(s);
  return (x) => (x <= 0.25 ? x * s : x <= 1 ? (a * x + b) * x + c : 1 + (2 * a + b) * (x - 1));
}

function brighter(s: number): ToneFunction {
  const { a, b, c } = shoulder(s);
  return (y) => {
    if (y <= 0.25 * s) return y / s;
    if (y >= 1) return 1 + (y - 1) / (2 * a + b);
    // The root that also stands when a is next to nothing.
    return (2 * (y - c)) / (b + Math.sqrt(Math.max(0, b * b - 4 * a * (c - y))));
  };
}
