import type { CurvePoint } from '#settings/settings.ts';
import { evaluate, monotoneCubic, type ToneFunction, tabulate } from '../curve.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf, curveOf } from '../read-settings.ts';

/** Curve through points 0…255 over coded values; flat beyond the outer points. */
function toneThrough(points: readonly CurvePoint[]): ToneFunction {
  const f = monotoneCubic(
    points.map((point) => point[0] / 255),
    points.map((point) => point[1] / 255),
  );
  const curve = tabulate(f);
  return (x) => (x <= 0 ? f(0) : x >= 1 ? f(1) : evaluate(curve, x));
}

/** The point curve of all channels, on the largest and the smallest (hue stays). */
export const pointCurve: PointwiseOperator = {
  name: 'point curve',
  scene: false,
  prepare(settings) {
    const points = curveOf(settings, 'ToneCurvePV2012');
    return (
      points && { kind: 'tone-encoded', name: `points ${points.join(' ')}`, tone: () => toneThrough(points) }
    );
  },
};

/** The curves of the single channels. */
export const channelCurves: PointwiseOperator = {
  name: 'channel curves',
  scene: false,
  prepare(settings) {
    const [red, green, blue] = ['Red', 'Green', 'Blue'].map((channel) =>
      curveOf(settings, `ToneCurvePV2012${channel}`),
    );
    if (!red && !green && !blue) return undefined;
    const tone = (points: readonly CurvePoint[] | undefined): ToneFunction =>
      points ? toneThrough(points) : (x) => x;
    return {
      kind: 'channels',
      name: `points ${[red, green, blue].map((points) => points?.join(' ')).join('; ')}`,
      tones: () => [tone(red), tone(green), tone(blue)],
    };
  },
};

/**
 * "Refine saturation" of the curve: 100 leaves the curve's own effect, 0 takes the chroma that a steeper curve adds,
 * 200 doubles it. Approximated by the curve's mean slope over the midtones.
 */
export const curveSaturation: PointwiseOperator = {
  name: 'curve saturation',
  scene: false,
  prepare(settings) {
    const refine = amountOf(settings, 'CurveRefineSaturation', 100) / 100 - 1;
    const points = curveOf(settings, 'ToneCurvePV2012');
    if (refine === 0 || !points) return undefined;
    const tone = toneThrough(points);
    const slope = (tone(0.75) - tone(0.25)) / 0.5;
    const k = Math.min(Math.max(1 + refine * (slope - 1), 0), 2);
    return {
      kind: 'pixel',
      apply(samples, count) {
        for (let p = 0; p < count * 3; p += 3) {
          const r = samples[p]!;
          const g = samples[p + 1]!;
          const b = samples[p + 2]!;
          const grey = (Math.max(r, g, b) + Math.min(r, g, b)) / 2;
          samples[p] = grey + (r - grey) * k;
          samples[p + 1] = grey + (g - grey) * k;
          samples[p + 2] = grey + (b - grey) * k;
        }
      },
    };
  },
};
