import { slidersOf } from './make-parameter.ts';
import { MIXER_COLORS } from './mixer.ts';
import type { Parameter } from './parameter.ts';

const slider = slidersOf('B&W mix');

export const BLACK_WHITE: readonly Parameter[] = [
  { kind: 'boolean', name: 'ConvertToGrayscale', panel: 'B&W mix', label: 'Black & white', neutral: false },
  ...MIXER_COLORS.map((color) =>
    slider(`GrayMixer${color}`, `${color} in grey`, { companionOf: ['ConvertToGrayscale'] }),
  ),
];
