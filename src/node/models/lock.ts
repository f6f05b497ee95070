import { open, stat, unlink } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { RetouchError } from '#wire/error.ts';

const [LOOK_MS, PATIENCE_MS] = [25, 3000];
/** A lock of this age was left by a program that was killed. */
const STALE_MS = 10_000;

/**
 * Does `work` while no other program of ours changes the same files.
 *
 * @param path of the lock, a file that exists while it is held
 * @throws {RetouchError} `busy`
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const since = Date.now();
  while (!(await take(path))) {
    if (Date.now() - since > PATIENCE_MS)
      throw new RetouchError(
        'busy',
        `Another RetouchIQ is changing the models: try again, or remove '${path}'`,
      );
    await setTimeout(LOOK_MS);
  }
  try {
    return await work();
  } finally {
    await unlink(path).catch(() => {});
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    // What else is wrong with the folder is told better by the write that follows.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return true;
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > STALE_MS) await unlink(path).catch(() => {});
    return false;
  }
}
