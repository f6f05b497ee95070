import type { Raster } from '#image/raster.ts';
import type { Bounds } from '../../../../plugin/photoshop/host/photoshop.ts';
import type { Mask } from './state.ts';

const NOTHING: Bounds = { left: 0, top: 0, right: 0, bottom: 0 };

/** Where a plane is not zero; all zero when it is nowhere. */
export function boundsOf(plane: ArrayLike<number>, width: number): Bounds {
  let [left, top, right, bottom] = [width, Number.POSITIVE_INFINITY, -1, -1];
  for (let i = 0; i < plane.length; i++) {
    if (plane[i] === 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return right < 0 ? NOTHING : { left, top, right, bottom };
}

export function boundsOfPixels(pixels: Raster): Bounds {
  if (pixels.alpha) return boundsOf(pixels.alpha, pixels.width);
  return { left: 0, top: 0, right: pixels.width, bottom: pixels.height };
}

export function isEmpty(pixels: Raster): boolean {
  return pixels.alpha?.every((value) => value === 0) ?? false;
}

/** Colour where the mask lets it through; what it hides is gone. */
export function absorbMask(pixels: Raster, mask: Mask | null): Raster {
  if (mask === null) return pixels;
  const full = pixels.data.BYTES_PER_ELEMENT === 1 ? 255 : 65535;
  const alpha =
    pixels.alpha?.slice() ??
    (full === 255 ? new Uint8Array(mask.length) : new Uint16Array(mask.length)).fill(full);
  for (let i = 0; i < mask.length; i++) alpha[i] = Math.round((alpha[i]! * mask[i]!) / 255);
  return { ...pixels, alpha };
}
