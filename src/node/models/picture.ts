import { SRGB } from '#color/spaces.ts';
import { convertRaster } from '#image/convert.ts';
import type { Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import { encodeJpeg } from '#node/encode.ts';
import type { ImageCaps } from '#openai/chat.ts';

const QUALITIES = [90, 80, 65, 50];
/** What is still too large at the least quality is made smaller by this factor, as often as needed. */
const SHRINK = 0.75;
const SMALLEST_EDGE = 64;

/**
 * A picture as a model gets it: a JPEG within the caps, in sRGB, with nothing but pixels in it. A profile is left out too:
 * its name can tell whose monitor it is of.
 */
export async function pictureForModel(raster: Raster, { longEdge, bytes }: ImageCaps): Promise<Uint8Array> {
  const picture = convertRaster(fitWithin(raster, longEdge), SRGB, 8);
  for (const quality of QUALITIES) {
    const jpeg = await encodeJpeg(picture, quality);
    if (jpeg.length <= bytes) return jpeg;
  }
  const edge = Math.floor(Math.max(picture.width, picture.height) * SHRINK);
  if (edge >= SMALLEST_EDGE) return await pictureForModel(picture, { longEdge: edge, bytes });
  return await encodeJpeg(picture, QUALITIES.at(-1)!);
}
