import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { type readOwnProperty, writeOwnProperty } from '#xmp/own-property.ts';
import { readXmp } from '#xmp/read.ts';

interface XmpModules {
  readonly readXmp: typeof readXmp;
  readonly readOwnProperty: typeof readOwnProperty;
  readonly writeOwnProperty: typeof writeOwnProperty;
}

/** Reading and writing of XMP as the plug-in's bundle has it: with the small XML reader. */
async function inPlugin(): Promise<XmpModules> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { readXmp } from '#xmp/read.ts';
        export { readOwnProperty, writeOwnProperty } from '#xmp/own-property.ts';`,
      resolveDir: resolve('plugin/photoshop'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'xmp',
    alias: { '@xmldom/xmldom': resolve('plugin/photoshop/text/xml.ts') },
  });
  const context = createContext({});
  runInContext(outputFiles[0]!.text, context);
  return (context as { xmp: XmpModules }).xmp;
}

/** Without the realm that it comes from. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

const FOLDER = 'test/fixtures/xmp';
const files = readdirSync(FOLDER);
const textOf = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');

describe('XMP in the plug-in', () => {
  let plugin: XmpModules;
  beforeAll(async () => {
    plugin = await inPlugin();
  });

  it.each(files)('reads the settings of %s as everywhere else', (name) => {
    expect(plain(plugin.readXmp(textOf(name)))).toEqual(plain(readXmp(textOf(name))));
  });

  it.each(['', ...files.map(textOf)])(
    'keeps a property of its own in a packet, byte for byte as everywhere else',
    (packet) => {
      const value = '{"a":"ü \\"<&>\' \\n"}';
      const written = plugin.writeOwnProperty(packet, 'Edits', value);
      expect(written).toBe(writeOwnProperty(packet, 'Edits', value));
      expect(plugin.readOwnProperty(written, 'Edits')).toBe(value);
      const attribute = written
        .replace(/<retouchiq:Edits>([^<]*)<\/retouchiq:Edits>/, '')
        .replace(' xmlns:retouchiq=', ' retouchiq:Edits="x &amp; y" xmlns:retouchiq=');
      expect(plugin.readOwnProperty(attribute, 'Edits')).toBe('x & y');
      expect(plugin.writeOwnProperty(written, 'Edits', null)).toBe(writeOwnProperty(written, 'Edits', null));
    },
  );

  it.each(['<a', 'no XML', '<a/>', '<!DOCTYPE a><a/>'])('refuses %p as everywhere else', (text) => {
    expect(() => plugin.readXmp(text)).toThrow(/This is not XMP/);
    expect(() => readXmp(text)).toThrow(/This is not XMP/);
  });
});
