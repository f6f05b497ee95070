import type { Raster } from '#image/raster.ts';
import type { Photoshop } from '../host/photoshop.ts';

/**
 * A picture as an address for `<img>`: JPEG in base64 is the one form that every UXP version shows. The host encodes;
 * its memory is given back in any case.
 *
 * @param raster 8-bit sRGB without alpha
 */
export async function showPicture({ imaging }: Photoshop, raster: Raster): Promise<string> {
  const { width, height } = raster;
  const imageData = await imaging.createImageDataFromBuffer(raster.data, {
    width,
    height,
    components: 3,
    chunky: true,
    colorProfile: 'sRGB IEC61966-2.1',
    colorSpace: 'RGB',
  });
  try {
    const encoded = await imaging.encodeImageData({ imageData, base64: true });
    return `data:image/jpeg;base64,${String(encoded)}`;
  } finally {
    imageData.dispose();
  }
}
