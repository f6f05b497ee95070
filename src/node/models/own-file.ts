import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type * as z from 'zod';
import { makeFolder, writeFileAtomic } from '#node/files.ts';
import { RetouchError } from '#wire/error.ts';

/** Larger than any file of settings a person makes. */
const MAX_BYTES = 2 ** 20;

/** A small JSON file of ours. It carries the version of its form; one that cannot be read is left as it is. */
export interface OwnFile<T> {
  readonly path: string;
  /**
   * Its content; `empty` when there is no such file.
   *
   * @throws {RetouchError} `bad-settings` when it is damaged, of a newer version, or not a file
   */
  read(): Promise<T>;
  /** @throws {RetouchError} `cannot-write` */
  write(content: T): Promise<void>;
}

interface OwnFileOptions<T> {
  readonly path: string;
  /** Its `version` is the one that this program writes. */
  readonly schema: z.ZodType<T>;
  readonly empty: T;
  readonly version: number;
  /** Permissions, on systems that have such. */
  readonly mode?: number;
}

export function ownFile<T>({ path, schema, empty, version, mode }: OwnFileOptions<T>): OwnFile<T> {
  const unusable = (what: string, cause?: unknown) =>
    new RetouchError('bad-settings', `'${path}' ${what}`, cause === undefined ? {} : { cause });

  async function read(): Promise<T> {
    const text = await readText(path, unusable);
    if (text === undefined) return empty;
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch (cause) {
      const { message } = cause as Error;
      throw unusable(`is not JSON (${message}): correct it, or move it away to begin anew`, cause);
    }
    const found = (parsed as { version?: unknown } | null)?.version;
    if (typeof found === 'number' && found > version)
      throw unusable(`was written by a newer RetouchIQ (version ${found} of the file): update this one`);
    const checked = schema.safeParse(parsed);
    if (checked.success) return checked.data;
    const { path: place, message } = checked.error.issues[0]!;
    const where = place.length === 0 ? '' : ` at ${place.map(String).join('.')}`;
    throw unusable(`is wrong${where}: ${message}. Correct it, or move it away to begin anew`, checked.error);
  }

  return {
    path,
    read,
    async write(content) {
      await makeFolder(dirname(path));
      // A link to a file kept elsewhere stays a link.
      const target = await realpath(path).catch(() => path);
      await writeFileAtomic(target, `${JSON.stringify(content, null, 2)}\n`, mode);
    },
  };
}

async function readText(
  path: string,
  unusable: (what: string, cause?: unknown) => RetouchError,
): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw unusable('is not a file: move it away');
    if (found.size > MAX_BYTES) throw unusable('is far too large for a file of settings: move it away');
    return (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    if (RetouchError.isInstance(error)) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw unusable(`cannot be read: ${message}`, error);
  }
}
