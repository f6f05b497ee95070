import {
  entryNumber,
  findEntry,
  openTiff,
  readDirectory,
  type TiffDirectory,
  type TiffView,
} from './tiff-tags.ts';

/** EXIF 2.32 tag numbers used here. */
export const EXIF_TAGS = {
  imageWidth: 0x100,
  imageHeight: 0x101,
  orientation: 0x112,
  thumbnailOffset: 0x201,
  thumbnailLength: 0x202,
  exifDirectory: 0x8769,
  gpsDirectory: 0x8825,
  colorSpace: 0xa001,
  pixelWidth: 0xa002,
  pixelHeight: 0xa003,
  interopDirectory: 0xa005,
  interopIndex: 1,
} as const;

/** The TIFF structure inside an EXIF block, whether or not it begins with JPEG's `Exif\0\0`. */
export function stripExifHeader(exif: Uint8Array): Uint8Array {
  const header = [0x45, 0x78, 0x69, 0x66, 0, 0];
  return header.every((byte, index) => exif[index] === byte) ? exif.subarray(6) : exif;
}

/**
 * The encoding that EXIF hints at for a file without a profile: DCF's option file says Adobe RGB by the
 * interoperability index `R03` (ColorSpace is then 0xFFFF, "uncalibrated").
 */
export function exifColorSpace(exif: Uint8Array | undefined): 'sRGB' | 'Adobe RGB (1998)' | undefined {
  const tiff = exif === undefined ? undefined : openTiff(exif);
  if (tiff === undefined) return undefined;
  const directory = subdirectory(tiff, readDirectory(tiff, tiff.first), EXIF_TAGS.exifDirectory);
  const colorSpace = entryNumber(tiff, findEntry(directory, EXIF_TAGS.colorSpace));
  if (colorSpace === 1) return 'sRGB';
  if (colorSpace === 2) return 'Adobe RGB (1998)'; // not in the standard, but written by some cameras
  const index = findEntry(subdirectory(tiff, directory, EXIF_TAGS.interopDirectory), EXIF_TAGS.interopIndex);
  if (colorSpace !== 0xffff || index === undefined) return undefined;
  const text = String.fromCharCode(...tiff.bytes.subarray(index.valueAt, index.valueAt + 3));
  return text === 'R03' ? 'Adobe RGB (1998)' : undefined;
}

/**
 * A copy of the EXIF block made true for a rendered picture: orientation 1 (it is applied), the new pixel size, no
 * thumbnail of the old picture. Everything else, offsets inside maker notes included, stays where it was.
 *
 * @param exif TIFF structure without `Exif\0\0`
 * @returns undefined when the block is not readable
 */
export function updateExif(exif: Uint8Array, width: number, height: number): Uint8Array | undefined {
  const copy = exif.slice();
  const tiff = openTiff(copy);
  if (tiff === undefined) return undefined;
  const main = readDirectory(tiff, tiff.first);
  if (main.entries.length === 0) return undefined;
  const details = subdirectory(tiff, main, EXIF_TAGS.exifDirectory);
  setNumber(tiff, main, EXIF_TAGS.orientation, 1);
  setNumber(tiff, main, EXIF_TAGS.imageWidth, width);
  setNumber(tiff, main, EXIF_TAGS.imageHeight, height);
  setNumber(tiff, details, EXIF_TAGS.pixelWidth, width);
  setNumber(tiff, details, EXIF_TAGS.pixelHeight, height);
  return dropThumbnail(tiff, main);
}

export function subdirectory(tiff: TiffView, directory: TiffDirectory, tag: number): TiffDirectory {
  return readDirectory(tiff, entryNumber(tiff, findEntry(directory, tag)) ?? 0);
}

function setNumber(tiff: TiffView, directory: TiffDirectory, tag: number, value: number): void {
  const entry = findEntry(directory, tag);
  if (entry === undefined || entry.count !== 1) return;
  if (entry.type === 3) tiff.view.setUint16(entry.valueAt, Math.min(value, 0xffff), tiff.littleEndian);
  if (entry.type === 4) tiff.view.setUint32(entry.valueAt, value, tiff.littleEndian);
}

function dropThumbnail(tiff: TiffView, main: TiffDirectory): Uint8Array {
  if (main.nextAt === 0 || main.next === 0) return tiff.bytes;
  const thumbnail = readDirectory(tiff, main.next);
  const offset = entryNumber(tiff, findEntry(thumbnail, EXIF_TAGS.thumbnailOffset));
  const length = entryNumber(tiff, findEntry(thumbnail, EXIF_TAGS.thumbnailLength));
  tiff.view.setUint32(main.nextAt, 0, tiff.littleEndian);
  if (
    offset === undefined ||
    length === undefined ||
    offset + length > tiff.bytes.length ||
    offset < main.nextAt
  )
    return tiff.bytes;
  if (offset + length === tiff.bytes.length) return tiff.bytes.subarray(0, offset);
  tiff.bytes.fill(0, offset, offset + length);
  return tiff.bytes;
}
