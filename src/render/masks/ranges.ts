import type { ColorMask, LuminanceMask } from '#settings/settings.ts';

/** Weight of a pixel by its coded colour 0…1 in the untouched picture. */
type WeightOfColor = (r: number, g: number, b: number) => number;

/** Window on coded luminance. */
export function luminanceWeight(mask: LuminanceMask): WeightOfColor {
  const { lowNone, lowFull, highFull, highNone } = mask;
  return (r, g, b) => {
    const y = luma(r, g, b);
    const rise = y >= lowFull ? 1 : y <= lowNone ? 0 : (y - lowNone) / (lowFull - lowNone);
    const fall = y <= highFull ? 1 : y >= highNone ? 0 : (highNone - y) / (highNone - highFull);
    const t = Math.min(rise, fall);
    return t * t * (3 - 2 * t);
  };
}

/** Distance of coded colours that a range of amount 0 and 100 covers in full; as much again to fade. */
const NARROW = 0.03;
const WIDE = 0.3;

/** Pixels like the samples: lightness counts half as much as the two colour differences. */
export function colorWeight(mask: ColorMask): WeightOfColor {
  const reach = NARROW + (WIDE - NARROW) * (mask.amount / 100);
  const samples = mask.samples.map(({ r, g, b }) => [luma(r, g, b), r - g, b - (r + g) / 2] as const);
  return (r, g, b) => {
    const y = luma(r, g, b);
    const redGreen = r - g;
    const blueYellow = b - (r + g) / 2;
    let best = 0;
    for (const [sy, sr, sb] of samples) {
      const distance = Math.sqrt(((y - sy) / 2) ** 2 + (redGreen - sr) ** 2 + (blueYellow - sb) ** 2);
      const t = Math.min(1, Math.max(0, 2 - distance / reach));
      best = Math.max(best, t * t * (3 - 2 * t));
    }
    return best;
  };
}

/** Rec. 709 weights on coded values: what a person reads off as brightness. */
function luma(r: number, g: number, b: number): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
