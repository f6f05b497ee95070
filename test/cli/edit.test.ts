import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import sharp, { type Stats } from 'sharp';
import { resultSchema } from '#wire/result.ts';
import { landscape, retouchiq, scratch } from './retouchiq.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
let photo: string;

beforeAll(async () => {
  folder = await scratch();
  photo = folder.path('photo.jpg');
  await landscape()
    .jpeg({ quality: 95 })
    .withExif({ IFD0: { Make: 'Test', Copyright: 'A. Person' } })
    .toFile(photo);
});
afterAll(() => folder.remove());

const pixels = async (path: string) => sharp(path).raw().toBuffer();
const resultIn = async (dir: string) =>
  resultSchema.parse(JSON.parse(await readFile(`${dir}/result.json`, 'utf8')));

describe('retouchiq edit', () => {
  test('writes ranked pictures, their XMP and result.json, and prints only JSON with --json', async () => {
    const out = folder.path('warmer');
    const before = await readFile(photo);
    const { code, stdout, stderr } = await retouchiq('edit', photo, 'make it warmer', '--out', out, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const result = resultSchema.parse(JSON.parse(stdout));
    expect(await resultIn(out)).toEqual(result);
    expect(result.candidates.length).toBeGreaterThanOrEqual(2);
    expect(result.candidates.map(({ rank }) => rank)).toEqual(result.candidates.map((_, i) => i + 1));
    const files = result.candidates.flatMap(({ files: { image, xmp } }) => [image, xmp]);
    expect((await readdir(out)).sort()).toEqual([...files, 'result.json'].sort());
    expect(result.reading.goals).toContainEqual(expect.objectContaining({ axis: 'warmth', direction: 1 }));
    const [original, warmer] = [await sharp(photo).stats(), await sharp(`${out}/1.jpg`).stats()];
    const warmth = ({ channels }: Stats) => channels[0]!.mean - channels[2]!.mean;
    expect(warmth(warmer)).toBeGreaterThan(warmth(original) + 3);
    expect(await readFile(photo)).toEqual(before);
    const { exif, orientation } = await sharp(`${out}/1.jpg`).metadata();
    expect(exif?.includes('A. Person')).toBe(true);
    expect(orientation ?? 1).toBe(1);
  });

  test('gives the same result.json for the same seed, timings apart', async () => {
    const run = async (out: string) => {
      await retouchiq(
        'edit',
        photo,
        'a bit brighter',
        '--out',
        folder.path(out),
        '--seed',
        '7',
        '--size',
        '64',
      );
      return { ...(await resultIn(folder.path(out))), timings: null };
    };
    expect(JSON.stringify(await run('a'))).toBe(JSON.stringify(await run('b')));
  });

  test('a candidate developed from its XMP, or from result.json, is the same picture', async () => {
    const out = folder.path('autumn');
    await retouchiq('edit', photo, 'autumn, darker sky', '--out', out, '--format', 'png');
    const { candidates } = await resultIn(out);
    for (const { rank } of candidates) {
      for (const settings of [`${out}/${rank}.xmp`, `${out}/result.json#${rank}`]) {
        const again = folder.path('again.png');
        expect((await retouchiq('develop', photo, '--settings', settings, '--out', again)).code).toBe(0);
        expect((await pixels(again)).equals(await pixels(`${out}/${rank}.png`))).toBe(true);
      }
    }
  });

  test('locked settings are in no candidate', async () => {
    const out = folder.path('locked');
    await retouchiq(
      'edit',
      photo,
      'brighter',
      '--out',
      out,
      '--lock',
      'Exposure2012,Contrast2012',
      '--size',
      '64',
    );
    const { candidates } = await resultIn(out);
    expect(candidates.length).toBeGreaterThan(0);
    for (const { settings } of candidates) {
      expect(settings['Exposure2012'] ?? 0).toBe(0);
      expect(settings['Contrast2012'] ?? 0).toBe(0);
    }
  });

  test('--from refines a candidate: what was not asked for stays', async () => {
    const first = folder.path('first');
    await retouchiq('edit', photo, 'black and white', '--out', first, '--size', '64');
    const second = folder.path('second');
    const { code } = await retouchiq(
      'edit',
      photo,
      'brighter',
      '--out',
      second,
      '--from',
      `${first}/result.json#1`,
      '--size',
      '64',
    );
    expect(code).toBe(0);
    const { candidates } = await resultIn(second);
    for (const { settings } of candidates) expect(settings['ConvertToGrayscale']).toBe(true);
  });

  test('nothing to do is an answer: no candidates, exit code 0', async () => {
    const out = folder.path('nothing');
    const { code, stdout } = await retouchiq(
      'edit',
      photo,
      'leave it exactly as it is',
      '--out',
      out,
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ candidates: [], verdict: 'nothing to do' });
  });

  test('a 16-bit PNG with a wide gamut stays one', async () => {
    const deep = folder.path('deep.png');
    await landscape().toColourspace('rgb16').withIccProfile('p3').png().toFile(deep);
    const out = folder.path('deep');
    await retouchiq('edit', deep, 'more contrast', '--out', out, '--format', 'png', '--candidates', '1');
    const { depth, icc } = await sharp(`${out}/1.png`).metadata();
    expect(depth).toBe('ushort');
    expect(icc).toEqual((await sharp(deep).metadata()).icc);
  });
});

