import type { Metadata } from 'sharp';
import sharp from 'sharp';
import type { Orientation } from '#settings/orient.ts';
import { RetouchError } from '#wire/error.ts';
import { LIMITS } from '#wire/limits.ts';
import { chooseInputEncoding, type InputEncoding } from './input-encoding.ts';
import { readExif } from './read-exif.ts';
import { type PhotoFormat, sniffPhoto } from './sniff.ts';

/** What a photo's file says about it before a pixel is decoded. */
export interface PhotoHeader {
  readonly name: string;
  readonly format: PhotoFormat;
  /** As stored, before orientation, px. */
  readonly stored: { readonly width: number; readonly height: number };
  /** Of the file; masks in files lie in the frame before it. */
  readonly orientation: Orientation;
  readonly encoding: InputEncoding;
  readonly bitDepth: 8 | 16;
  readonly hasAlpha: boolean;
  /** Whether rows can be decoded for themselves: not where the file must be read to its end before the first is known. */
  readonly byRows: boolean;
  /** TIFF structure of the EXIF data, without `Exif\0\0`. */
  readonly exif?: Uint8Array;
  /** The XMP packet. */
  readonly xmp?: string;
  /** What is done to read it, for the person. */
  readonly notes: readonly string[];
}

export interface DecodeOptions {
  /** Largest picture that is accepted, in pixels. */
  readonly maxPixels?: number;
}

/**
 * Reads the header and checks the size.
 *
 * @throws RetouchError `bad-photo` (not a picture, damaged, unsupported) or `too-large`
 */
export async function readPhotoHeader(
  bytes: Uint8Array,
  name: string,
  options: DecodeOptions = {},
): Promise<PhotoHeader> {
  const format = sniffPhoto(bytes, name);
  const metadata = await readMetadata(bytes, name);
  checkSize(metadata, name, options.maxPixels ?? LIMITS.photoPixels);
  const exif = readExif(bytes, format, metadata);
  const encoding = chooseInputEncoding(metadata, exif);
  return {
    name,
    format,
    stored: { width: metadata.width, height: metadata.height },
    orientation: orientationOf(metadata),
    encoding,
    bitDepth: metadata.depth === 'uchar' ? 8 : 16,
    hasAlpha: metadata.hasAlpha,
    byRows: ROW_FORMATS.has(format) && !metadata.isProgressive,
    ...(exif === undefined ? {} : { exif }),
    ...(metadata.xmpAsString === undefined ? {} : { xmp: metadata.xmpAsString }),
    notes: [...(encoding.note === undefined ? [] : [encoding.note]), ...describeReading(metadata)],
  };
}

const ROW_FORMATS: ReadonlySet<PhotoFormat> = new Set(['jpeg', 'png', 'tiff']);

function orientationOf({ orientation = 1 }: Metadata): Orientation {
  return (orientation >= 1 && orientation <= 8 ? orientation : 1) as Orientation;
}

async function readMetadata(bytes: Uint8Array, name: string): Promise<Metadata> {
  try {
    return await sharp(bytes, { failOn: 'error', limitInputPixels: false }).metadata();
  } catch (error) {
    throw new RetouchError('bad-photo', `'${name}' is damaged: its header cannot be read`, { cause: error });
  }
}

function checkSize(metadata: Metadata, name: string, maxPixels: number): void {
  const pixels = metadata.width * metadata.height;
  if (pixels <= maxPixels) return;
  const size = `${metadata.width} × ${metadata.height} px (${Math.round(pixels / 1e6)} MP)`;
  throw new RetouchError(
    'too-large',
    `'${name}' is ${size}; the largest photo that is accepted is ${Math.round(maxPixels / 1e6)} MP: make a smaller copy`,
  );
}

function describeReading(metadata: Metadata): string[] {
  const notes: string[] = [];
  if (orientationOf(metadata) !== 1) notes.push('Orientation applied');
  if ((metadata.pages ?? 1) > 1) notes.push(`Only the first of ${metadata.pages} frames is used`);
  if (metadata.hasAlpha) notes.push('Transparency is kept as it is (a JPEG gets a white background)');
  return notes;
}
