import { slidersOf, ZERO_TO_100 } from './make-parameter.ts';
import type { Parameter } from './parameter.ts';

const slider = slidersOf('Detail');

function companion(owner: string, neutral: number) {
  return { ...ZERO_TO_100, neutral, scaling: 'setting', companionOf: [owner] } as const;
}

/**
 * Neutral is 0 for the three amounts: no effect. Camera Raw itself starts raw files at Sharpness 40 and
 * ColorNoiseReduction 25 when the key is absent, so state 0 to switch them off there.
 */
export const DETAIL: readonly Parameter[] = [
  slider('Sharpness', 'Sharpening', { minimum: 0, maximum: 150 }),
  slider('SharpenRadius', 'Sharpening radius', {
    ...companion('Sharpness', 1),
    unit: 'px',
    minimum: 0.5,
    maximum: 3,
    step: 0.1,
  }),
  slider('SharpenDetail', 'Sharpening detail', companion('Sharpness', 25)),
  slider('SharpenEdgeMasking', 'Sharpening masking', companion('Sharpness', 0)),
  slider('LuminanceSmoothing', 'Noise reduction', ZERO_TO_100),
  slider('LuminanceNoiseReductionDetail', 'Noise reduction detail', companion('LuminanceSmoothing', 50)),
  slider('LuminanceNoiseReductionContrast', 'Noise reduction contrast', companion('LuminanceSmoothing', 0)),
  slider('ColorNoiseReduction', 'Color noise reduction', ZERO_TO_100),
  slider('ColorNoiseReductionDetail', 'Color noise detail', companion('ColorNoiseReduction', 50)),
  slider('ColorNoiseReductionSmoothness', 'Color noise smoothness', companion('ColorNoiseReduction', 50)),
];