describe('retouchiq edit, wrong use and bad input', () => {
  test.each([
    { what: 'no photo', args: ['edit'], code: 2 },
    { what: 'no --out', args: ['edit', 'PHOTO', 'warmer'], code: 2 },
    {
      what: 'too many candidates',
      args: ['edit', 'PHOTO', 'warmer', '--out', 'OUT', '--candidates', '99'],
      code: 2,
    },
    {
      what: 'an unknown setting to lock',
      args: ['edit', 'PHOTO', 'warmer', '--out', 'OUT', '--lock', 'Brightness9'],
      code: 2,
    },
    {
      what: 'an unknown policy',
      args: ['edit', 'PHOTO', 'warmer', '--out', 'OUT', '--policy', 'nobody'],
      code: 2,
    },
    { what: 'a missing photo', args: ['edit', 'MISSING', 'warmer', '--out', 'OUT'], code: 3 },
    { what: 'an empty instruction', args: ['edit', 'PHOTO', '  ', '--out', 'OUT'], code: 3 },
    {
      what: 'a far too long instruction',
      args: ['edit', 'PHOTO', 'x'.repeat(10_000), '--out', 'OUT'],
      code: 3,
    },
    { what: 'a text file as photo', args: ['edit', 'TEXT', 'warmer', '--out', 'OUT'], code: 3 },
    {
      what: 'an output folder inside a file',
      args: ['edit', 'PHOTO', 'warmer', '--out', 'TEXT/out'],
      code: 3,
    },
    {
      what: 'a --from that is no result',
      args: ['edit', 'PHOTO', 'warmer', '--out', 'OUT', '--from', 'TEXT'],
      code: 3,
    },
    {
      what: 'a policy service that is not there',
      args: ['edit', 'PHOTO', 'warmer', '--out', 'OUT', '--policy', 'http://127.0.0.1:9'],
      code: 4,
    },
  ])('$what ends with $code and one readable line', async ({ args, code }) => {
    await writeFile(folder.path('text.jpg'), 'this is no picture\n');
    const places: Record<string, string> = {
      PHOTO: photo,
      OUT: folder.path('bad'),
      MISSING: folder.path('none.jpg'),
      TEXT: folder.path('text.jpg'),
      'TEXT/out': folder.path('text.jpg/out'),
    };
    const run = await retouchiq(...args.map((arg) => places[arg] ?? arg));
    expect(run.code).toBe(code);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim()).not.toBe('');
    expect(run.stderr).not.toMatch(/\n\s+at /);
    if (code !== 2) expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });

  test('an output that would be the photo itself is refused and the photo stays', async () => {
    const dir = folder.path('own');
    await mkdir(dir);
    const own = `${dir}/1.jpg`;
    await landscape().jpeg().toFile(own);
    const before = await readFile(own);
    const { code, stderr } = await retouchiq('edit', own, 'warmer', '--out', dir);
    expect(code).toBe(3);
    expect(stderr).toContain('the photo itself');
    expect(await readFile(own)).toEqual(before);
  });

  test('with --json an error is JSON on stderr', async () => {
    const { stderr, stdout } = await retouchiq(
      'edit',
      folder.path('none.jpg'),
      'warmer',
      '--out',
      folder.path('bad'),
      '--json',
    );
    expect(stdout).toBe('');
    expect(JSON.parse(stderr)).toEqual({
      error: { code: 'bad-photo', message: expect.stringContaining('none.jpg') },
    });
  });
});
