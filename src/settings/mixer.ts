import { slidersOf } from './make-parameter.ts';
import type { Parameter } from './parameter.ts';

const slider = slidersOf('Mixer');

/** The eight colour families of mixer and B&W mix, in Camera Raw's order. */
export const MIXER_COLORS = [
  'Red',
  'Orange',
  'Yellow',
  'Green',
  'Aqua',
  'Blue',
  'Purple',
  'Magenta',
] as const;

export const MIXER: readonly Parameter[] = (['Hue', 'Saturation', 'Luminance'] as const).flatMap((property) =>
  MIXER_COLORS.map((color) => slider(`${property}Adjustment${color}`, `${color} ${property.toLowerCase()}`)),
);
