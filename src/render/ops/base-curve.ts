import { displayOfScene, sceneCurve, sceneOfDisplay } from '../base-curve.ts';
import { smoothstep } from '../curve.ts';
import type { PointwiseOperator } from '../operator.ts';

/**
 * Takes Camera Raw's default tone curve out of a raw preview, on the largest and the smallest channel. Only in a plan
 * that has scene-side steps.
 *
 * Near white the curve's inverse is so steep that the last few codes would become strong colours: a pixel whose
 * channels are all nearly white counts as white.
 */
export const removeBaseCurve: PointwiseOperator = {
  name: 'base curve, out',
  scene: false,
  prepare(_, { source }) {
    if (source !== 'raw-preview') return undefined;
    return {
      kind: 'pixel',
      kernel: () => ({ kind: 'remove-base', curve: sceneCurve() }),
      apply(samples, count) {
        for (let p = 0; p < count * 3; p += 3) {
          const r = samples[p]!;
          const g = samples[p + 1]!;
          const b = samples[p + 2]!;
          const high = Math.max(r, g, b);
          const low = Math.min(r, g, b);
          const newHigh = sceneOfDisplay(high);
          if (high - low < 1e-9) {
            samples[p] = samples[p + 1] = samples[p + 2] = newHigh;
            continue;
          }
          let newLow = sceneOfDisplay(low);
          if (low > 0.8)
            newLow += (newHigh - newLow) * smoothstep(0.8, 0.97, low) * smoothstep(0.93, 0.99, high);
          const scale = (newHigh - newLow) / (high - low);
          samples[p] = newLow + (r - low) * scale;
          samples[p + 1] = newLow + (g - low) * scale;
          samples[p + 2] = newLow + (b - low) * scale;
        }
      },
    };
  },
};

/** Puts it back. */
export const applyBaseCurve: PointwiseOperator = {
  name: 'base curve, in',
  scene: false,
  prepare: (_, { source }) =>
    source === 'raw-preview' ? { kind: 'tone-linear', name: 'base', tone: () => displayOfScene } : undefined,
};
