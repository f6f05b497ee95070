import { runChild } from '../child.ts';
import { findProgram } from '../find-program.ts';
import { versionIn } from '../version-in.ts';
import { type BenchFiles, type Contender, type Missing, TIMEOUT_MS } from './contender.ts';

/** Brighter, an S-curve, more colour, a colour matrix; all of it pointwise. */
const EDIT = [
  ...['-evaluate', 'multiply', '1.15'],
  ...['-sigmoidal-contrast', '3,45%'],
  ...['-modulate', '100,115,100'],
  ...['-color-matrix', '1.06 -0.03 -0.03 -0.02 1.04 -0.02 -0.02 -0.04 1.06'],
  ...['-sampling-factor', '4:2:0', '-quality', '90'],
];

export async function imageMagick({ jpeg, at }: BenchFiles): Promise<readonly Contender[] | Missing> {
  const program = findProgram(['magick', 'convert-im6.q16', 'convert']);
  if (program === undefined) return { name: 'ImageMagick', remedy: 'apt-get install imagemagick' };
  const options = { timeoutMs: TIMEOUT_MS };
  const version = versionIn((await runChild(program, ['-version'], options)).stdout);
  const out = at('imagemagick.jpg');
  return [
    {
      id: 'imagemagick',
      name: `ImageMagick ${version}`,
      role: 'peer',
      start: 'cold',
      edit: 'multiply, sigmoidal contrast, modulate, colour matrix',
      async run() {
        await runChild(program, [jpeg, ...EDIT, out], options);
        return out;
      },
    },
  ];
}
