import { RetouchError } from '#wire/error.ts';
import { readSmallFile } from './small-file.ts';

/** `file#2` → file and 2; a file whose own name ends in `#…` is found when no rank follows. */
export function splitRank(reference: string): { path: string; rank: number } {
  const match = /^(.*)#(\d{1,3})$/.exec(reference);
  return match ? { path: match[1]!, rank: Number(match[2]) } : { path: reference, rank: 1 };
}

/** @throws {RetouchError} `not-found` or `bad-settings` */
export async function readJson(path: string): Promise<unknown> {
  const text = (await readSmallFile(path)).toString('utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RetouchError('bad-settings', `'${path}' is not JSON: ${(cause as Error).message}`, { cause });
  }
}
