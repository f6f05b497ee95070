import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../support/photoshop');
const FILES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

/** Every import of a file, with whether it is of types only. */
function importsOf(name: string): readonly { readonly from: string; readonly types: boolean }[] {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return [...text.matchAll(/^import (type )?[^;]*?from '([^']+)'/gms)].map(([, types, from = '']) => ({
    from,
    types: types !== undefined,
  }));
}

describe('the double of Photoshop', () => {
  test.each(FILES)('%s knows nothing of the plug-in but the shape of the host', (name) => {
    const own = importsOf(name).filter(({ from }) => from.includes('plugin/'));
    for (const { from, types } of own) {
      expect(from).toMatch(/plugin\/photoshop\/host\/(photoshop|uxp)\.ts$/);
      expect(types).toBe(true);
    }
  });

  test.each(FILES)('%s runs in a page too', (name) => {
    expect(importsOf(name).filter(({ from }) => !/^(#|\.)/.test(from) && from !== '@xmldom/xmldom')).toEqual(
      [],
    );
    expect(importsOf(name).filter(({ from }) => /^#(node|service|cli)\//.test(from))).toEqual([]);
  });
});
