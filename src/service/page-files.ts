import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentTypeOf, type PageFiles } from './page.ts';

const NOT_BUILT =
  '<!doctype html><meta charset="utf-8"><title>RetouchIQ</title><p>The page is not built: run <code>npm run build</code>.';

/** Reads the built page once; only what was there at start is served. `index.html` is also `/`. */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, { content: Uint8Array; contentType: string }>();
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of names.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const address = path.slice(folder.length).replaceAll('\\', '/').replace(/^\/*/, '/');
    files.set(address, { content: await readFile(path), contentType: contentTypeOf(entry.name) });
  }
  const index = files.get('/index.html') ?? {
    content: new TextEncoder().encode(NOT_BUILT),
    contentType: contentTypeOf('.html'),
  };
  return files.set('/', index);
}
