import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { landscape, retouchiq, scratch } from './retouchiq.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  folder = await scratch();
  await landscape().png().toFile(folder.path('photo.png'));
  await landscape().toColourspace('rgb16').png().toFile(folder.path('deep.png'));
});
afterAll(() => folder.remove());

async function develop(photo: string, settings: unknown, out: string, ...more: string[]) {
  await writeFile(
    folder.path('settings.json'),
    typeof settings === 'string' ? settings : JSON.stringify(settings),
  );
  return retouchiq(
    'develop',
    folder.path(photo),
    '--settings',
    folder.path('settings.json'),
    '--out',
    folder.path(out),
    ...more,
  );
}
const samples = async (name: string) => {
  const image = sharp(folder.path(name));
  const { depth } = await image.metadata();
  return image.raw({ depth: depth === 'ushort' ? 'ushort' : 'uchar' }).toBuffer();
};

describe('retouchiq develop', () => {
  test.each(['photo.png', 'deep.png'])(
    'leaves every sample of %s as it is when there is nothing to do',
    async (photo) => {
      const { code } = await develop(photo, {}, 'same.png');
      expect(code).toBe(0);
      expect((await samples('same.png')).equals(await samples(photo))).toBe(true);
    },
  );

  test('keeps 16 bits and follows the name of the output', async () => {
    await develop('deep.png', { Exposure2012: 0.5 }, 'deep.tif');
    const { format, depth } = await sharp(folder.path('deep.tif')).metadata();
    expect({ format, depth }).toEqual({ format: 'tiff', depth: 'ushort' });
  });

  test('a raw preview reacts to Kelvin relative to the white it was shot at', async () => {
    const mean = async (name: string) =>
      (await sharp(folder.path(name)).stats()).channels.map(({ mean: m }) => m);
    await develop(
      'photo.png',
      { Temperature: 8000, Tint: 11, WhiteBalance: 'Custom' },
      'warm.png',
      '--source',
      'raw-preview',
      '--as-shot',
      '6500,+11',
    );
    await develop(
      'photo.png',
      { Temperature: 6500, Tint: 11, WhiteBalance: 'Custom' },
      'asis.png',
      '--source',
      'raw-preview',
      '--as-shot',
      '6500,+11',
    );
    const [warm, asIs] = [await mean('warm.png'), await mean('asis.png')];
    expect(warm[0]! - warm[2]!).toBeGreaterThan(asIs[0]! - asIs[2]! + 10);
  });

  test('an untouched JPEG is not coded again', async () => {
    await landscape().jpeg().toFile(folder.path('photo.jpg'));
    await develop('photo.jpg', {}, 'same.jpg');
    expect(await readFile(folder.path('same.jpg'))).toEqual(await readFile(folder.path('photo.jpg')));
  });

  test.each([
    ['names as in XMP', '{"crs:Exposure2012": "+1.00"}'],
    ['a byte order mark', '\uFEFF{"Exposure2012": 1}'],
    ['settings of a candidate', '{"title": "x", "settings": {"Exposure2012": 1}}'],
  ])('settings may come with %s', async (_, settings) => {
    await develop('photo.png', { Exposure2012: 1 }, 'plain.png');
    expect(await develop('photo.png', settings, 'odd.png')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await samples('odd.png')).equals(await samples('plain.png'))).toBe(true);
  });

  test('says what was not taken as it stood', async () => {
    const { code, stderr } = await develop(
      'photo.png',
      { Exposure2012: 99, GrainRoughness: 3 },
      'clamped.png',
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/Exposure2012: .*taken as 5/);
    expect(stderr).toContain('GrainRoughness');
  });

  test.each([
    ['settings that are not JSON', 'nonsense', 'x.png', 3],
    ['settings that are a list', [], 'x.png', 3],
    ['an output without a known ending', {}, 'x.bmp', 2],
    ['an output that is the photo', {}, 'photo.png', 3],
  ])('refuses %s', async (_, settings, out, code) => {
    const before = await readFile(folder.path('photo.png'));
    expect((await develop('photo.png', settings, out)).code).toBe(code);
    expect(await readFile(folder.path('photo.png'))).toEqual(before);
  });
});
