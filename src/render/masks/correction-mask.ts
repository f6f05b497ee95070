import type { Correction, Mask } from '#settings/settings.ts';
import { RowUpsampler } from '../local/upsample.ts';
import type { RenderSource } from '../renderer.ts';
import { linearRow, radialRow } from './geometry.ts';
import type { MaskRow } from './mask-row.ts';
import { colorRow, luminanceRow } from './ranges.ts';
import { regionPlane } from './regions.ts';

/**
 * The masks of a correction, joined in order: add takes the larger weight, subtract what the next one leaves, intersect
 * the product. The first one stands for itself, whatever it says (a subtraction from nothing is nothing).
 */
export function correctionMask(source: RenderSource, { masks }: Correction): MaskRow {
  const rows = masks.map((mask) => maskRow(source, mask));
  const only = masks[0];
  if (masks.length === 1 && only && !only.inverted && only.combine !== 'subtract') return rows[0]!;
  const own = new Float32Array(source.raster.width);
  return (y, out) => {
    out.fill(0);
    let some = false;
    for (let i = 0; i < rows.length; i++) {
      const { combine, inverted } = masks[i]!;
      const any = rows[i]!(y, own) || inverted;
      if (!any && combine !== 'intersect') continue;
      if (inverted) for (let x = 0; x < own.length; x++) own[x] = 1 - own[x]!;
      some = join(out, own, combine === 'intersect' && i === 0 ? 'add' : combine);
    }
    return some;
  };
}

/** Whether some weight is left. */
function join(out: Float32Array, own: Float32Array, combine: Mask['combine']): boolean {
  if (combine === 'add') for (let x = 0; x < out.length; x++) out[x] = Math.max(out[x]!, own[x]!);
  else if (combine === 'subtract') for (let x = 0; x < out.length; x++) out[x]! *= 1 - own[x]!;
  else for (let x = 0; x < out.length; x++) out[x]! *= own[x]!;
  for (let x = 0; x < out.length; x++) if (out[x]! > 0) return true;
  return false;
}

function maskRow(source: RenderSource, mask: Mask): MaskRow {
  const { raster, window } = source;
  const { width } = raster;
  const { height } = window;
  switch (mask.kind) {
    case 'linear':
      return linearRow(mask, width, height);
    case 'radial':
      return radialRow(mask, width, height);
    case 'luminance':
      return luminanceRow(mask, raster, window.top);
    case 'color':
      return colorRow(mask, raster, window.top);
    case 'ai': {
      const plane = regionPlane(source, mask.target);
      if (!plane) return (_, out) => out.fill(0) && false;
      const upsampler = new RowUpsampler(plane.width, width, width / plane.width, height / plane.height);
      return (y, out) => {
        upsampler.row(plane.data, plane.height, y, out);
        return true;
      };
    }
  }
}
