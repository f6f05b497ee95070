import { fileURLToPath } from 'node:url';
import { runChild } from './child.ts';

/** Folder of the checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Builds what is measured, as `npm run build` does: an old bundle would answer for old sources. */
export async function buildProduct(): Promise<void> {
  await runChild(process.execPath, ['esbuild.config.mjs'], { timeoutMs: 180_000, cwd: ROOT });
}
