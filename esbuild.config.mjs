/**
 * Builds everything that runs: `node esbuild.config.mjs`.
 *   dist/cli.js, dist/render-worker.js   Node 20; what they share, and what only some commands need, is in chunks of its
 *                                        own, loaded when needed
 *   dist/kernels.wasm                    the engine's kernels, compiled from AssemblyScript
 *   dist/page/                           the browser page: one script, one style sheet, index.html
 *   dist/plugin/                         the Photoshop plug-in's folder, as the UXP Developer Tool loads it
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
    if (file.startsWith('chunk-') && !(`dist/${file}` in outputs))
      rmSync(at(`dist/${file}`), { force: true });
}

/** Found and read file by file, these make up most of the start of a command or a worker: bundled, sharp loads in a third. */
const BUNDLED = new Set(['sharp', 'zod', 'commander', '@xmldom/xmldom', 'openai']);
const external = Object.keys(dependencies).filter((name) => !BUNDLED.has(name));
/** CommonJS modules in a bundle ask for Node's own with it. */
const REQUIRE =
  "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);";
/**
 * zod compiles parsers with `new Function` where it may. UXP forbids code from strings, so the plug-in's bundle does not
 * even hold the attempt; `jitless` is set besides.
 */
const withoutCodeFromStrings = {
  name: 'without-code-from-strings',
  setup({ onLoad }) {
    onLoad({ filter: /zod[\\/]v4[\\/]core[\\/](doc|util|compile)\.js$/ }, ({ path }) => {
      const before = readFileSync(path, 'utf8');
      const contents = before.replaceAll(
        'const F = Function;',
        "const F = class { constructor() { throw new TypeError('No code from strings'); } };",
      );
      if (contents === before) throw new Error(`${path} has another form than expected`);
      return { contents, loader: 'js' };
    });
  },
};
/** Kept out of the plug-in, since nothing there uses it: what drives compiled kernels, and zod's way to JSON Schema. */
const withoutBallast = {
  name: 'without-ballast',
  setup({ onLoad }) {
    // Renderers without kernels never come to these modules; importing from an empty one gives undefined.
    onLoad({ filter: /render[\\/]kernels[\\/][\w-]+\.ts$/ }, () => ({ contents: '' }));
    // Every schema is given the methods; none is ever called.
    onLoad({ filter: /zod[\\/]v4[\\/]core[\\/](json-schema-processors|to-json-schema)\.js$/ }, ({ path }) => {
      const names = readFileSync(path, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm);
      return { contents: Array.from(names, ([, name]) => `export const ${name} = () => ({});`).join('\n') };
    });
  },
};
/**
 * Preact makes every element by its namespace. What UXP makes of that for HTML's own is told nowhere, and whether a text
 * field is one then; `createElement` is what plug-ins use. Only the icons' SVG keeps its namespace.
 */
const withPlainElements = {
  name: 'with-plain-elements',
  setup({ onLoad }) {
    onLoad({ filter: /preact[\\/]dist[\\/]preact\.mjs$/ }, ({ path }) => {
      const before = readFileSync(path, 'utf8');
      const contents = before.replace(
        /(\w+)\.createElementNS\((\w+),(\w+),[^)]*\)/,
        '($2.endsWith("xhtml")?$1.createElement($3):$1.createElementNS($2,$3))',
      );
      if (contents === before) throw new Error(`${path} has another form than expected`);
      return { contents, loader: 'js' };
    });
  },
};
/**
 * The panel is written for React; Preact is a third of its size and asks less of a runtime that is no browser. Both
 * shells run the same one.
 */
const withPreact = {
  jsx: 'automatic',
  jsxImportSource: 'preact',
  alias: { react: 'preact/compat', 'react-dom/client': 'preact/compat/client' },
};
/** UXP runs plain scripts and reads plain CSS. */
const plugin = {
  entryPoints: { main: 'plugin/photoshop/main.ts', styles: 'plugin/panel/styles.css' },
  outdir: 'dist/plugin',
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  ...withPreact,
  alias: { ...withPreact.alias, '@xmldom/xmldom': at('plugin/photoshop/text/xml.ts') },
  minify: true,
  external: ['photoshop', 'uxp'],
  plugins: [withoutCodeFromStrings, withoutBallast, withPlainElements],
  logOverride: { 'import-is-undefined': 'silent' },
  sourcemap: 'external',
  supported: {
    'top-level-await': false,
    'color-functions': false,
    'gradient-double-position': false,
    'gradient-interpolation': false,
    'gradient-midpoints': false,
    'hex-rgba': false,
    hwb: false,
    'inset-property': false,
    'is-pseudo-class': false,
    'media-range': false,
    'modern-rgb-hsl': false,
    nesting: false,
    'rebecca-purple': false,
  },
};
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
  bundle('plugin-folder', {
    ...node,
    packages: 'external',
    entryPoints: { 'plugin-folder': 'scripts/plugin/plugin-folder.ts' },
    outdir: 'dist',
  }),
  bundle('plugin', plugin),
  bundle('page', {
    entryPoints: { main: 'plugin/browser/main.tsx', styles: 'plugin/panel/styles.css' },
    outdir: 'dist/page',
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    ...withPreact,
    minify: true,
  }),
]);
removeOldChunks(nodeFiles);
cpSync(at('plugin/browser/index.html'), at('dist/page/index.html'));

const { completePluginFolder } = await import('./dist/plugin-folder.js');
completePluginFolder(root, version);

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
