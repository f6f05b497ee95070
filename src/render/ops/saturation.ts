import type { PointwiseOperator } from '../operator.ts';
import { amountOf, flagOf } from '../read-settings.ts';
import { LUMINANCE } from '../working-space.ts';

/**
 * Saturation: distance from the grey of equal luminance, in linear light on the scene side, times 1 + amount.
 * Fitted to Camera Raw 18.6 at ±50: 0.25 to 0.37 ΔE00 (on the display side the same form misses by 1).
 */
export const saturation: PointwiseOperator = {
  name: 'saturation',
  scene: true,
  prepare(settings) {
    if (flagOf(settings, 'ConvertToGrayscale')) return undefined;
    const amount = amountOf(settings, 'Saturation') / 100;
    if (amount === 0) return undefined;
    const k = 1 + amount;
    const [r, g, b] = LUMINANCE.map((weight) => weight * (1 - k)) as [number, number, number];
    return { kind: 'matrix', matrix: [r + k, g, b, r, g + k, b, r, g, b + k] };
  },
};
