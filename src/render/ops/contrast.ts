import { type Curve, clamp, evaluate, monotoneCubic, type ToneFunction, tabulate } from '../curve.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf } from '../read-settings.ts';

const LEVELS = [0, 0.015, 0.04, 0.08, 0.13, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.88, 0.94, 1];
/**
 * Speed at which Contrast +50 moves a coded level: the slider is a flow along it, so that −c undoes +c, +100 is twice
 * +50 and order never reverses. Fitted to Camera Raw 18: averages over five photographs (all amounts within 0.013),
 * and a dark test chart, whose pivot lies higher (±50 within 0.005). rawmakase project, MIT.
 */
// biome-ignore format: tables
const PHOTOGRAPH = [0, -0.0166, -0.0306, -0.0394, -0.0452, -0.0461, -0.0361, -0.0149, 0.0135, 0.0359, 0.0488, 0.0487, 0.037, 0.0232, 0];
// biome-ignore format: tables
const DARK_CHART = [0, -0.0098, -0.0246, -0.0342, -0.0424, -0.0504, -0.0515, -0.04, -0.0193, 0.011, 0.0328, 0.0395, 0.0324, 0.0197, 0];

export const contrast: PointwiseOperator = {
  name: 'contrast',
  scene: false,
  prepare(settings, context) {
    const amount = amountOf(settings, 'Contrast2012') / 50;
    if (amount === 0) return undefined;
    const { darkKey } = context;
    const tone = () => {
      const speeds = PHOTOGRAPH.map((speed, i) => speed + (DARK_CHART[i]! - speed) * darkKey);
      return flow(tabulate(monotoneCubic(LEVELS, speeds), 256), amount);
    };
    return { kind: 'tone-encoded', name: `contrast ${amount} ${darkKey}`, tone };
  },
};

/** Follows dy/dt = speed(y) from x for `time`, in midpoint steps. */
function flow(speed: Curve, time: number): ToneFunction {
  const steps = Math.max(4, Math.ceil(Math.abs(time) * 4));
  const h = time / steps;
  return (x) => {
    if (x <= 0 || x >= 1) return x;
    let y = x;
    for (let i = 0; i < steps; i++) {
      const middle = y + (h / 2) * evaluate(speed, clamp(y, 0, 1));
      y += h * evaluate(speed, clamp(middle, 0, 1));
    }
    return clamp(y, 0, 1);
  };
}
