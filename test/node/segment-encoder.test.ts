import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { readIccProfile } from '#color/icc.ts';
import { writeIccProfile } from '#color/icc-write.ts';
import { DISPLAY_P3, SRGB } from '#color/spaces.ts';
import { decodePhoto } from '#node/decode.ts';
import { encodeJpeg } from '#node/encode.ts';
import { readPhotoHeader } from '#node/photo-header.ts';
import { describeWithProgram, runProgramForBytes } from '../support/programs.ts';
import { encodeInSegments, randomPicture } from './segments.ts';

/** Width, height, rows of a segment, rows of each part. */
const CASES: [width: number, height: number, segmentRows: number, ...parts: number[]][] = [
  [64, 64, 16, 32, 32],
  [1, 1, 16, 1],
  [1, 33, 16, 16, 17],
  [33, 1, 16, 1],
  [17, 97, 32, 64, 33],
  [250, 331, 16, 16, 160, 155],
  [100, 16 * 19 + 3, 16, 16 * 10, 16 * 9 + 3],
  [500, 96, 96, 96],
];
const QUALITIES = [1, 50, 90, 100];

const decode = async (jpeg: Uint8Array) => sharp(jpeg, { failOn: 'warning' }).raw().toBuffer();

test.each(CASES)(
  '%d × %d in segments of %d rows decodes as one encode does',
  async (width, height, ...rest) => {
    const [segmentRows, ...parts] = rest;
    for (const quality of QUALITIES) {
      const picture = randomPicture(width, height, quality);
      const joined = await encodeInSegments(picture, segmentRows, parts, { format: 'jpeg', quality });
      expect((await decode(joined)).equals(await decode(await encodeJpeg(picture, quality)))).toBe(true);
    }
  },
);

test('a picture of one segment is the file that one encode gives', async () => {
  const picture = randomPicture(45, 31, 1);
  const joined = await encodeInSegments(picture, 32, [31], { format: 'jpeg' });
  expect(Buffer.from(joined).equals(Buffer.from(await encodeJpeg(picture)))).toBe(true);
});

test('transparency is mixed with white, 16 bits are rounded, as one encode does', async () => {
  const { data } = randomPicture(40, 50, 3);
  const picture = {
    width: 40,
    height: 50,
    space: SRGB,
    data: Uint16Array.from(data, (value) => value * 257),
    alpha: Uint16Array.from({ length: 2000 }, (_, index) => (index * 65_535) / 2000),
  };
  const joined = await encodeInSegments(picture, 16, [32, 18], { format: 'jpeg' });
  expect((await decode(joined)).equals(await decode(await encodeJpeg(picture)))).toBe(true);
});

test('a picture that is too wide for a JPEG is refused', async () => {
  const wide = { ...randomPicture(16, 16, 1), width: 65_501 };
  await expect(encodeInSegments(wide, 16, [16], { format: 'jpeg' })).rejects.toMatchObject({
    code: 'too-large',
  });
});

describe('a TIFF', () => {
  test.each(CASES)('of %d × %d in segments of %d rows holds the samples', async (width, height, ...rest) => {
    const [segmentRows, ...parts] = rest;
    const picture = randomPicture(width, height, 4);
    const joined = await encodeInSegments(picture, segmentRows, parts, { format: 'tiff' });
    expect((await decode(joined)).equals(Buffer.from(picture.data))).toBe(true);
  });

  test('keeps 16 bits, transparency, the profile and EXIF', async () => {
    const samples = (length: number) => Uint16Array.from({ length }, (_, index) => (index * 7919) % 65_536);
    const space = readIccProfile(writeIccProfile(DISPLAY_P3))!;
    const picture = { width: 40, height: 50, space, data: samples(6000), alpha: samples(2000) };
    const photo = await sharp(await encodeJpeg(randomPicture(8, 8, 1)))
      .withExif({ IFD0: { Artist: 'Ada' } })
      .toBuffer();
    const { exif } = await readPhotoHeader(photo, 'a.jpg');
    const joined = await encodeInSegments(picture, 16, [32, 18], { format: 'tiff', exif: exif! });
    const read = await decodePhoto(joined, 'a.tif');
    expect([...read.raster.data]).toEqual([...picture.data]);
    expect([...read.raster.alpha!]).toEqual([...picture.alpha]);
    expect(read.colorSpace).toBe('Display P3');
    expect(Buffer.from(read.exif!).includes('Ada')).toBe(true);
  });
});

describeWithProgram('djpeg', 'another decoder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(CASES)('reads %d × %d in segments of %d rows', async (width, height, ...rest) => {
    const [segmentRows, ...parts] = rest;
    const picture = randomPicture(width, height, 9);
    const read = async (jpeg: Uint8Array) => {
      const path = join(folder, 'a.jpg');
      await writeFile(path, jpeg);
      return runProgramForBytes('djpeg', ['-ppm', path]);
    };
    const joined = await read(await encodeInSegments(picture, segmentRows, parts, { format: 'jpeg' }));
    expect(joined.equals(await read(await encodeJpeg(picture)))).toBe(true);
  });
});
