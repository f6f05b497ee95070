import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RetouchError } from '#wire/error.ts';

/** Hex SHA-256. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Writes a file so that a killed run, a full disk or a crash never leaves a half-written one under its name: a temporary
 * file beside it, flushed to the disk, then renamed over it.
 *
 * @throws RetouchError `cannot-write`
 */
export async function writeFileAtomic(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw cannotWrite(path, error);
  }
}

/**
 * Makes a folder and those above it.
 *
 * @throws RetouchError `cannot-write`
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'the folder may not be written to; choose another one or change its permissions',
  EPERM: 'the system does not permit it; choose another folder',
  EROFS: 'the disk is read-only; choose another folder',
  ENOSPC: 'the disk is full; free some space or choose another folder',
  EDQUOT: 'your disk quota is used up; free some space or choose another folder',
  ENOTDIR: 'part of its path is a file, not a folder',
  EEXIST: 'a file of that name is in the way',
  EISDIR: 'there is a folder of that name',
  ENOENT: 'its folder does not exist',
  ENAMETOOLONG: 'its name is too long',
  EFBIG: 'the file system does not take files of this size',
};

/** The sentence for a failed write, with what to do about it. */
export function cannotWrite(path: string, error: unknown): RetouchError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const reason = REASONS[code] ?? message;
  return new RetouchError('cannot-write', `Cannot write '${path}': ${reason}`, { cause: error });
}
