import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';

/** Colours of all kinds, 8-bit sRGB, 64 × 64. */
export function rampRaster(): Raster {
  const edge = 64;
  const data = new Uint8Array(edge * edge * 3);
  for (let y = 0, p = 0; y < edge; y++)
    for (let x = 0; x < edge; x++) {
      data[p++] = x * 4;
      data[p++] = y * 4;
      data[p++] = ((x + y) * 2 + 40) % 256;
    }
  return { width: edge, height: edge, data, space: SRGB };
}
