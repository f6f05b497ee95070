import type { Correction, Mask } from '#settings/settings.ts';
import { codedRow } from '../codec.ts';
import { upsampleRow } from '../local/upsample.ts';
import type { RenderSource } from '../renderer.ts';
import { linearWeight, radialWeight } from './geometry.ts';
import { colorWeight, luminanceWeight } from './ranges.ts';
import { regionPlane } from './regions.ts';

/** Writes a row of weights 0…1; false when all of them are zero. */
export type MaskRow = (y: number, out: Float32Array) => boolean;

/**
 * The masks of a correction, joined in order: add takes the larger weight, subtract what the next one leaves, intersect
 * the product. The first one stands for itself, whatever it says (a subtraction from nothing is nothing).
 */
export function correctionMask(source: RenderSource, correction: Correction): MaskRow {
  const rows = correction.masks.map((mask) => ({ mask, row: maskRow(source, mask) }));
  const own = new Float32Array(source.raster.width);
  return (y, out) => {
    out.fill(0);
    let some = false;
    rows.forEach(({ mask, row }, i) => {
      row(y, own);
      some = false;
      for (let x = 0; x < out.length; x++) {
        const weight = mask.inverted ? 1 - own[x]! : own[x]!;
        const before = out[x]!;
        let joined: number;
        if (mask.combine === 'subtract') joined = before * (1 - weight);
        else if (mask.combine === 'intersect') joined = i === 0 ? weight : before * weight;
        else joined = Math.max(weight, before);
        out[x] = joined;
        if (joined > 0) some = true;
      }
    });
    return some;
  };
}

function maskRow(source: RenderSource, mask: Mask): (y: number, out: Float32Array) => void {
  const { raster } = source;
  const { width, height } = raster;
  switch (mask.kind) {
    case 'linear':
    case 'radial': {
      const weight =
        mask.kind === 'linear' ? linearWeight(mask, width, height) : radialWeight(mask, width, height);
      return (y, out) => {
        for (let x = 0; x < width; x++) out[x] = weight(x, y);
      };
    }
    case 'luminance':
    case 'color': {
      const weight = mask.kind === 'luminance' ? luminanceWeight(mask) : colorWeight(mask);
      const coded = new Float32Array(width * 3);
      return (y, out) => {
        codedRow(raster, y, coded);
        for (let x = 0; x < width; x++) out[x] = weight(coded[x * 3]!, coded[x * 3 + 1]!, coded[x * 3 + 2]!);
      };
    }
    case 'ai': {
      const plane = regionPlane(source, mask.target);
      if (!plane) return (_, out) => out.fill(0);
      return (y, out) => upsampleRow(plane, y, width, width / plane.width, height / plane.height, out);
    }
  }
}
