import { HUE_ANGLE, slidersOf, ZERO_TO_100 } from './make-parameter.ts';
import type { NumberParameter } from './parameter.ts';

const slider = slidersOf('Local');

/** Most local sliders are stored as slider/100. */
const hundredth = { minimum: -1, maximum: 1, step: 0.01, uiScale: 100 } as const;
const positive = { ...hundredth, minimum: 0 } as const;

/** Grading inside a mask is stored like the global one: whole slider values. */
const GRADE = [
  ...(['Shadow', 'Midtone', 'Highlight', 'Global'] as const).flatMap((wheel) => [
    slider(`LocalColorGrade${wheel}Hue`, `${wheel} hue`, {
      ...HUE_ANGLE,
      companionOf: [`LocalColorGrade${wheel}Sat`],
    }),
    slider(`LocalColorGrade${wheel}Sat`, `${wheel} saturation`, ZERO_TO_100),
    slider(`LocalColorGrade${wheel}Lum`, `${wheel} luminance`),
  ]),
  slider('LocalColorGradeBlending', 'Blending', { ...ZERO_TO_100, neutral: 50, scaling: 'setting' }),
  slider('LocalColorGradeBalance', 'Balance', { scaling: 'setting' }),
];

/** What a correction may set in its masks; ranges and steps are those of the stored values. */
export const LOCAL: readonly NumberParameter[] = [
  // ±4 EV, stored as EV/4.
  slider('LocalExposure2012', 'Exposure', { unit: 'EV', minimum: -1, maximum: 1, step: 0.0025, uiScale: 4 }),
  slider('LocalContrast2012', 'Contrast', hundredth),
  slider('LocalHighlights2012', 'Highlights', hundredth),
  slider('LocalShadows2012', 'Shadows', hundredth),
  slider('LocalWhites2012', 'Whites', hundredth),
  slider('LocalBlacks2012', 'Blacks', hundredth),
  slider('LocalTemperature', 'Temperature', hundredth),
  slider('LocalTint', 'Tint', hundredth),
  // Degrees/180.
  slider('LocalHue', 'Hue', { unit: 'degrees', minimum: -1, maximum: 1, step: 1 / 180, uiScale: 180 }),
  slider('LocalSaturation', 'Saturation', hundredth),
  slider('LocalCurveRefineSaturation', 'Refine saturation', {
    ...ZERO_TO_100,
    unit: 'percent',
    neutral: 100,
  }),
  slider('LocalTexture', 'Texture', hundredth),
  slider('LocalClarity2012', 'Clarity', hundredth),
  slider('LocalDehaze', 'Dehaze', hundredth),
  slider('LocalGrain', 'Grain', positive),
  slider('LocalSharpness', 'Sharpening', hundredth),
  slider('LocalLuminanceNoise', 'Noise reduction', hundredth),
  slider('LocalMoire', 'Moiré', hundredth),
  slider('LocalDefringe', 'Defringe', hundredth),
  slider('LocalToningHue', 'Toning hue', { ...HUE_ANGLE, companionOf: ['LocalToningSaturation'] }),
  slider('LocalToningSaturation', 'Toning saturation', positive),
  ...GRADE,
];
