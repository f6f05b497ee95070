import sharp from 'sharp';
import { DISPLAY_P3, SRGB } from '#color/spaces.ts';
import { pictureForModel } from '#node/models/picture.ts';

function noise(width: number, height: number, space = SRGB) {
  const data = new Uint8Array(width * height * 3);
  let state = 1;
  for (let i = 0; i < data.length; i++) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    data[i] = state >> 16;
  }
  return { width, height, data, space };
}

test('pictureForModel() keeps within the long edge, with nothing but pixels in the file', async () => {
  const jpeg = await pictureForModel(noise(900, 300, DISPLAY_P3), { longEdge: 300, bytes: 1e6 });
  const { width, height, format, exif, icc, xmp, iptc } = await sharp(jpeg).metadata();
  expect({ width, height, format }).toEqual({ width: 300, height: 100, format: 'jpeg' });
  expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
});

test.each([60_000, 20_000, 5000])('pictureForModel() keeps within %d bytes', async (bytes) => {
  const jpeg = await pictureForModel(noise(512, 384), { longEdge: 512, bytes });
  expect(jpeg.length).toBeLessThanOrEqual(bytes);
});

test('pictureForModel() does not enlarge', async () => {
  const jpeg = await pictureForModel(noise(60, 40), { longEdge: 1024, bytes: 1e6 });
  expect(await sharp(jpeg).metadata()).toMatchObject({ width: 60, height: 40 });
});
