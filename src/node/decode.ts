import type { Metadata } from 'sharp';
import sharp from 'sharp';
import { depthOf, samplesOf } from '#image/depth.ts';
import type { PhotoFacts } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import type { Orientation } from '#settings/orient.ts';
import { LIMITS } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';
import { sha256 } from './files.ts';
import { greyToSrgb } from './grey-profile.ts';
import { chooseInputEncoding } from './input-encoding.ts';
import { readExif } from './read-exif.ts';
import { type PhotoFormat, sniffPhoto } from './sniff.ts';

/** A photo as read: pixels, facts, and what its file carried besides. */
export interface DecodedPhoto {
  readonly raster: Raster;
  readonly facts: PhotoFacts;
  /** Encoding of the file as found: "sRGB", "Display P3", "CMYK". */
  readonly colorSpace: string;
  readonly bitDepth: 8 | 16;
  readonly format: PhotoFormat;
  /** Of the file; it is applied in `raster`, and masks in files lie in the frame before it. */
  readonly orientation: Orientation;
  /** TIFF structure of the EXIF data, without `Exif\0\0`. */
  readonly exif?: Uint8Array;
  /** The XMP packet. */
  readonly xmp?: string;
  /** What was done to read it, for the person. */
  readonly notes: readonly string[];
}

export interface DecodeOptions {
  /** Largest picture that is accepted, in pixels. */
  readonly maxPixels?: number;
}

/**
 * Decodes a photo: orientation applied once, samples exactly as stored when the profile is a matrix profile (or none),
 * converted to sRGB otherwise. The header's size is checked before any pixel is decoded.
 *
 * @throws RetouchError `bad-photo` (not a picture, damaged, unsupported) or `too-large`
 */
export async function decodePhoto(
  bytes: Uint8Array,
  name: string,
  options: DecodeOptions = {},
): Promise<DecodedPhoto> {
  const format = sniffPhoto(bytes, name);
  const metadata = await readHeader(bytes, name);
  checkSize(metadata, name, options.maxPixels ?? LIMITS.photoPixels);
  const exif = readExif(bytes, format, metadata);
  const encoding = chooseInputEncoding(metadata, exif);
  const notes = [...(encoding.note === undefined ? [] : [encoding.note]), ...describeReading(metadata)];
  const bitDepth = metadata.depth === 'uchar' ? 8 : 16;
  const deep = bitDepth === 16;
  try {
    const { data, info } = await sharp(bytes, {
      failOn: 'error',
      limitInputPixels: false,
      ignoreIcc: encoding.exact,
    })
      .autoOrient()
      .toColourspace(deep ? 'rgb16' : 'srgb')
      .raw({ depth: deep ? 'ushort' : 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const samples = deep ? wordsOf(data) : new Uint8Array(data.buffer, data.byteOffset, data.length);
    const size = { width: info.width, height: info.height };
    const raster = { ...size, ...splitAlpha(samples, info.channels), space: encoding.space };
    if (encoding.greyCurve !== undefined) greyToSrgb(raster.data, encoding.greyCurve);
    return {
      raster,
      facts: { name, ...size, source: 'rendered', sha256: sha256(bytes) },
      colorSpace: encoding.name,
      bitDepth,
      format,
      orientation: orientationOf(metadata),
      ...(exif === undefined ? {} : { exif }),
      ...(metadata.xmpAsString === undefined ? {} : { xmp: metadata.xmpAsString }),
      notes,
    };
  } catch (error) {
    throw new RetouchError(
      'bad-photo',
      `'${name}' is damaged or cut short: copy the photo again from its source`,
      { cause: error },
    );
  }
}

function orientationOf({ orientation = 1 }: Metadata): Orientation {
  return (orientation >= 1 && orientation <= 8 ? orientation : 1) as Orientation;
}

async function readHeader(bytes: Uint8Array, name: string): Promise<Metadata> {
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

function wordsOf(data: Buffer): Uint16Array {
  // A pooled buffer may begin at an odd address.
  if (data.byteOffset % 2 === 0) return new Uint16Array(data.buffer, data.byteOffset, data.length / 2);
  return new Uint16Array(new Uint8Array(data).buffer);
}

function splitAlpha(samples: Uint8Array | Uint16Array, channels: number): Pick<Raster, 'data' | 'alpha'> {
  if (channels === 3) return { data: samples };
  const pixels = samples.length / channels;
  const depth = depthOf(samples);
  const data = samplesOf(depth, pixels * 3);
  const alpha = samplesOf(depth, pixels);
  for (let pixel = 0, from = 0, to = 0; pixel < pixels; pixel++, from += channels, to += 3) {
    data[to] = samples[from]!;
    data[to + 1] = samples[from + 1]!;
    data[to + 2] = samples[from + 2]!;
    alpha[pixel] = samples[from + 3]!;
  }
  return { data, alpha };
}
