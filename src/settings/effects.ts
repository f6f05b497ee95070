import { slidersOf, ZERO_TO_100 } from './make-parameter.ts';
import type { Parameter } from './parameter.ts';

const slider = slidersOf('Effects');
const vignette = { scaling: 'setting', companionOf: ['PostCropVignetteAmount'] } as const;
const grain = { ...ZERO_TO_100, scaling: 'setting', companionOf: ['GrainAmount'] } as const;

export const EFFECTS: readonly Parameter[] = [
  slider('PostCropVignetteAmount', 'Vignette'),
  slider('PostCropVignetteMidpoint', 'Vignette midpoint', { ...vignette, minimum: 0, neutral: 50 }),
  slider('PostCropVignetteFeather', 'Vignette feather', { ...vignette, minimum: 0, neutral: 50 }),
  slider('PostCropVignetteRoundness', 'Vignette roundness', vignette),
  // 1 highlight priority, 2 color priority, 3 paint overlay.
  slider('PostCropVignetteStyle', 'Vignette style', { ...vignette, minimum: 1, maximum: 3, neutral: 1 }),
  slider('PostCropVignetteHighlightContrast', 'Vignette highlights', { ...vignette, minimum: 0 }),
  slider('GrainAmount', 'Grain', ZERO_TO_100),
  slider('GrainSize', 'Grain size', { ...grain, neutral: 25 }),
  // Labelled Roughness in the panel; the key is GrainFrequency.
  slider('GrainFrequency', 'Grain roughness', { ...grain, neutral: 50 }),
];
