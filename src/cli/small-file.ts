import { readFile, stat } from 'node:fs/promises';
import { RetouchError } from '#wire/error.ts';

/** Settings with many painted masks take a few megabytes. */
const MAX_BYTES = 64 * 2 ** 20;

/**
 * A file of settings.
 *
 * @throws {RetouchError} `not-found`, or `too-large` for what cannot be one (a photo by mistake)
 */
export async function readSmallFile(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size <= MAX_BYTES) return await readFile(path);
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    throw new RetouchError('not-found', `Cannot read '${path}': ${REASONS[code] ?? message}`, { cause });
  }
  throw new RetouchError('too-large', `'${path}' is far too large for a file of settings`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of its path is a file, not a folder',
  EACCES: 'you may not read it; check its permissions',
  EPERM: 'you may not read it; check its permissions',
  ENAMETOOLONG: 'its name is too long',
};
