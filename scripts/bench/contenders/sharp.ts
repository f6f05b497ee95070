import { writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { runChild } from '../child.ts';
import { type BenchFiles, type Contender, TIMEOUT_MS } from './contender.ts';

const name = `sharp ${sharp.versions.sharp}: decode, encode`;

/** sharp as its documentation shows it, in this process. */
export function warmSharp({ jpegBytes }: BenchFiles): Contender {
  return {
    id: 'sharp-warm',
    name,
    role: 'peer',
    start: 'warm',
    edit: '',
    run: () => sharp(jpegBytes).jpeg({ quality: 90 }).toBuffer(),
  };
}

/** The same three calls as a program of their own. */
export async function coldSharp({ jpeg, at }: BenchFiles): Promise<Contender> {
  const script = at('sharp.mjs');
  const module = pathToFileURL(fileURLToPath(import.meta.resolve('sharp'))).href;
  await writeFile(
    script,
    `import sharp from ${JSON.stringify(module)};
const [, , from, to] = process.argv;
await sharp(from).jpeg({ quality: 90 }).toFile(to);
`,
  );
  const out = at('sharp.jpg');
  return {
    id: 'sharp-cold',
    name,
    role: 'peer',
    start: 'cold',
    edit: '',
    async run() {
      await runChild(process.execPath, [script, jpeg, out], { timeoutMs: TIMEOUT_MS });
      return out;
    },
  };
}
