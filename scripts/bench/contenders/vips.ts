import { writeFile } from 'node:fs/promises';
import { runChild } from '../child.ts';
import { findProgram } from '../find-program.ts';
import { versionIn } from '../version-in.ts';
import { type BenchFiles, type Contender, type Missing, TIMEOUT_MS } from './contender.ts';

const MULTIPLY = '1.1 1.05 1.08';
const ADD = '2 -3 1';
const MATRIX = '3 3\n1.1 -0.05 -0.05\n-0.04 1.08 -0.04\n-0.03 -0.07 1.1\n';

/**
 * The command does one operation per call. The two forms that join two of them are both measured, for which is faster
 * depends on the machine: through a temporary file in vips' own format, or through a pipe, both calls at once.
 */
export async function vips({ jpeg, at }: BenchFiles): Promise<readonly Contender[] | Missing> {
  const program = findProgram(['vips']);
  if (program === undefined) return { name: 'vips', remedy: 'apt-get install libvips-tools' };
  const options = { timeoutMs: TIMEOUT_MS };
  const version = versionIn((await runChild(program, ['--version'], options)).stdout);
  const matrix = at('vips.mat');
  await writeFile(matrix, MATRIX);
  const common = { role: 'peer', start: 'cold', edit: 'linear, recomb' } as const;
  const target = (path: string) => `${path}[Q=90,subsample_mode=on]`;
  const [between, fromFile, fromPipe] = [at('vips.v'), at('vips-file.jpg'), at('vips-pipe.jpg')];
  const first = ['linear', jpeg];
  const rest = [MULTIPLY, ADD, '--uchar'];
  return [
    {
      ...common,
      id: 'vips-file',
      name: `vips ${version}, temporary file`,
      async run() {
        await runChild(program, [...first, between, ...rest], options);
        await runChild(program, ['recomb', between, target(fromFile), matrix], options);
        return fromFile;
      },
    },
    {
      ...common,
      id: 'vips-pipe',
      name: `vips ${version}, pipe`,
      async run() {
        const script = '"$0" linear "$1" .ppm "$2" "$3" --uchar | "$0" recomb stdin "$4" "$5"';
        await runChild(
          '/bin/sh',
          ['-c', script, program, jpeg, MULTIPLY, ADD, target(fromPipe), matrix],
          options,
        );
        return fromPipe;
      },
    },
  ];
}
