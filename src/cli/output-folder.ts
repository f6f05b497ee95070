import { readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { cannotWrite, type StagedFile, sweepStaged } from '#node/files.ts';
import { RetouchError } from '#wire/error.ts';
import { resultSchema } from '#wire/result.ts';
import { protectOriginal } from './protect-original.ts';

const RESULT = 'result.json';

/** What earlier runs left in an output folder. */
export interface OutputFolder {
  readonly path: string;
  /** Names of the files that an earlier `result.json` lists, or that a killed run may have put there. */
  readonly ours: ReadonlySet<string>;
}

/**
 * Looks at an output folder before the work starts.
 *
 * @param names the files that are going to be written
 * @throws {RetouchError} `cannot-write` when one of them would replace the photo, a file of somebody else or a folder
 */
export async function checkOutputFolder(
  path: string,
  names: readonly string[],
  photo: string,
): Promise<OutputFolder> {
  const outputs = names.map((name) => join(path, name));
  await protectOriginal(photo, outputs);
  const unfinished = (await sweepStaged(path)).includes(RESULT);
  const ours = new Set([...(await listedFiles(path)), ...(unfinished ? names : [])]);
  for (const [index, name] of names.entries()) {
    const found = await stat(outputs[index]!).catch(() => undefined);
    if (found?.isDirectory()) throw cannotWrite(outputs[index]!, { code: 'EISDIR' });
    if (found && !ours.has(name))
      throw new RetouchError(
        'cannot-write',
        `'${outputs[index]}' is there already and not from an earlier run: choose another folder, or move it away`,
      );
  }
  return { path, ours };
}

/**
 * Puts a finished run in its place, in one go: what an earlier run made and this one does not replace goes, and
 * `result.json` comes last, so that where it is the run is complete.
 *
 * @throws {RetouchError} `cannot-write`
 */
export async function commitRun(
  { path, ours }: OutputFolder,
  files: readonly StagedFile[],
  result: StagedFile,
): Promise<void> {
  const remove = (name: string) => unlink(join(path, name)).catch(() => {});
  if (ours.size > 0) await remove(RESULT);
  for (const file of files) await file.commit();
  const written = new Set(files.map((file) => file.path));
  for (const name of ours) if (!written.has(join(path, name))) await remove(name);
  await result.commit();
}

/** Only plain names count: a `result.json` that lists `../x` is not ours. */
async function listedFiles(path: string): Promise<string[]> {
  try {
    const { candidates } = resultSchema.parse(JSON.parse(await readFile(join(path, RESULT), 'utf8')));
    return candidates
      .flatMap(({ files }) => [files.image, files.xmp])
      .filter((name): name is string => name !== null && /^\d+\.\w+$/.test(name));
  } catch {
    return [];
  }
}
