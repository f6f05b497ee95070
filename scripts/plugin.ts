/**
 * Makes the Photoshop plug-in: `npm run plugin`. Builds everything it is made of, checks what can be checked without
 * Photoshop, and writes
 *   dist/plugin/         the folder, for the UXP Developer Tool
 *   dist/RetouchIQ.ccx   the package, to be opened with a double-click
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkPlugin } from './check-plugin.ts';
import { packPlugin } from './plugin/package.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const { status } = spawnSync(process.execPath, ['esbuild.config.mjs'], { stdio: 'inherit' });
if (status !== 0) throw new Error('The build failed');
const ccx = packPlugin('dist/plugin');
writeFileSync('dist/RetouchIQ.ccx', ccx);
if (!checkPlugin()) process.exitCode = 1;
console.log(`dist/plugin/ for the UXP Developer Tool\ndist/RetouchIQ.ccx, ${ccx.length} bytes, to install`);
