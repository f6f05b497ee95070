import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { SRGB } from '#color/spaces.ts';
import { decodePhoto } from '#node/decode.ts';
import { encodePhoto, type OutputFormat } from '#node/encode.ts';
import { exifColorSpace, updateExif } from '#node/exif.ts';
import { testSamples } from '../support/photo-files.ts';
import { describeWithProgram, runProgram } from '../support/programs.ts';

const FORMATS: readonly OutputFormat[] = ['jpeg', 'png', 'tiff'];
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4"/></rdf:RDF></x:xmpmeta>';

/** A photo with the tags that a camera writes, stored on its side. */
async function cameraPhoto() {
  const data = testSamples(40, 24, 8);
  const file = await sharp(data, { raw: { width: 40, height: 24, channels: 3 } })
    .withExif({
      IFD0: { Make: 'Kamera', Model: 'K-1 ü', Artist: 'Me', Copyright: '© me' },
      IFD2: { ExposureTime: '1/125', FNumber: '28/10', LensModel: '50mm' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 8/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  return decodePhoto(new Uint8Array(file), 'a.jpg');
}

describeWithProgram('exiftool', 'encodePhoto() keeps EXIF, as exiftool reads it', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(FORMATS)('in %s', async (format) => {
    const photo = await cameraPhoto();
    const file = join(folder, `out.${format}`);
    await writeFile(file, await encodePhoto(photo.raster, { format, exif: photo.exif!, xmp: XMP }));
    const [tags] = JSON.parse(runProgram('exiftool', ['-json', '-n', '-G1', file]));
    expect(tags).toMatchObject({
      'IFD0:Make': 'Kamera',
      'IFD0:Artist': 'Me',
      'IFD0:Orientation': 1,
      'ExifIFD:ExposureTime': 0.008,
      'ExifIFD:FNumber': 2.8,
      'ExifIFD:LensModel': '50mm',
      'GPS:GPSLatitudeRef': 'N',
      'XMP-xmp:Rating': 4,
    });
    expect(tags['GPS:GPSLatitude']).toBeCloseTo(48.1333, 3);
    // Dimensions are those of the picture, which was turned.
    expect(photo.raster).toMatchObject({ width: 24, height: 40 });
    for (const name of ['ExifIFD:ExifImageWidth', 'ExifIFD:ExifImageHeight']) {
      if (tags[name] !== undefined) expect(tags[name]).toBe(name.endsWith('Width') ? 24 : 40);
    }
  });
});

test.each(FORMATS)('EXIF and XMP survive a second trip, through %s', async (format) => {
  const photo = await cameraPhoto();
  const once = await decodePhoto(
    await encodePhoto(photo.raster, { format, exif: photo.exif!, xmp: XMP }),
    'a',
  );
  const twice = await decodePhoto(
    await encodePhoto(once.raster, { format, exif: once.exif!, xmp: once.xmp! }),
    'a',
  );
  expect(once).toMatchObject({ notes: [], xmp: XMP });
  expect(twice.exif).toEqual(once.exif);
});

test('a photo without EXIF gets none', async () => {
  const raster = { width: 8, height: 8, data: testSamples(8, 8, 8), space: SRGB };
  for (const format of FORMATS)
    expect((await decodePhoto(await encodePhoto(raster, { format }), 'a')).exif).toBeUndefined();
});

test('updateExif() drops the thumbnail of the old picture', () => {
  const thumbnail = [0xff, 0xd8, 1, 2, 3, 0xff, 0xd9];
  const entry = (tag: number, type: number, value: number) => [
    tag & 255,
    tag >> 8,
    type,
    0,
    1,
    0,
    0,
    0,
    value & 255,
    value >> 8,
    0,
    0,
  ];
  const header = [0x49, 0x49, 42, 0, 8, 0, 0, 0];
  const main = [1, 0, ...entry(0x112, 3, 6), 26, 0, 0, 0];
  const second = [2, 0, ...entry(0x201, 4, 56), ...entry(0x202, 4, thumbnail.length), 0, 0, 0, 0];
  const updated = updateExif(Uint8Array.from([...header, ...main, ...second, ...thumbnail]), 10, 10)!;
  expect([...updated]).toEqual([...header, 1, 0, ...entry(0x112, 3, 1), 0, 0, 0, 0, ...second]);
});

test('updateExif() and exifColorSpace() take any bytes', () => {
  fc.assert(
    fc.property(fc.constantFrom('II*\0', 'MM\0*', ''), fc.uint8Array({ maxLength: 200 }), (head, tail) => {
      const bytes = Uint8Array.from([...Buffer.from(head, 'latin1'), ...tail]);
      const copy = bytes.slice();
      updateExif(bytes, 100, 100);
      exifColorSpace(bytes);
      expect(bytes).toEqual(copy);
    }),
  );
});
