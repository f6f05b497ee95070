import sharp, { type Sharp } from 'sharp';
import type { Raster } from '#image/raster.ts';
import { decodePixels } from '#node/decode-pixels.ts';
import { readPhotoHeader } from '#node/photo-header.ts';
import { randomPicture } from './segments.ts';

const [WIDTH, HEIGHT] = [203, 157];
// Larger than a window of libvips' sequential reading, with chroma of half size at an odd border.
const source = () =>
  sharp(randomPicture(WIDTH, HEIGHT, 1).data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } }).blur(
    1.5,
  );

const KINDS: Record<string, (image: Sharp) => Sharp> = {
  'a JPEG with 4:2:0 chroma': (image) => image.jpeg({ quality: 90 }),
  'a JPEG with 4:4:4 chroma': (image) => image.jpeg({ chromaSubsampling: '4:4:4' }),
  'a grey JPEG': (image) => image.toColourspace('b-w').jpeg(),
  'a CMYK JPEG': (image) => image.toColourspace('cmyk').jpeg(),
  'a PNG': (image) => image.png(),
  'a transparent PNG': (image) => image.ensureAlpha(0.4).png(),
  'an LZW TIFF': (image) => image.tiff({ compression: 'lzw', predictor: 'horizontal' }),
  'a tiled TIFF': (image) =>
    image.tiff({ tile: true, tileWidth: 64, tileHeight: 64, compression: 'deflate' }),
  'a TIFF of 16 bits': (image) => image.toColourspace('rgb16').tiff({ compression: 'none' }),
};

function areEqual(one: Raster['alpha'], other: Raster['alpha']): boolean {
  const bytes = (data: Raster['alpha']) =>
    data ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.alloc(0);
  return bytes(one).equals(bytes(other));
}

describe.each(Object.keys(KINDS))('rows of %s', (kind) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('are those of the whole, at orientation %d', async (orientation) => {
    const file = await KINDS[kind]!(source().withMetadata({ orientation })).toBuffer();
    const header = await readPhotoHeader(file, 'photo');
    expect(header.byRows).toBe(true);
    const whole = await decodePixels(file, header);
    const { width, height } = whole;
    expect([width, height]).toEqual(orientation < 5 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH]);
    for (const [top, rows] of [
      [0, 1],
      [1, 1],
      [16, 33],
      [height >> 1, height - (height >> 1)],
      [height - 1, 1],
    ]) {
      const part = await decodePixels(file, header, { top: top!, rows: rows! });
      expect([part.width, part.height]).toEqual([width, rows]);
      const [from, to] = [top! * width, (top! + rows!) * width];
      expect(areEqual(part.data, whole.data.subarray(from * 3, to * 3))).toBe(true);
      expect(areEqual(part.alpha, whole.alpha?.subarray(from, to))).toBe(true);
    }
  });
});

test.each<[string, (image: Sharp) => Sharp]>([
  ['a progressive JPEG', (image) => image.jpeg({ progressive: true })],
  ['an interlaced PNG', (image) => image.png({ progressive: true })],
  ['a WebP', (image) => image.webp()],
])('%s is decoded as a whole', async (_, encode) => {
  const file = await encode(source()).toBuffer();
  expect((await readPhotoHeader(file, 'photo')).byRows).toBe(false);
});

test('a JPEG that is cut short fails in the part that meets the end', async () => {
  const all = await source().jpeg().toBuffer();
  const file = all.subarray(0, all.length / 2);
  const header = await readPhotoHeader(file, 'photo.jpg');
  await expect(decodePixels(file, header, { top: 120, rows: 37 })).rejects.toMatchObject({
    code: 'bad-photo',
  });
});
