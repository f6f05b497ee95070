import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { stylesForHost } from './styles-for-host.ts';

/** Everything that is in the plug-in's folder, and nothing else. */
const FILES = new Set(['manifest.json', 'index.html', 'main.js', 'styles.css', 'icons']);

/**
 * Makes dist/plugin a plug-in from what the bundler wrote there: manifest with the product's version, page, icons, and
 * the style sheet as UXP reads it.
 *
 * @param root folder of the project
 */
export function completePluginFolder(root: string, version: string): void {
  const folder = join(root, 'dist/plugin');
  const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
  cpSync(join(root, 'plugin/photoshop/index.html'), join(folder, 'index.html'));
  rmSync(join(folder, 'icons'), { recursive: true, force: true });
  cpSync(join(root, 'icons'), join(folder, 'icons'), { recursive: true });
  const styles = join(folder, 'styles.css');
  writeFileSync(styles, stylesForHost(readFileSync(styles, 'utf8')));
  keepSourceMaps(folder, join(root, 'dist/meta'));
  for (const name of readdirSync(folder))
    if (!FILES.has(name)) rmSync(join(folder, name), { recursive: true });
}

/** For reading the stack traces of a report; the plug-in itself has no use for them. */
function keepSourceMaps(folder: string, meta: string): void {
  mkdirSync(meta, { recursive: true });
  const map = join(folder, 'main.js.map');
  if (existsSync(map)) renameSync(map, join(meta, 'plugin-main.js.map'));
}
