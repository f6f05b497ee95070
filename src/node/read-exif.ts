import type { Metadata } from 'sharp';
import { concatBytes } from './bytes.ts';
import { EXIF_TAGS, stripExifHeader } from './exif.ts';
import type { PhotoFormat } from './sniff.ts';
import { openTiff, readDirectory } from './tiff-tags.ts';
import { collectTags, writeDirectory } from './tiff-write.ts';

/** Tags of a TIFF file's first directory that are about the photo, not about how its pixels are stored. */
export const DESCRIPTIVE_TAGS: readonly number[] = [
  0x10e,
  0x10f,
  0x110,
  EXIF_TAGS.orientation,
  0x131,
  0x132,
  0x13b,
  0x4746,
  0x4749,
  0x8298,
  0x9c9b,
  0x9c9c,
  0x9c9d,
  0x9c9e,
  0x9c9f,
  EXIF_TAGS.exifDirectory,
  EXIF_TAGS.gpsDirectory,
];

/** The EXIF data of a photo as a TIFF structure; a TIFF file keeps it in its own directory, from where it is collected. */
export function readExif(bytes: Uint8Array, format: PhotoFormat, metadata: Metadata): Uint8Array | undefined {
  if (format !== 'tiff') {
    const exif = metadata.exif === undefined ? undefined : stripExifHeader(metadata.exif);
    return exif === undefined || openTiff(exif) === undefined ? undefined : new Uint8Array(exif);
  }
  const tiff = openTiff(bytes);
  if (tiff === undefined) return undefined;
  const tags = collectTags(tiff, readDirectory(tiff, tiff.first), true).filter(({ tag }) =>
    DESCRIPTIVE_TAGS.includes(tag),
  );
  if (tags.every(({ tag }) => tag === EXIF_TAGS.orientation)) return undefined;
  const header = Uint8Array.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  return concatBytes([header, writeDirectory(tags, 8, true)]);
}
