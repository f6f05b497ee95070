import type { Matrix3 } from '#color/space.ts';
import type { PointwiseOperator } from '../operator.ts';
import { amountOf } from '../read-settings.ts';
import { decode, encode } from '../transfer.ts';

/**
 * Camera primaries: a matrix whose off-diagonal parts follow the sliders and whose rows sum to 1. Hue turns a primary
 * towards a neighbour, saturation takes it out of the other two channels. Read off least-squares matrices between
 * Camera Raw 18.6 renders with and without the sliders (residual 0.1 to 0.2 ΔE00).
 */
const HUE_UNIT = 0.333;
const SATURATION_UNIT = 0.4;

export const calibration: PointwiseOperator = {
  name: 'calibration',
  scene: true,
  prepare(settings) {
    const read = (name: string) => amountOf(settings, name) / 100;
    const [redHue, greenHue, blueHue] = [read('RedHue'), read('GreenHue'), read('BlueHue')].map(
      (amount) => amount * HUE_UNIT,
    ) as [number, number, number];
    const [red, green, blue] = [read('RedSaturation'), read('GreenSaturation'), read('BlueSaturation')].map(
      (amount) => amount * -SATURATION_UNIT,
    ) as [number, number, number];
    if ([redHue, greenHue, blueHue, red, green, blue].every((part) => part === 0)) return undefined;
    // What goes from the column's primary into the row's channel; + turns red to yellow, green to aqua, blue to magenta.
    const greenToRed = green - greenHue;
    const blueToRed = blue + blueHue;
    const redToGreen = red + redHue;
    const blueToGreen = blue - blueHue;
    const redToBlue = red - redHue;
    const greenToBlue = green + greenHue;
    // biome-ignore format: one row per line
    const matrix: Matrix3 = [
      1 - greenToRed - blueToRed, greenToRed, blueToRed,
      redToGreen, 1 - redToGreen - blueToGreen, blueToGreen,
      redToBlue, greenToBlue, 1 - redToBlue - greenToBlue,
    ];
    return { kind: 'matrix', matrix };
  },
};

/**
 * Shadow tint: gain of green, and half as much of blue, that fades with the channel's own level; + is magenta.
 * Shape of log2 gain over the coded level fitted to Camera Raw 18.6 at +30 (residual 0.1 ΔE00).
 */
export const shadowTint: PointwiseOperator = {
  name: 'shadow tint',
  scene: false,
  prepare(settings) {
    const amount = amountOf(settings, 'ShadowTint') / 30;
    if (amount === 0) return undefined;
    const tinted = (share: number) => (x: number) => {
      const level = Math.max(x, 0);
      const stops = 0.19 * Math.exp(-level / 0.28) + 0.45 * Math.exp(-level / 0.012);
      return encode(decode(x) * 2 ** (-amount * share * stops));
    };
    return {
      kind: 'channels',
      name: `shadow tint ${amount}`,
      tones: () => [(x) => x, tinted(1), tinted(0.5)],
    };
  },
};
