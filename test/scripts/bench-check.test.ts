import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import { differenceOf, sampleFile, sampleRaster } from '../../scripts/bench/check.ts';
import { cameraJpeg, writeTiff16 } from '../../scripts/bench/pictures.ts';

const [width, height] = [480, 320];

/** Smooth colours, `lift` levels brighter than usual. */
function picture(lift = 0): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [((i / 3) | 0) % width, (i / 3 / width) | 0];
    data[i] = 60 + lift + 0.2 * x + 0.15 * y + 20 * (i % 3);
  }
  return { width, height, data, space: SRGB };
}

describe('a picture that the bench wrote', () => {
  let folder = '';
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'retouchiq-check-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('as 16-bit TIFF is the same picture', async () => {
    const path = join(folder, 'deep.tif');
    await writeTiff16(picture(), path);
    expect((await sharp(path).metadata()).depth).toBe('ushort');
    expect(differenceOf(await sampleFile(path), sampleRaster(picture()))).toBeLessThan(0.001);
  });

  test('as camera JPEG is 4:2:0 and nearly the same picture', async () => {
    const jpeg = await cameraJpeg(picture());
    expect((await sharp(jpeg).metadata()).chromaSubsampling).toBe('4:2:0');
    expect(differenceOf(await sampleFile(jpeg), sampleRaster(picture()))).toBeLessThan(1);
  });

  test('under an edit is further from the original', async () => {
    const edited = await cameraJpeg(picture(20));
    expect(differenceOf(await sampleFile(edited), sampleRaster(picture()))).toBeGreaterThan(3);
  });

  test('at another size is refused', async () => {
    const small = await sharp(await cameraJpeg(picture()))
      .resize(240)
      .toBuffer();
    const seen = await sampleFile(small);
    expect(() => differenceOf(seen, sampleRaster(picture()))).toThrow('240 × 160 px instead of 480 × 320');
  });
});
