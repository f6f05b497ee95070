/**
 * Builds everything that runs: `node esbuild.config.mjs`.
 *   dist/cli.js, dist/render-worker.js   Node 20, dependencies stay outside
 *   dist/page/                           the browser page: one script, one style sheet, index.html
 *   dist/samples/                        the three sample scenes, drawn once
 * Each bundle's parts are written to dist/meta/ for the bundle check.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const at = (path) => `${root}${path}`;
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const common = {
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  sourcemap: true,
  logLevel: 'warning',
  define: { RETOUCHIQ_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
};

async function bundle(name, options) {
  const { metafile } = await build({ ...common, ...options });
  mkdirSync(at('dist/meta'), { recursive: true });
  writeFileSync(at(`dist/meta/${name}.json`), JSON.stringify(metafile));
}

const node = { platform: 'node', format: 'esm', target: 'node20.20', packages: 'external' };
await Promise.all([
  bundle('node', {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts', 'render-worker': 'src/node/render-worker.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  }),
  bundle('samples', { ...node, entryPoints: { samples: 'scripts/samples.ts' }, outdir: 'dist' }),
  bundle('page', {
    entryPoints: { main: 'plugin/browser/main.tsx', styles: 'plugin/panel/styles.css' },
    outdir: 'dist/page',
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
  }),
]);
cpSync(at('plugin/browser/index.html'), at('dist/page/index.html'));

// Drawn again only when the script that draws them changed.
const drawnBy = createHash('sha256')
  .update(readFileSync(at('dist/samples.js')))
  .digest('hex');
const stamp = at('dist/samples/drawn-by');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== drawnBy) {
  const { writeSamples } = await import('./dist/samples.js');
  await writeSamples(at('dist/samples'));
  writeFileSync(stamp, drawnBy);
}
cpSync(at('dist/samples/small'), at('dist/page/samples'), { recursive: true });
