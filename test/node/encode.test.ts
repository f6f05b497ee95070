import sharp from 'sharp';
import { writeIccProfile } from '#color/icc-write.ts';
import { ADOBE_RGB, DISPLAY_P3, PROPHOTO, SRGB } from '#color/spaces.ts';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import { decodePhoto } from '#node/decode.ts';
import { encodePhoto } from '#node/encode.ts';
import { testSamples } from '../support/photo-files.ts';

const size = { width: 64, height: 48 };

describe('encodePhoto() keeps the profile of the space', () => {
  const cases = [DISPLAY_P3, ADOBE_RGB, PROPHOTO].flatMap((space) =>
    (['jpeg', 'png', 'tiff'] as const).map((format) => ({ name: space.name, space, format })),
  );
  test.each(cases)('$name in $format', async ({ space, format }) => {
    const icc = writeIccProfile(space);
    const file = await encodePhoto(
      { ...size, data: testSamples(64, 48, 8), space: { ...space, icc } },
      { format },
    );
    expect(new Uint8Array((await sharp(file).metadata()).icc!)).toEqual(icc);
  });

  test('a profile larger than one JPEG segment', async () => {
    const icc = new Uint8Array(200_000).map((_, index) => index);
    icc.set(writeIccProfile(PROPHOTO));
    new DataView(icc.buffer).setUint32(0, icc.length);
    const file = await encodePhoto(
      { ...size, data: testSamples(64, 48, 8), space: { ...PROPHOTO, icc } },
      { format: 'jpeg' },
    );
    expect(new Uint8Array((await sharp(file).metadata()).icc!)).toEqual(icc);
  });

  test('plain sRGB stays without one', async () => {
    const file = await encodePhoto(
      { ...size, data: testSamples(64, 48, 8), space: SRGB },
      { format: 'jpeg' },
    );
    expect((await sharp(file).metadata()).hasProfile).toBe(false);
  });
});

test.each([SRGB, DISPLAY_P3, ADOBE_RGB, PROPHOTO].map((space) => [space.name, space] as const))(
  'a JPEG round trip of smooth colour in %s loses less than 1 ΔE00 on average',
  async (_, space) => {
    const before = { width: 320, height: 240, data: testSamples(320, 240, 8), space };
    const { raster } = await decodePhoto(await encodePhoto(before, { format: 'jpeg' }), 'a.jpg');
    expect(meanDeltaE2000(toLab(before), toLab(raster))).toBeLessThan(1);
  },
);

test('encodePhoto() writes JPEG as 4:2:0 at the quality asked for', async () => {
  const raster = { ...size, data: testSamples(64, 48, 8), space: SRGB };
  const [good, poor] = [
    await encodePhoto(raster, { format: 'jpeg' }),
    await encodePhoto(raster, { format: 'jpeg', quality: 30 }),
  ];
  expect((await sharp(good).metadata()).chromaSubsampling).toBe('4:2:0');
  expect(poor.length).toBeLessThan(good.length);
});

test.each([
  [0, 0],
  [128, 0],
  [129, 1],
  [257, 1],
  [32896, 128],
  [65406, 254],
  [65407, 255],
  [65535, 255],
])('encodePhoto() rounds the 16-bit sample %i to %i in a JPEG', async (sample, rounded) => {
  const raster = { width: 16, height: 16, data: new Uint16Array(16 * 16 * 3).fill(sample), space: SRGB };
  const { data } = (await decodePhoto(await encodePhoto(raster, { format: 'jpeg', quality: 100 }), 'a.jpg'))
    .raster;
  expect([...new Set(data)]).toEqual([rounded]);
});

test('encodePhoto() lays transparency on white in a JPEG', async () => {
  const raster = {
    width: 16,
    height: 16,
    data: new Uint8Array(768),
    alpha: new Uint8Array(256).fill(102),
    space: SRGB,
  };
  const { data, alpha } = (
    await decodePhoto(await encodePhoto(raster, { format: 'jpeg', quality: 100 }), 'a.jpg')
  ).raster;
  expect([...new Set(data)]).toEqual([153]);
  expect(alpha).toBeUndefined();
});

test('encodePhoto() makes the long edge as asked, and never larger', async () => {
  const raster = { ...size, data: testSamples(64, 48, 16), space: SRGB };
  expect(await sharp(await encodePhoto(raster, { format: 'png', size: 32 })).metadata()).toMatchObject({
    width: 32,
    height: 24,
    depth: 'ushort',
  });
  expect(await sharp(await encodePhoto(raster, { format: 'png', size: 640 })).metadata()).toMatchObject({
    width: 64,
    height: 48,
  });
});

test('encodePhoto() refuses what a JPEG cannot hold', async () => {
  const raster = { width: 70_000, height: 1, data: new Uint8Array(210_000), space: SRGB };
  await expect(encodePhoto(raster, { format: 'jpeg' })).rejects.toMatchObject({ code: 'too-large' });
});
