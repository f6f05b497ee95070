import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconProblems } from './plugin/check-icons.ts';
import { manifestProblems } from './plugin/check-manifest.ts';
import { pageProblems } from './plugin/check-page.ts';
import { scriptProblems } from './plugin/check-script.ts';
import { type Meta, sizeProblems } from './plugin/check-sizes.ts';
import { stylesProblems } from './plugin/check-styles.ts';
import { filesIn, packageProblems, packPlugin } from './plugin/package.ts';

const FOLDER = 'dist/plugin';

/** Everything about the built plug-in that can be known without Photoshop, in sentences. */
export function pluginProblems(): readonly string[] {
  const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
  const manifest = JSON.parse(read('manifest.json')) as unknown;
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return [
    ...manifestProblems(manifest, version),
    ...iconProblems(FOLDER, manifest),
    ...pageProblems(read('index.html'), Object.keys(filesIn(FOLDER))),
    ...stylesProblems(read('styles.css')),
    ...scriptProblems(read('main.js')),
    ...sizeProblems(JSON.parse(readFileSync('dist/meta/plugin.json', 'utf8')) as Meta),
    ...packageProblems(packPlugin(FOLDER), FOLDER),
  ];
}

export function checkPlugin(): boolean {
  const problems = pluginProblems();
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}
