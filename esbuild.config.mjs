/**
 * Builds everything that runs: `node esbuild.config.mjs`.
 *   dist/cli.js, dist/render-worker.js   Node 20; what they share, and what only some commands need, is in chunks of its
 *                                        own, loaded when needed
 *   dist/kernels.wasm                    the engine's kernels, compiled from AssemblyScript
 *   dist/page/                           the browser page: one script, one style sheet, index.html
 *   dist/samples/                        the three sample scenes, drawn once
 * Each bundle's parts are written to dist/meta/ for the bundle check.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const at = (path) => `${root}${path}`;
const { version, dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const common = {
  absWorkingDir: root,
  bundle: true,
  metafile: true,
  sourcemap: true,
  logLevel: 'warning',
  define: { RETOUCHIQ_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
};

/** Makes `product` in dist/, which is slow, only when what it is made from changed; the file `stamp` tells what it was. */
async function unlessMade(product, stampName, from, make) {
  const hash = createHash('sha256').update(from).digest('hex');
  const stamp = at(`dist/${stampName}`);
  if (existsSync(at(`dist/${product}`)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await make();
  writeFileSync(stamp, hash);
}

async function bundle(name, options) {
  const { metafile } = await build({ ...common, ...options });
  mkdirSync(at('dist/meta'), { recursive: true });
  writeFileSync(at(`dist/meta/${name}.json`), JSON.stringify(metafile));
  return metafile;
}

/** Chunks are named by their content: those of earlier builds would stay. */
function removeOldChunks({ outputs }) {
  for (const file of readdirSync(at('dist')))
    if (file.startsWith('chunk-') && !(`dist/${file}` in outputs)) rmSync(at(`dist/${file}`));
}

/** Found and read file by file, these make up most of the start of a command or a worker: bundled, sharp loads in a third. */
const BUNDLED = new Set(['sharp', 'zod', 'commander', '@xmldom/xmldom']);
const external = Object.keys(dependencies).filter((name) => !BUNDLED.has(name));
/** CommonJS modules in a bundle ask for Node's own with it. */
const REQUIRE =
  "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);";
const node = { platform: 'node', format: 'esm', target: 'node20.20', external };
const [nodeFiles] = await Promise.all([
  bundle('node', {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts', 'render-worker': 'src/node/render-worker.ts' },
    outdir: 'dist',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    banner: { js: `#!/usr/bin/env node\n${REQUIRE}` },
  }),
  bundle('samples', {
    ...node,
    packages: 'external',
    entryPoints: { samples: 'scripts/samples.ts' },
    outdir: 'dist',
  }),
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
removeOldChunks(nodeFiles);
cpSync(at('plugin/browser/index.html'), at('dist/page/index.html'));

const kernels = readdirSync(at('src/render/kernels/assembly')).map((name) =>
  readFileSync(at(`src/render/kernels/assembly/${name}`)),
);
await unlessMade('kernels.wasm', 'meta/kernels', Buffer.concat(kernels), async () => {
  const { main } = await import('assemblyscript/asc');
  const { error, stderr } = await main([
    'src/render/kernels/assembly/index.ts',
    ...['--outFile', 'dist/kernels.wasm', '--enable', 'simd', '--runtime', 'stub', '--use', 'abort='],
    ...['--optimizeLevel', '3', '--shrinkLevel', '0', '--noAssert', '--baseDir', root],
  ]);
  if (error) throw new Error(`The kernels do not compile:\n${stderr}`);
});

await unlessMade('samples', 'samples/drawn-by', readFileSync(at('dist/samples.js')), async () => {
  const { writeSamples } = await import('./dist/samples.js');
  await writeSamples(at('dist/samples'));
});
cpSync(at('dist/samples/small'), at('dist/page/samples'), { recursive: true });
