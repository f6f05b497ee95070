import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { decodePhoto } from '#node/decode.ts';
import { openPhotoFile } from '#node/photo.ts';
import { sniffPhoto } from '#node/sniff.ts';
import { RetouchError } from '#wire/error.ts';
import { photoFile } from '../support/photo-files.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    ),
  );

describe('decodePhoto() refuses, in one sentence that says what to do', () => {
  test.each<[string, string, Uint8Array, RegExp]>([
    ['an empty file', 'a.jpg', bytes(), /is empty \(0 bytes\)/],
    ['text', 'a.jpg', bytes('hello, this is not a picture'), /use a JPEG, PNG, TIFF or WebP/],
    ['one byte', 'a', bytes([0xff]), /use a JPEG/],
    ['a PDF', 'a.pdf', bytes('%PDF-1.7\n'), /is a PDF/],
    [
      'an SVG',
      'a.svg',
      bytes('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
      /is an SVG drawing/,
    ],
    ['an SVG that calls itself a PNG', 'a.png', bytes('<svg width="1" height="1"/>'), /is an SVG drawing/],
    ['a Photoshop document', 'a.psd', bytes('8BPS', [0, 1]), /is a Photoshop document/],
    ['a BMP', 'a.bmp', bytes('BM', [1, 2, 3, 4]), /is a BMP/],
    ['HEIC', 'a.heic', bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]), /is a HEIC photo/],
    ['Canon CR3', 'a.cr3', bytes([0, 0, 0, 24], 'ftypcrx ', [0, 0, 0, 1]), /is a camera raw file/],
    ['Canon CR2', 'a.jpg', bytes('II*\0', [16, 0, 0, 0], 'CR', [2, 0]), /is a camera raw file/],
    ['Fujifilm RAF', 'a', bytes('FUJIFILMCCD-RAW 0201'), /is a camera raw file/],
    ['Olympus ORF', 'a.orf', bytes('IIRO', [8, 0, 0, 0]), /is a camera raw file/],
    [
      'Nikon NEF, by its name',
      'DSC_1.NEF',
      bytes('MM\0*', [0, 0, 0, 8, 0, 0, 0, 0, 0, 0]),
      /is a camera raw file/,
    ],
    [
      'DNG, by its tag',
      'a.tif',
      bytes('II*\0', [8, 0, 0, 0, 1, 0, 0x12, 0xc6, 1, 0, 4, 0, 0, 0, 1, 4, 0, 0, 0, 0, 0, 0]),
      /is a camera raw file/,
    ],
    ['an unknown raw kind, by its name', 'a.raw', bytes('some vendor'), /is a camera raw file/],
  ])('%s', async (_, name, file, message) => {
    await expect(decodePhoto(file, name)).rejects.toMatchObject({
      code: 'bad-photo',
      message: expect.stringMatching(message),
    });
  });

  test.each(['jpeg', 'png', 'tiff', 'webp'] as const)('a %s cut short', async (format) => {
    const file = await photoFile({ width: 300, height: 200, format });
    await expect(decodePhoto(file.slice(0, file.length * 0.6), 'a')).rejects.toMatchObject({
      code: 'bad-photo',
      message: expect.stringContaining('damaged'),
    });
  });

  test.each(['jpeg', 'png', 'tiff', 'webp'] as const)(
    'a %s of which only the header came',
    async (format) => {
      const file = await photoFile({ width: 300, height: 200, format });
      await expect(decodePhoto(file.slice(0, 40), 'a')).rejects.toMatchObject({ code: 'bad-photo' });
    },
  );

  test('a header that promises 300 MP, before any pixel is decoded', async () => {
    const bomb = pngHeader(20_000, 15_000);
    await expect(decodePhoto(bomb, 'bomb.png')).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/20000 × 15000 px \(300 MP\).*120 MP/),
    });
  });

  test('more pixels than the caller allows', async () => {
    const file = await photoFile({ width: 30, height: 20 });
    await expect(decodePhoto(file, 'a.jpg', { maxPixels: 599 })).rejects.toMatchObject({ code: 'too-large' });
    await expect(decodePhoto(file, 'a.jpg', { maxPixels: 600 })).resolves.toBeDefined();
  });
});

test('decodePhoto() opens a JPEG with harmless extra bytes, as cameras write them', async () => {
  const file = await photoFile({ width: 30, height: 20 });
  const afterJfif = 4 + file[4]! * 256 + file[5]!;
  const padded = bytes(
    [...file.subarray(0, afterJfif)],
    [0, 0, 0],
    [...file.subarray(afterJfif)],
    [0, 0, 0, 0],
  );
  expect((await decodePhoto(padded, 'a.jpg')).raster.data).toEqual(
    (await decodePhoto(file, 'a.jpg')).raster.data,
  );
});

test('decodePhoto() answers any bytes with a photo or a RetouchError', async () => {
  const good = await Promise.all(
    (['jpeg', 'png', 'tiff', 'webp'] as const).map((format) => photoFile({ width: 12, height: 9, format })),
  );
  const damaged = fc
    .tuple(
      fc.constantFrom(...good),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
    )
    .map(([file, changes]) => {
      const copy = file.slice();
      for (const [at, value] of changes) copy[at % copy.length] = value;
      return copy;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(damaged, fc.uint8Array({ maxLength: 400 })), async (file) => {
      const outcome = await decodePhoto(file, 'a').then(
        () => undefined,
        (error) => error,
      );
      if (outcome !== undefined) expect(RetouchError.isInstance(outcome)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('sniffPhoto() takes an AVIF whose brand is the general one', () => {
  expect(sniffPhoto(bytes([0, 0, 0, 28], 'ftypmif1', [0, 0, 0, 0], 'mif1avifmiaf'), 'a')).toBe('avif');
});

test('sniffPhoto() never throws anything but a RetouchError', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('', 'II*\0', 'MM\0*'),
      fc.string(),
      (tail, head, name) => {
        try {
          sniffPhoto(bytes(head, [...tail]), name);
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-photo' });
        }
      },
    ),
  );
});

describe('openPhotoFile()', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('opens a file and keeps its bytes', async () => {
    const file = await photoFile({ width: 20, height: 10 });
    await writeFile(join(folder, 'a ö.jpg'), file);
    const photo = await openPhotoFile(join(folder, 'a ö.jpg'));
    expect(photo.facts).toMatchObject({ name: 'a ö.jpg', width: 20, height: 10, source: 'rendered' });
    expect(photo.facts.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(new Uint8Array(photo.bytes)).toEqual(file);
  });

  test.each([
    ['a folder', '', /it is a folder/],
    ['a missing file', 'none.jpg', /there is no such file/],
    ['a path through a file', 'file/b.jpg', /part of its path is a file/],
  ])('says what is wrong with %s', async (_, name, message) => {
    await writeFile(join(folder, 'file'), 'x');
    await expect(openPhotoFile(join(folder, name))).rejects.toMatchObject({
      code: 'bad-photo',
      message: expect.stringMatching(message),
    });
  });

  // It would be read for ever.
  (existsSync('/dev/zero') ? test : test.skip)('does not read devices', async () => {
    await expect(openPhotoFile('/dev/zero')).rejects.toMatchObject({
      code: 'bad-photo',
      message: expect.stringContaining('it is not a file'),
    });
  });
});

/** A PNG that ends after its header. */
function pngHeader(width: number, height: number): Uint8Array {
  const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  return bytes(
    [0x89],
    'PNG\r\n\x1a\n',
    big(13),
    'IHDR',
    big(width),
    big(height),
    [8, 2, 0, 0, 0],
    big(0),
    big(0),
    'IDAT',
  );
}
