import { stat } from 'node:fs/promises';
import { RetouchError } from '#wire/error.ts';

/** @throws {RetouchError} `cannot-write` when one of the outputs is the original, by whatever name. */
export async function protectOriginal(original: string, outputs: readonly string[]): Promise<void> {
  const identify = (path: string) => stat(path, { bigint: true }).catch(() => undefined);
  const source = await identify(original);
  for (const output of outputs) {
    const target = await identify(output);
    if (source && target && target.ino === source.ino && target.dev === source.dev)
      throw new RetouchError(
        'cannot-write',
        `'${output}' is the photo itself: choose another place, originals are never written to`,
      );
  }
}
