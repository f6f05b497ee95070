/**
 * The gate: `npm run ok`. Types, lint and format, import rule, dead code, bundles. Runs no tests.
 * Every check runs even when one before it failed; the exit code is 0 only when all are well.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkBundles } from './check-bundles.ts';
import { checkPlugin } from './check-plugin.ts';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Path of a package's command, started by Node itself so that no shell is needed on any system. */
function command(name: string, bin = name): string {
  const folder = join(modules, name);
  const { bin: entry } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof entry === 'string' ? entry : entry[bin];
  if (path === undefined) throw new Error(`Package ${name} has no command ${bin}`);
  return join(folder, path);
}

function run(title: string, args: readonly string[]): boolean {
  const { status } = spawnSync(process.execPath, [...args], { stdio: 'inherit' });
  return tell(title, status === 0);
}

function tell(title: string, passed: boolean): boolean {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${title}`);
  return passed;
}

const results = [
  run('types', [command('typescript', 'tsc'), '-b']),
  run('lint and format', [command('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.']),
  run('import rule', [
    command('dependency-cruiser', 'depcruise'),
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'err',
    'src',
  ]),
  run('dead code', [command('knip'), '--no-progress']),
  run('build', ['esbuild.config.mjs']),
  tell('bundles', checkBundles()),
  tell('plug-in', checkPlugin()),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
