import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { RetouchError } from '#wire/error.ts';

/** What a file is written from; of pieces, in order. */
export type FileContent = Uint8Array | string | readonly Uint8Array[];

/** A file that is written and safe on the disk, but not yet under its name. */
export interface StagedFile {
  readonly path: string;
  /** Puts it under its name, over what is there. @throws RetouchError `cannot-write` */
  commit(): Promise<void>;
  /** Removes it, unless it has its name already. */
  discard(): Promise<void>;
}

/**
 * Writes a file so that a killed run, a full disk or a crash never leaves a half-written one under its name: a temporary
 * file beside it, flushed to the disk, to be renamed over it.
 *
 * @param mode who may do what with it, as far as the person's umask lets
 * @throws RetouchError `cannot-write`
 */
export async function stageFile(path: string, content: FileContent, mode = 0o666): Promise<StagedFile> {
  const mark = `${process.pid}-${randomMark()}`;
  // Cut, so that a name of the greatest length still has one.
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${mark}.tmp`);
  const discard = () => unlink(temporary).catch(() => {});
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      for (const piece of Array.isArray(content) ? (content as Uint8Array[]) : [content as string])
        await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await discard();
    throw cannotWrite(path, error);
  }
  const commit = () =>
    rename(temporary, path).catch((error) => {
      throw cannotWrite(path, error);
    });
  return { path, commit, discard };
}

/** Eight hexadecimal digits; a name that is taken is refused when the file is opened. */
function randomMark(): string {
  return Math.floor(Math.random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}

/**
 * Writes a file at once: the old content or the new is under its name, never a part.
 *
 * @throws RetouchError `cannot-write`
 */
export async function writeFileAtomic(path: string, content: FileContent, mode?: number): Promise<void> {
  const staged = await stageFile(path, content, mode);
  try {
    await staged.commit();
  } finally {
    await staged.discard();
  }
}

/** Removes what killed runs have staged in a folder, and tells for which names. */
export async function sweepStaged(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(folder).catch(() => [])) {
    const [, name, pid] = /^\.(.+)\.(\d+)-[0-9a-f]{8}\.tmp$/.exec(entry) ?? [];
    if (name === undefined || isRunning(Number(pid))) continue;
    await unlink(join(folder, entry)).catch(() => {});
    names.push(name);
  }
  return names;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Makes a folder and those above it. Node's own recursion does not end where the parent exists but takes no folders
 * (`/proc/x`), so it is done here.
 *
 * @throws RetouchError `cannot-write`
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await makeWithParents(resolve(path));
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

async function makeWithParents(path: string): Promise<void> {
  if (await isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path && !(await isFolder(parent))) await makeWithParents(parent);
  await mkdir(path).catch(async (error) => {
    // Another run may have made it meanwhile.
    if (!(await isFolder(path))) throw error;
  });
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
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
