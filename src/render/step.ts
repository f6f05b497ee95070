import type { Matrix3 } from '#color/space.ts';
import type { Apply } from './apply.ts';
import { type Curve, evaluateRoot, toneByChannel, toneByExtremes, toneLinearByExtremes } from './curve.ts';
import type { PixelKernel } from './operator.ts';
import { decodeSamples, encodeSamples } from './transfer.ts';
import { applyMatrix } from './working-space.ts';

/** A step of a chain as data, its curves tabulated: plain TypeScript (`applyOf`) and the compiled kernels both run it. */
export type Step =
  | { readonly kind: 'encode' }
  | { readonly kind: 'decode' }
  | { readonly kind: 'matrix'; readonly matrix: Matrix3 }
  /** A curve on the largest and the smallest channel of coded values. */
  | { readonly kind: 'tone'; readonly curve: Curve }
  /** The same on linear light; the curve is over its root. */
  | { readonly kind: 'tone-root'; readonly curve: Curve }
  | { readonly kind: 'channels'; readonly curves: readonly [Curve, Curve, Curve] }
  | {
      readonly kind: 'gain';
      readonly over: 'largest' | readonly [number, number, number];
      readonly curve: Curve;
    }
  | { readonly kind: 'pixel'; readonly apply: Apply; readonly kernel?: () => PixelKernel };

/** The step in plain TypeScript. */
export function applyOf(step: Step): Apply {
  switch (step.kind) {
    case 'encode':
      return encodeSamples;
    case 'decode':
      return decodeSamples;
    case 'matrix':
      return (samples, count) => applyMatrix(step.matrix, samples, count);
    case 'tone':
      return toneByExtremes(step.curve);
    case 'tone-root':
      return toneLinearByExtremes(step.curve);
    case 'channels':
      return toneByChannel(step.curves);
    case 'gain':
      return step.over === 'largest' ? gainByLargest(step.curve) : gainByLevel(step.curve, step.over);
    case 'pixel':
      return step.apply;
  }
}

function gainByLargest(curve: Curve): Apply {
  return (samples, count) => {
    for (let p = 0; p < count * 3; p += 3) {
      const r = samples[p]!;
      const g = samples[p + 1]!;
      const b = samples[p + 2]!;
      const gain = evaluateRoot(curve, Math.max(0, r > g ? Math.max(r, b) : Math.max(g, b)));
      samples[p] = r * gain;
      samples[p + 1] = g * gain;
      samples[p + 2] = b * gain;
    }
  };
}

function gainByLevel(curve: Curve, [red, green, blue]: readonly [number, number, number]): Apply {
  return (samples, count) => {
    for (let p = 0; p < count * 3; p += 3) {
      const r = samples[p]!;
      const g = samples[p + 1]!;
      const b = samples[p + 2]!;
      const gain = evaluateRoot(curve, Math.max(0, red * r + green * g + blue * b));
      samples[p] = r * gain;
      samples[p + 1] = g * gain;
      samples[p + 2] = b * gain;
    }
  };
}
