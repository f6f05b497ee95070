import { slidersOf } from './make-parameter.ts';
import type { Parameter } from './parameter.ts';

const slider = slidersOf('Calibration');

export const CALIBRATION: readonly Parameter[] = [
  slider('ShadowTint', 'Shadow tint'),
  ...(['Red', 'Green', 'Blue'] as const).flatMap((primary) => [
    slider(`${primary}Hue`, `${primary} primary hue`),
    slider(`${primary}Saturation`, `${primary} primary saturation`),
  ]),
];
