import { displayOfScene, sceneOfDisplay } from '../base-curve.ts';
import type { PointwiseOperator } from '../operator.ts';

/** Takes Camera Raw's default tone curve out of a raw preview. Only in a plan that has scene-side steps. */
export const removeBaseCurve: PointwiseOperator = {
  name: 'base curve, out',
  scene: false,
  prepare: (_, { source }) => (source === 'raw-preview' ? { kind: 'tone-linear', tone: sceneOfDisplay } : undefined),
};

/** Puts it back. */
export const applyBaseCurve: PointwiseOperator = {
  name: 'base curve, in',
  scene: false,
  prepare: (_, { source }) => (source === 'raw-preview' ? { kind: 'tone-linear', tone: displayOfScene } : undefined),
};
