import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { RetouchError } from '#wire/error.ts';
import { LIMITS } from '#wire/limits.ts';
import type { DecodedPhoto } from './decode.ts';
import type { DecodeOptions } from './photo-header.ts';

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
  const bytes = await readPhotoFile(path, { shared: true });
  // Decoding brings a large library with it, which reading a file does not need.
  const { decodePhoto } = await import('./decode.ts');
  return { ...(await decodePhoto(bytes, basename(path), options)), bytes };
}

/**
 * Reads the file at `path` without decoding it.
 *
 * @param options.shared into memory that workers can read without a copy of their own; not for what other libraries get
 * @throws RetouchError `bad-photo` (missing, a folder, no permission) or `too-large`
 */
export async function readPhotoFile(path: string, { shared = false } = {}): Promise<Uint8Array> {
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
    return await readAll(path, shared ? new SharedArrayBuffer(size) : new ArrayBuffer(size));
  } catch (error) {
    if (RetouchError.isInstance(error)) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new RetouchError('bad-photo', `Cannot open '${path}': ${REASONS[code] ?? message}`, {
      cause: error,
    });
  }
}

/** In one call: `readFile` would take many small ones. */
async function readAll(path: string, memory: ArrayBuffer | SharedArrayBuffer): Promise<Uint8Array> {
  const bytes = new Uint8Array(memory);
  const file = await open(path);
  try {
    let end = 0;
    while (end < bytes.length) {
      const { bytesRead } = await file.read(bytes, end, bytes.length - end, end);
      if (bytesRead === 0) break;
      end += bytesRead;
    }
    return bytes.subarray(0, end);
  } finally {
    await file.close();
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
