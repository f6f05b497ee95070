import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { readIccProfile, writeIccProfile } from '#color/icc.ts';
import { ADOBE_RGB, BUILT_IN_SPACES, DISPLAY_P3, identifySpace, PROPHOTO, SRGB } from '#color/spaces.ts';
import { convertRaster } from '#image/convert.ts';
import { buildProfile, curv, para } from './profile.ts';

const SPACES = BUILT_IN_SPACES.map((space) => ({ space }));

describe('writeIccProfile()', () => {
  test.each(SPACES)('$space.name comes back from its profile', ({ space }) => {
    const read = readIccProfile(writeIccProfile(space))!;
    expect(read.name).toBe(space.name);
    expect(identifySpace(read)).toBe(space);
    for (const [i, value] of space.toXyzD50.entries()) expect(read.toXyzD50[i]).toBeCloseTo(value, 4);
    for (const v of [-0.5, 0, 0.01, 0.03, 0.2, 0.9, 1, 1.4]) {
      expect(read.decode(v)).toBeCloseTo(space.decode(v), 4);
      expect(read.encode(space.decode(v))).toBeCloseTo(v, 3);
    }
  });

  test('gives a profile that was read back byte for byte', () => {
    const bytes = buildProfile({});
    expect(writeIccProfile(readIccProfile(bytes)!)).toBe(bytes);
  });

  test.each([{ space: DISPLAY_P3 }, { space: ADOBE_RGB }, { space: PROPHOTO }])(
    'libvips reads the profile of $space.name and converts as we do',
    async ({ space }) => {
      const folder = await mkdtemp(join(tmpdir(), 'retouchiq-icc-'));
      const profile = join(folder, 'profile.icc');
      await writeFile(profile, writeIccProfile(space));
      // A grid of sRGB colours, all of which the wider space can hold.
      const data = Uint8Array.from(
        { length: 6 * 6 * 6 * 3 },
        (_, i) => (Math.floor(Math.floor(i / 3) / 6 ** (i % 3)) % 6) * 51,
      );
      const raw = { width: 216, height: 1, channels: 3 } as const;
      const theirs = await sharp(data, { raw }).withIccProfile(profile).raw().toBuffer();
      const ours = convertRaster({ width: 216, height: 1, data, space: SRGB }, space).data;
      await rm(folder, { recursive: true });
      const worst = Math.max(...Array.from(ours, (value, i) => Math.abs(value - theirs[i]!)));
      expect(worst).toBeLessThanOrEqual(2);
    },
  );
});

describe('readIccProfile()', () => {
  test.each([
    { name: 'a gamma', curve: curv([2.2]), at: 0.5, linear: 0.5 ** (563 / 256) },
    { name: 'no samples', curve: curv([]), at: 0.3, linear: 0.3 },
    { name: 'a table', curve: curv([0, 0.1, 0.4, 1]), at: 0.5, linear: 0.25 },
    { name: 'parametric type 0', curve: para(0, [1.8]), at: 0.5, linear: 0.5 ** 1.8 },
    { name: 'parametric type 1', curve: para(1, [2, 0.9, 0.1]), at: 0.5, linear: 0.55 ** 2 },
    { name: 'parametric type 2', curve: para(2, [2, 0.9, 0, 0.1]), at: 0.5, linear: 0.45 ** 2 + 0.1 },
    {
      name: 'parametric type 3',
      curve: para(3, [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]),
      at: 0.02,
      linear: 0.02 / 12.92,
    },
    { name: 'parametric type 4', curve: para(4, [2, 1, 0, 0.5, 0.25, 0.01, 0.02]), at: 0.5, linear: 0.26 },
  ])('reads curves given as $name', ({ curve, at, linear }) => {
    const space = readIccProfile(buildProfile({ curve }))!;
    expect(space.decode(at)).toBeCloseTo(linear, 3);
    expect(space.encode(space.decode(at))).toBeCloseTo(at, 6);
  });

  test('reads the name of version 2 and version 4', () => {
    expect(readIccProfile(buildProfile({ description: 'v2' }))?.name).toBe('Test RGB');
    expect(readIccProfile(buildProfile({ description: 'v4' }))?.name).toBe('Test RGB');
  });

  test.each([
    { name: 'CMYK', change: { colorSpace: 'CMYK' } },
    { name: 'grey', change: { colorSpace: 'GRAY' } },
    { name: 'a Lab connection space', change: { connection: 'Lab ' } },
    { name: 'conversion tables', change: { extraTag: 'A2B0' } },
    { name: 'a singular matrix', change: { singular: true } },
    { name: 'no signature', change: { magic: 'nope' } },
  ])('answers null for a profile with $name', ({ change }) => {
    expect(readIccProfile(buildProfile(change))).toBeNull();
  });

  test('reads the profile that libvips embeds for sRGB', async () => {
    const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#123456' } })
      .withIccProfile('srgb')
      .png()
      .toBuffer();
    const { icc } = await sharp(png).metadata();
    expect(identifySpace(readIccProfile(icc!)!)).toBe(SRGB);
  });

  test('reads the profile that libvips embeds for Display P3', async () => {
    const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#123456' } })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const { icc } = await sharp(png).metadata();
    expect(identifySpace(readIccProfile(icc!)!)).toBe(DISPLAY_P3);
  });
});
