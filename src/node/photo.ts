import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { depthOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import { LIMITS } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';
import { type DecodedPhoto, type DecodeOptions, decodePhoto } from './decode.ts';

export interface OpenedPhoto extends DecodedPhoto {
  /** The file as it is. */
  readonly bytes: Uint8Array;
}

/**
 * Reads and decodes the photo at `path`.
 *
 * @throws RetouchError `bad-photo` or `too-large`, with a sentence for people
 */
export async function openPhotoFile(path: string, options?: DecodeOptions): Promise<OpenedPhoto> {
  const bytes = await readPhotoFile(path);
  const photo = await decodePhoto(bytes, basename(path), options);
  return { ...photo, raster: shareRaster(photo.raster), bytes };
}

/** The same picture in memory that render workers can read without a copy of their own. */
function shareRaster(raster: Raster): Raster {
  const { data, alpha } = raster;
  return { ...raster, data: share(data), ...(alpha === undefined ? {} : { alpha: share(alpha) }) };
}

function share(samples: Raster['data']): Raster['data'] {
  const memory = new SharedArrayBuffer(samples.byteLength);
  const shared = depthOf(samples) === 16 ? new Uint16Array(memory) : new Uint8Array(memory);
  shared.set(samples);
  return shared;
}

/**
 * Reads the file at `path` without decoding it.
 *
 * @throws RetouchError `bad-photo` (missing, a folder, no permission) or `too-large`
 */
export async function readPhotoFile(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    // A device or a pipe may never end.
    if (!found.isFile() && !found.isDirectory())
      throw new RetouchError('bad-photo', `Cannot open '${path}': it is not a file; name a photo`);
    const { size } = found;
    if (size > LIMITS.photoBytes) {
      throw new RetouchError(
        'too-large',
        `'${path}' has ${Math.round(size / 2 ** 20)} MB; the limit is ${LIMITS.photoBytes / 2 ** 20} MB: make a smaller copy`,
      );
    }
    return await readFile(path);
  } catch (error) {
    if (RetouchError.isInstance(error)) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new RetouchError('bad-photo', `Cannot open '${path}': ${REASONS[code] ?? message}`, {
      cause: error,
    });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name one photo in it',
  EACCES: 'you may not read it; check its permissions',
  EPERM: 'you may not read it; check its permissions',
  ENOTDIR: 'part of its path is a file, not a folder',
  EMFILE: 'too many files are open',
};
