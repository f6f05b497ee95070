import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import { RetouchError } from '#wire/error.ts';

/**
 * The picture in a reply of the `rgb` format (see `renderRequestSchema`).
 *
 * @throws RetouchError `model-failed` when it is something else
 */
export function readPixels(content: Uint8Array): Raster {
  if (content.length >= 8) {
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    const width = view.getUint32(0, true);
    const height = view.getUint32(4, true);
    if (width > 0 && content.length === 8 + width * height * 3)
      return { width, height, data: content.subarray(8), space: SRGB };
  }
  throw new RetouchError('model-failed', 'The service answered with something else than a picture');
}
