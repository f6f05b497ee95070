import type { PointwiseOperator } from './operator.ts';
import { applyBaseCurve } from './ops/base-curve.ts';
import { blackAndWhite } from './ops/black-and-white.ts';
import { calibration, shadowTint } from './ops/calibration.ts';
import { contrast } from './ops/contrast.ts';
import { exposure } from './ops/exposure.ts';
import { grading } from './ops/grading.ts';
import { localHue, localToning } from './ops/local-color.ts';
import { mixer } from './ops/mixer.ts';
import { parametricCurve } from './ops/parametric-curve.ts';
import { channelCurves, curveSaturation, pointCurve } from './ops/point-curve.ts';
import { saturation } from './ops/saturation.ts';
import { vibrance } from './ops/vibrance.ts';
import { whiteBalance } from './ops/white-balance.ts';
import { whitesDownBlacksUp, whitesUpBlacksDown } from './ops/whites-blacks.ts';

/** The order in which a pixel is developed, after its local gains. Everything up to `applyBaseCurve` is scene light. */
export const POINTWISE: readonly PointwiseOperator[] = [
  calibration,
  whiteBalance,
  whitesDownBlacksUp,
  mixer,
  localHue,
  vibrance,
  saturation,
  blackAndWhite,
  exposure,
  applyBaseCurve,
  whitesUpBlacksDown,
  contrast,
  parametricCurve,
  pointCurve,
  curveSaturation,
  channelCurves,
  grading,
  shadowTint,
  localToning,
];
