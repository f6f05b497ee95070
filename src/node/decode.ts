import type { PhotoFacts } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { decodePixels } from './decode-pixels.ts';
import { type DecodeOptions, type PhotoHeader, readPhotoHeader } from './photo-header.ts';
import { sha256 } from './sha256.ts';

/** A photo as read: pixels, facts, and what its file carried besides. */
export interface DecodedPhoto
  extends Pick<PhotoHeader, 'bitDepth' | 'format' | 'orientation' | 'exif' | 'xmp' | 'notes'> {
  readonly raster: Raster;
  readonly facts: PhotoFacts;
  /** Encoding of the file as found: "sRGB", "Display P3", "CMYK". */
  readonly colorSpace: string;
}

/**
 * Decodes a whole photo (see `decodePixels`). The header's size is checked before any pixel is decoded.
 *
 * @throws RetouchError `bad-photo` (not a picture, damaged, unsupported) or `too-large`
 */
export async function decodePhoto(
  bytes: Uint8Array,
  name: string,
  options: DecodeOptions = {},
): Promise<DecodedPhoto> {
  const header = await readPhotoHeader(bytes, name, options);
  const raster = await decodePixels(bytes, header);
  const { width, height } = raster;
  const { bitDepth, format, orientation, exif, xmp, notes, encoding } = header;
  return {
    raster,
    facts: { name, width, height, source: 'rendered', sha256: sha256(bytes) },
    colorSpace: encoding.name,
    bitDepth,
    format,
    orientation,
    ...(exif === undefined ? {} : { exif }),
    ...(xmp === undefined ? {} : { xmp }),
    notes,
  };
}
