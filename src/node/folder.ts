import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Access to the files of one folder; a folder that is not there has none. */
export function filesIn(folder: string): {
  list(): Promise<string[]>;
  read(name: string): Promise<Uint8Array>;
} {
  return {
    list: () => readdir(folder).catch(() => []),
    read: (name) => readFile(join(folder, name)),
  };
}
