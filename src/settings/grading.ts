import { HUE_ANGLE, slidersOf, ZERO_TO_100 } from './make-parameter.ts';
import type { Parameter } from './parameter.ts';

const slider = slidersOf('Grading');

/** Shadow and highlight wheels keep the names of the older Split Toning panel; all the rest is `ColorGrade*`. */
const WHEELS = [
  {
    label: 'Shadows',
    hue: 'SplitToningShadowHue',
    saturation: 'SplitToningShadowSaturation',
    lum: 'ColorGradeShadowLum',
  },
  {
    label: 'Midtones',
    hue: 'ColorGradeMidtoneHue',
    saturation: 'ColorGradeMidtoneSat',
    lum: 'ColorGradeMidtoneLum',
  },
  {
    label: 'Highlights',
    hue: 'SplitToningHighlightHue',
    saturation: 'SplitToningHighlightSaturation',
    lum: 'ColorGradeHighlightLum',
  },
  {
    label: 'Global',
    hue: 'ColorGradeGlobalHue',
    saturation: 'ColorGradeGlobalSat',
    lum: 'ColorGradeGlobalLum',
  },
] as const;

const REGIONAL = WHEELS.slice(0, 3).flatMap((wheel) => [wheel.saturation, wheel.lum]);

export const GRADING: readonly Parameter[] = [
  ...WHEELS.flatMap((wheel) => [
    slider(wheel.hue, `${wheel.label} hue`, { ...HUE_ANGLE, companionOf: [wheel.saturation] }),
    slider(wheel.saturation, `${wheel.label} saturation`, ZERO_TO_100),
    slider(wheel.lum, `${wheel.label} luminance`),
  ]),
  slider('ColorGradeBlending', 'Blending', {
    ...ZERO_TO_100,
    neutral: 50,
    scaling: 'setting',
    companionOf: REGIONAL,
  }),
  slider('SplitToningBalance', 'Balance', { scaling: 'setting', companionOf: REGIONAL }),
];
