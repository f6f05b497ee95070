import type { CurvePoint } from '#settings/settings.ts';
import { type DirectAxis, limit } from '../axis.ts';

/** Capture sharpening; less than none is texture taken back. */
export const sharpness: DirectAxis = {
  kind: 'direct',
  axis: 'sharpness',
  more: 'sharper',
  less: 'softer detail',
  own: ['Sharpness'],
  settings: (signed, { statistics }) =>
    signed > 0
      ? {
          Sharpness: 50 * signed,
          SharpenRadius: 1,
          SharpenEdgeMasking: Math.round(limit(15 + 20 * statistics.noise, 15, 60)),
        }
      : { Texture: 28 * signed, Clarity2012: 8 * signed },
  localValues: (signed) => ({ LocalSharpness: 0.4 * signed }),
};

/** −1 is less noise, sized by what was measured; +1 is grain. */
export const noise: DirectAxis = {
  kind: 'direct',
  axis: 'noise',
  more: 'grainier',
  less: 'less noise',
  own: ['LuminanceSmoothing', 'ColorNoiseReduction'],
  settings: (signed, { statistics }) =>
    signed > 0
      ? { GrainAmount: 25 * signed }
      : {
          LuminanceSmoothing: -signed * limit(18 + 14 * statistics.noise, 20, 45),
          ColorNoiseReduction: -signed * 25,
        },
  localValues: (signed) => ({ LocalLuminanceNoise: -0.4 * signed }),
};

export const grain: DirectAxis = {
  kind: 'direct',
  axis: 'grain',
  more: 'film grain',
  less: 'less grain',
  own: ['GrainAmount'],
  settings: (signed) =>
    signed > 0
      ? { GrainAmount: 26 * signed, GrainSize: 30, GrainFrequency: 50 }
      : { LuminanceSmoothing: -25 * signed },
};

/** +1 darkens the edges, less where they are dark already. */
export const vignette: DirectAxis = {
  kind: 'direct',
  axis: 'vignette',
  more: 'darker edges',
  less: 'lighter edges',
  own: ['PostCropVignetteAmount'],
  settings: (signed, { statistics }) => ({
    PostCropVignetteAmount:
      signed > 0 ? -20 * signed * limit(1 + statistics.vignette / 40, 0.5, 1) : -16 * signed,
    PostCropVignetteMidpoint: 45,
    PostCropVignetteFeather: 70,
  }),
};

/** Matte blacks: the foot of the curve is raised, the shoulder a little lowered. */
export const fade: DirectAxis = {
  kind: 'direct',
  axis: 'fade',
  more: 'faded blacks',
  less: 'full blacks',
  own: ['ToneCurvePV2012'],
  settings: (signed): { ToneCurvePV2012: readonly CurvePoint[] } | { Blacks2012: number } =>
    signed > 0
      ? {
          ToneCurvePV2012: [
            [0, Math.round(24 * signed)],
            [60, Math.round(60 + 8 * signed)],
            [190, 190],
            [255, Math.round(255 - 7 * signed)],
          ],
        }
      : { Blacks2012: 18 * signed },
};
