import sharp from 'sharp';
import type { GetPixelsOptions, PhotoshopImageData } from '../../../plugin/photoshop/host/photoshop.ts';
import { createPhotoshop, type PhotoshopDouble } from '../../support/photoshop/create-photoshop.ts';
import type { Mode } from '../../support/photoshop/model/state.ts';
import { inScope } from './support.ts';

const RED = { paint: () => [200, 40, 40] as const, background: true };

async function read(double: PhotoshopDouble, options: GetPixelsOptions) {
  return inScope(double, async () => {
    const { imageData, sourceBounds, level } = await double.photoshop.imaging.getPixels(options);
    const data = await imageData.getData();
    imageData.dispose();
    return { facts: imageData, data, sourceBounds, level };
  });
}

describe('pixels of the double', () => {
  test.each([
    [8, 200],
    [16, Math.round((200 / 255) * 32768)],
  ] as const)('come in the depth of the document: %d bits', async (depth, red) => {
    const double = createPhotoshop();
    double.control.open({ width: 8, height: 8, depth, layers: [RED] });
    const { facts, data } = await read(double, {});
    expect(facts).toMatchObject({ componentSize: depth, components: 3, hasAlpha: false, colorSpace: 'RGB' });
    expect(data[0]).toBe(red);
    expect(double.control.liveBuffers).toBe(0);
  });

  test('of 32 bits are of linear light', async () => {
    const double = createPhotoshop();
    double.control.open({ width: 8, height: 8, depth: 32, layers: [RED] });
    const { facts, data } = await read(double, { colorSpace: 'RGB', colorProfile: 'sRGB IEC61966-2.1' });
    expect(facts.colorProfile).toContain('Linear RGB Profile');
    expect(data[0]).toBeCloseTo(((200 / 255 + 0.055) / 1.055) ** 2.4, 3);
  });

  test('fail with −32005 when 8 bits are asked of 16', async () => {
    const double = createPhotoshop();
    double.control.open({ depth: 16 });
    await inScope(double, async () => {
      const reading = double.photoshop.imaging.getPixels({ componentSize: 8 });
      await expect(reading).rejects.toMatchObject({ number: -32005 });
    });
    double.control.rules({ componentSize8On16: true });
    expect((await read(double, { componentSize: 8 })).facts.componentSize).toBe(8);
  });

  test.each<[Mode, number]>([
    ['CMYK', 4],
    ['Lab', 3],
    ['Grayscale', 1],
    ['Indexed', 3],
  ])('of %s are in its own components, and in RGB on demand', async (mode, components) => {
    const double = createPhotoshop();
    double.control.open({ width: 8, height: 8, mode, layers: [RED] });
    expect((await read(double, {})).facts.components).toBe(components);
    const { facts } = await read(double, { colorSpace: 'RGB', colorProfile: 'sRGB IEC61966-2.1' });
    expect(facts).toMatchObject({ components: 3, colorProfile: 'sRGB IEC61966-2.1' });
  });

  test('are converted to the profile that is asked for', async () => {
    const double = createPhotoshop();
    double.control.open({ width: 8, height: 8, profile: 'Adobe RGB (1998)', layers: [RED] });
    const own = await read(double, {});
    const converted = await read(double, { colorSpace: 'RGB', colorProfile: 'sRGB IEC61966-2.1' });
    expect(own.data[0]).toBe(200);
    expect(converted.data[0]).toBeGreaterThan(215);
  });

  test.each([
    ['exact', 100, 67],
    ['pyramid', 150, 100],
  ] as const)('are reduced: %s', async (targetSize, width, height) => {
    const double = createPhotoshop({ rules: { targetSize } });
    double.control.open({ width: 300, height: 200 });
    const { facts, level } = await read(double, { targetSize: { width: 100 } });
    expect(facts).toMatchObject({ width, height });
    expect(level).toBe(1);
  });

  test('of a layer are cut to what it holds', async () => {
    const double = createPhotoshop();
    double.control.open({
      width: 20,
      height: 10,
      layers: [{ name: 'part', paint: (x) => (x < 5 ? [9, 9, 9] : undefined) }, { background: true }],
    });
    const { facts, sourceBounds } = await read(double, { layerID: double.control.layer('part').id });
    expect(facts).toMatchObject({ width: 5, height: 10, components: 4, hasAlpha: true });
    expect(sourceBounds).toEqual({ left: 0, top: 0, right: 5, bottom: 10 });
  });

  test('of a smart object without its file fail', async () => {
    const double = createPhotoshop();
    double.control.open({ layers: [{ name: 'lost', smartObject: 'missing' }] });
    await expect(read(double, { layerID: double.control.layer('lost').id })).rejects.toThrow('smart object');
  });

  test('that are not disposed of are counted', async () => {
    const double = createPhotoshop();
    double.control.open();
    await inScope(double, async () => double.photoshop.imaging.getPixels({}));
    expect(double.control.leftovers()).toEqual(['1 image data not disposed of']);
  });
});

describe('encoding of the double', () => {
  async function encode(components: 3 | 4, deep = false): Promise<Buffer> {
    const double = createPhotoshop();
    const pixel = [200, 40, 90, 255].slice(0, components);
    const values = Array.from({ length: 20 * 12 }, () => pixel).flat();
    const buffer = deep ? Uint16Array.from(values) : Uint8Array.from(values);
    return inScope(double, async () => {
      const { imaging } = double.photoshop;
      const options = { width: 20, height: 12, components, colorSpace: 'RGB' };
      const imageData: PhotoshopImageData = await imaging.createImageDataFromBuffer(buffer, options);
      try {
        return Buffer.from((await imaging.encodeImageData({ imageData, base64: true })) as string, 'base64');
      } finally {
        imageData.dispose();
      }
    });
  }

  test('makes a JPEG that other programs read', async () => {
    const { data, info } = await sharp(await encode(3))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 20, height: 12, channels: 3 });
    for (const [at, value] of [200, 40, 90].entries()) expect(Math.abs(data[at]! - value)).toBeLessThan(4);
  });

  test('refuses alpha and more than 8 bits', async () => {
    await expect(encode(4)).rejects.toThrow('Image data with alpha cannot be encoded as jpeg');
    await expect(encode(3, true)).rejects.toThrow('Only 8 bit image data can be encoded as jpeg');
  });
});
