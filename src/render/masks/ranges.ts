import { topOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import type { ColorMask, LuminanceMask } from '#settings/settings.ts';
import type { MaskRow } from './mask-row.ts';

/** Rec. 709 weights on coded values: what a person reads off as brightness. */
const LUMA = [0.2126, 0.7152, 0.0722] as const;

/** Window on coded luminance of the untouched picture, whose row `top` the raster begins with. */
export function luminanceRow(mask: LuminanceMask, { data, width }: Raster, top: number): MaskRow {
  const { lowNone, lowFull, highFull, highNone } = mask;
  const scale = 1 / topOf(data);
  const [red, green, blue] = LUMA.map((weight) => weight * scale) as [number, number, number];
  return (y, out) => {
    let some = false;
    for (let x = 0, p = (y - top) * width * 3; x < width; x++, p += 3) {
      const level = red * data[p]! + green * data[p + 1]! + blue * data[p + 2]!;
      const rise = level >= lowFull ? 1 : level <= lowNone ? 0 : (level - lowNone) / (lowFull - lowNone);
      const fall = level <= highFull ? 1 : level >= highNone ? 0 : (highNone - level) / (highNone - highFull);
      const t = Math.min(rise, fall);
      out[x] = t * t * (3 - 2 * t);
      if (t > 0) some = true;
    }
    return some;
  };
}

/** Distance of coded colours that a range of amount 0 and 100 covers in full; as much again to fade. */
const NARROW = 0.03;
const WIDE = 0.3;

/** Pixels like the samples: lightness counts half as much as the two colour differences. */
export function colorRow(mask: ColorMask, { data, width }: Raster, top: number): MaskRow {
  const reach = NARROW + (WIDE - NARROW) * (mask.amount / 100);
  const scale = 1 / topOf(data);
  // Lightness halved, red − green, blue − yellow of each sample.
  const samples = Float64Array.from(
    mask.samples.flatMap(({ r, g, b }) => [luma(r, g, b) / 2, r - g, b - (r + g) / 2]),
  );
  return (y, out) => {
    let some = false;
    for (let x = 0, p = (y - top) * width * 3; x < width; x++, p += 3) {
      const r = data[p]! * scale;
      const g = data[p + 1]! * scale;
      const b = data[p + 2]! * scale;
      const level = luma(r, g, b) / 2;
      const redGreen = r - g;
      const blueYellow = b - (r + g) / 2;
      let nearest = Number.POSITIVE_INFINITY;
      for (let s = 0; s < samples.length; s += 3) {
        const d0 = level - samples[s]!;
        const d1 = redGreen - samples[s + 1]!;
        const d2 = blueYellow - samples[s + 2]!;
        nearest = Math.min(nearest, d0 * d0 + d1 * d1 + d2 * d2);
      }
      const t = Math.min(1, Math.max(0, 2 - Math.sqrt(nearest) / reach));
      out[x] = t * t * (3 - 2 * t);
      if (t > 0) some = true;
    }
    return some;
  };
}

function luma(r: number, g: number, b: number): number {
  return LUMA[0] * r + LUMA[1] * g + LUMA[2] * b;
}
