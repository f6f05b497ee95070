import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { pluginProblems } from '../../../scripts/check-plugin.ts';
import { iconProblems, pngSize } from '../../../scripts/plugin/check-icons.ts';
import { filesIn, packageProblems, packPlugin } from '../../../scripts/plugin/package.ts';

const BUILT = 'dist/plugin';
const manifest = JSON.parse(readFileSync('manifest.json', 'utf8')) as unknown;

describe('the built plug-in', () => {
  it('keeps every rule that can be checked without Photoshop', () => {
    expect(pluginProblems()).toEqual([]);
  });

  it('holds the manifest, the page, one script, one style sheet and the icons', () => {
    expect(Object.keys(filesIn(BUILT))).toEqual([
      ...['dark', 'light', 'plugin'].flatMap((name) => [`icons/${name}@1x.png`, `icons/${name}@2x.png`]),
      ...['index.html', 'main.js', 'manifest.json', 'styles.css'],
    ]);
  });
});

describe('packPlugin()', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plugin-'));
    cpSync(BUILT, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives the same bytes for the same files, whenever they were written', () => {
    expect(Buffer.from(packPlugin(folder)).equals(packPlugin(BUILT))).toBe(true);
  });

  it('keeps no time of its own: the date in its first entry is the first of ZIP’s calendar', () => {
    const bytes = Buffer.from(packPlugin(folder));
    // APPNOTE 4.4.6: time and date at 10 and 12 of a local header; 1 January 1980 is 0x0021.
    expect([bytes.readUInt32BE(0), bytes.readUInt16LE(10), bytes.readUInt16LE(12)]).toEqual([
      0x504b0304, 0, 0x21,
    ]);
  });

  it('gives a package with the manifest at its root and every file as it is', () => {
    expect(packageProblems(packPlugin(folder), folder)).toEqual([]);
  });

  it.each<[string, (files: Record<string, Uint8Array>) => Record<string, Uint8Array>, string]>([
    [
      'everything in a folder',
      (files) => Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`plugin/${name}`, bytes])),
      'no manifest at its root',
    ],
    ['a file too many', (files) => ({ ...files, 'main.js.map': new Uint8Array(1) }), 'has main.js.map'],
    [
      'a changed file',
      (files) => ({ ...files, 'main.js': new Uint8Array(1) }),
      'main.js is not in the package as',
    ],
    [
      'a missing icon',
      ({ 'icons/dark@2x.png': _, ...files }) => files,
      'icons/dark@2x.png is not in the package as',
    ],
  ])('whose check finds %s', (_name, change, problem) => {
    const ccx = zipSync(change({ ...filesIn(folder) }));
    expect(packageProblems(ccx, folder).join('\n')).toContain(problem);
  });

  it('whose check finds what is no package', () => {
    expect(packageProblems(new Uint8Array(10), folder).join()).toContain('is no ZIP');
  });

  it.each<[string, (path: string) => Promise<void>, string]>([
    ['is missing', async (path) => rmSync(path), 'icons/dark@2x.png is missing'],
    [
      'has another size',
      async (path) =>
        writeFileSync(
          path,
          await sharp({ create: { width: 46, height: 45, channels: 4, background: 'red' } })
            .png()
            .toBuffer(),
        ),
      'icons/dark@2x.png has 46 × 45 px instead of 46 × 46',
    ],
    ['is no PNG', async (path) => writeFileSync(path, 'GIF89a'), 'icons/dark@2x.png is no PNG'],
    ['is too large', async (path) => writeFileSync(path, Buffer.alloc(1_100_000)), 'more than 1 MB'],
  ])('whose icons are checked: one that %s', async (_name, spoil, problem) => {
    await spoil(join(folder, 'icons/dark@2x.png'));
    expect(iconProblems(folder, manifest)).toEqual([expect.stringContaining(problem)]);
  });
});

describe('pngSize()', () => {
  it.each([
    [1, 1],
    [46, 23],
    [4000, 3],
  ])('reads %p × %p', async (width, height) => {
    const png = await sharp({ create: { width, height, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(pngSize(png)).toEqual({ width, height });
  });
});
