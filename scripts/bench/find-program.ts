import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The first program of one of these names on the PATH, earlier names first. Scripts are passed over: what they call is
 * what is to be timed, not a shell in front of it.
 */
export function findProgram(names: readonly string[], path = process.env['PATH'] ?? ''): string | undefined {
  for (const name of names) {
    for (const folder of path.split(delimiter).filter(Boolean)) {
      const file = join(folder, name);
      if (isProgram(file)) return file;
    }
  }
  return undefined;
}

function isProgram(file: string): boolean {
  try {
    const found = statSync(file);
    return found.isFile() && (found.mode & 0o111) !== 0 && firstBytes(file) !== '#!';
  } catch {
    return false;
  }
}

function firstBytes(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const start = Buffer.alloc(2);
    readSync(descriptor, start, 0, 2, 0);
    return start.toString('latin1');
  } finally {
    closeSync(descriptor);
  }
}
