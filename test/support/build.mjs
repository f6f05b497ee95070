import { spawnSync } from 'node:child_process';

/** Builds the bundles once before the tests, so that they run what a user runs. */
export default function build() {
  const { status } = spawnSync(process.execPath, ['esbuild.config.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed: node esbuild.config.mjs');
}
