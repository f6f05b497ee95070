import sharp from 'sharp';
import { depthOf, samplesOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import type { RowRange } from '#render/renderer.ts';
import { RetouchError } from '#wire/error.ts';
import { greyToSrgb } from './grey-profile.ts';
import { memoryError } from './memory-error.ts';
import type { PhotoHeader } from './photo-header.ts';

/**
 * Decodes a photo: orientation applied once, samples exactly as stored when the profile is a matrix profile (or none),
 * converted to sRGB otherwise.
 *
 * @param rows of the displayed picture, where only these are wanted (see `PhotoHeader.byRows`): the same samples as a
 *   decoding of the whole has there
 * @throws RetouchError `bad-photo` (damaged), `internal` (no memory)
 */
export async function decodePixels(bytes: Uint8Array, header: PhotoHeader, rows?: RowRange): Promise<Raster> {
  const deep = header.bitDepth === 16;
  const { space, exact, greyCurve } = header.encoding;
  const file = sharp(bytes, {
    failOn: 'error',
    limitInputPixels: false,
    ignoreIcc: exact,
    sequentialRead: rows !== undefined,
  });
  try {
    const { data, info } = await (rows ? file.extract(storedArea(header, rows)) : file)
      .autoOrient()
      .toColourspace(deep ? 'rgb16' : 'srgb')
      .raw({ depth: deep ? 'ushort' : 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const samples = deep ? wordsOf(data) : new Uint8Array(data.buffer, data.byteOffset, data.length);
    const raster = { width: info.width, height: info.height, ...splitAlpha(samples, info.channels), space };
    if (greyCurve !== undefined) greyToSrgb(raster.data, greyCurve);
    return raster;
  } catch (error) {
    throw memoryError(error) ?? damaged(header.name, error);
  }
}

function damaged(name: string, cause: unknown): RetouchError {
  return new RetouchError(
    'bad-photo',
    `'${name}' is damaged or cut short: copy the photo again from its source`,
    {
      cause,
    },
  );
}

/** Where rows of the displayed picture lie in the stored one (TIFF 6.0, tag 274): turned by a quarter, they are columns. */
function storedArea({ stored, orientation }: PhotoHeader, { top, rows }: RowRange) {
  const { width, height } = stored;
  switch (orientation) {
    case 1:
    case 2:
      return { left: 0, top, width, height: rows };
    case 3:
    case 4:
      return { left: 0, top: height - top - rows, width, height: rows };
    case 5:
    case 6:
      return { left: top, top: 0, width: rows, height };
    case 7:
    case 8:
      return { left: width - top - rows, top: 0, width: rows, height };
  }
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
