import { spawnSync } from 'node:child_process';

/** Whether a program of this name can be started here. */
export function hasProgram(name: string): boolean {
  const found = spawnSync(name, ['--version'], { stdio: 'ignore' });
  return found.error === undefined;
}

/**
 * Tests that need a real program. Where it is absent they are skipped, with its name in the title; on CI an
 * absent program is a failure, since nothing would be tested then.
 */
export function describeWithProgram(name: string, title: string, fn: () => void): void {
  if (hasProgram(name)) {
    describe(title, fn);
  } else if (process.env['CI']) {
    describe(title, () => {
      test(`${name} is installed`, () => {
        throw new Error(`Install '${name}': this test talks to the real program`);
      });
    });
  } else {
    describe.skip(`${title} (needs ${name}, which is not installed)`, fn);
  }
}

/** Runs a program and returns what it printed. @throws with its error output when it fails. */
export function runProgram(name: string, args: readonly string[], input?: string | Uint8Array): string {
  const done = spawnSync(name, args, { encoding: 'utf8', ...(input === undefined ? {} : { input }) });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0)
    throw new Error(`'${name} ${args.join(' ')}' ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}

/** The same for a program whose output is not text. */
export function runProgramForBytes(name: string, args: readonly string[]): Buffer {
  const done = spawnSync(name, args, { maxBuffer: 2 ** 28 });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0)
    throw new Error(`'${name} ${args.join(' ')}' ended with ${done.status}: ${done.stderr}`);
  return done.stdout;
}
