import { slidersOf } from './make-parameter.ts';
import type { Parameter } from './parameter.ts';

const slider = slidersOf('Basic');

/** Files that are already rendered take the Incremental pair, raw files take Temperature (kelvin) and Tint. */
export const BASIC: readonly Parameter[] = [
  {
    kind: 'choice',
    name: 'WhiteBalance',
    panel: 'Basic',
    label: 'White balance',
    choices: ['As Shot', 'Auto', 'Daylight', 'Cloudy', 'Shade', 'Tungsten', 'Fluorescent', 'Flash', 'Custom'],
    neutral: 'As Shot',
  },
  slider('Temperature', 'Temperature', {
    unit: 'K',
    minimum: 2000,
    maximum: 50000,
    neutral: 6500,
    scaling: 'mired',
    asShot: 'kelvin',
  }),
  slider('Tint', 'Tint', { minimum: -150, maximum: 150, asShot: 'tint' }),
  slider('IncrementalTemperature', 'Temperature'),
  slider('IncrementalTint', 'Tint'),
  slider('Exposure2012', 'Exposure', { unit: 'EV', minimum: -5, maximum: 5, step: 0.01 }),
  slider('Contrast2012', 'Contrast'),
  slider('Highlights2012', 'Highlights'),
  slider('Shadows2012', 'Shadows'),
  slider('Whites2012', 'Whites'),
  slider('Blacks2012', 'Blacks'),
  slider('Texture', 'Texture'),
  slider('Clarity2012', 'Clarity'),
  slider('Dehaze', 'Dehaze'),
  slider('Vibrance', 'Vibrance'),
  slider('Saturation', 'Saturation'),
];
