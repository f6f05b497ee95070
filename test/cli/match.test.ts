import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { readXmp } from '#xmp/read.ts';
import { landscape, retouchiq, scratch } from './retouchiq.ts';

let folder: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  folder = await scratch();
  await landscape().png().toFile(folder.path('photo.png'));
  // As somebody else's program would hand it over: smaller, and a JPEG.
  await landscape().linear(1.2, 6).resize(160).jpeg({ quality: 90 }).toFile(folder.path('edited.jpg'));
  await sharp({ create: { width: 240, height: 160, channels: 3, background: '#806040' } })
    .composite([
      { input: Buffer.from('<svg width="240" height="160"><circle cx="60" cy="90" r="50"/></svg>') },
    ])
    .png()
    .toFile(folder.path('other.png'));
});
afterAll(() => folder.remove());

const match = (after: string, ...more: string[]) =>
  retouchiq('match', folder.path('photo.png'), folder.path(after), ...more);

describe('retouchiq match', () => {
  test('prints the settings and what is left of the difference', async () => {
    const { code, stdout, stderr } = await match('edited.jpg');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Exposure +\+\d\.\d\d EV/);
    expect(stdout).toMatch(/Difference \(ΔE00\): \d+(\.\d+)? → \d(\.\d+)? on average, 95 % below \d/);
  });

  test('writes XMP whose settings, rendered, look like the second picture', async () => {
    const { code, stdout } = await match('edited.jpg', '--json', '--out', folder.path('found.xmp'));
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.residual.after.mean).toBeLessThan(report.residual.before.mean / 4);
    expect(report.steps[0]).toMatchObject({ stage: expect.any(String), kept: expect.any(Boolean) });
    const { settings } = readXmp(await readFile(folder.path('found.xmp')));
    expect(settings).toMatchObject(report.settings);

    await retouchiq(
      'develop',
      folder.path('photo.png'),
      '--settings',
      folder.path('found.xmp'),
      '--out',
      folder.path('like.png'),
    );
    const means = async (name: string) =>
      (await sharp(folder.path(name)).stats()).channels.map(({ mean }) => mean);
    const [like, wanted] = [await means('like.png'), await means('edited.jpg')];
    for (const [channel, mean] of like.entries()) expect(Math.abs(mean - wanted[channel]!)).toBeLessThan(3);
  });

  test('finds nothing to do between a picture and itself', async () => {
    const { stdout } = await match('photo.png');
    expect(stdout).toContain('look the same already');
  });

  test.each([
    ['another scene', ['other.png'], 3, /do not show the same scene/],
    ['a missing picture', ['absent.png'], 3, /no such file/],
    ['an output that is no .xmp', ['edited.jpg', '--out', 'x.jpg'], 2, /\.xmp/],
  ])('refuses %s', async (_, [after, ...more], code, words) => {
    const run = await match(after!, ...more);
    expect(run.code).toBe(code);
    expect(run.stderr).toMatch(words);
  });
});
