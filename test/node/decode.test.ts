import sharp from 'sharp';
import { writeIccProfile } from '#color/icc-write.ts';
import { ADOBE_RGB, DISPLAY_P3, PROPHOTO, SRGB } from '#color/spaces.ts';
import { toLab } from '#image/lab.ts';
import { decodePhoto } from '#node/decode.ts';
import { encodePhoto } from '#node/encode.ts';
import { insertJpegMetadata } from '#node/jpeg-metadata.ts';
import { insertTiffMetadata } from '#node/tiff-metadata.ts';
import { photoFile, testSamples } from '../support/photo-files.ts';
import { tableProfile } from '../support/table-profile.ts';

const WIDTH = 40;
const HEIGHT = 24;
const SPACES = [SRGB, DISPLAY_P3, ADOBE_RGB, PROPHOTO];

describe('decodePhoto() keeps stored samples bit for bit', () => {
  const cases = SPACES.flatMap((space) =>
    ([8, 16] as const).flatMap((depth) =>
      (['png', 'tiff'] as const).map((format) => ({ space, depth, format, name: space.name })),
    ),
  );
  test.each(cases)('$name, $depth bits, $format', async ({ space, depth, format }) => {
    const data = testSamples(WIDTH, HEIGHT, depth);
    const file = await encodePhoto(
      { width: WIDTH, height: HEIGHT, data, space: { ...space, icc: writeIccProfile(space) } },
      { format },
    );
    const photo = await decodePhoto(file, `a.${format}`);
    expect(photo.raster.data).toEqual(data);
    expect(photo).toMatchObject({ bitDepth: depth, colorSpace: space.name, notes: [] });
    expect(photo.raster.space.icc).toEqual(writeIccProfile(space));
  });

  test('every 16-bit value survives PNG and TIFF', async () => {
    const data = Uint16Array.from({ length: 3 * 65536 }, (_, index) => (index * 7919) & 0xffff);
    for (const format of ['png', 'tiff'] as const) {
      const file = await encodePhoto({ width: 256, height: 256, data, space: SRGB }, { format });
      expect(
        Buffer.compare(
          Buffer.from((await decodePhoto(file, 'a')).raster.data.buffer),
          Buffer.from(data.buffer),
        ),
      ).toBe(0);
    }
  });
});

/** Where the corner that is red in an upright picture stands when stored for an EXIF orientation. */
test.each([1, 2, 3, 4, 5, 6, 7, 8])('decodePhoto() applies EXIF orientation %i once', async (orientation) => {
  // Stored so that applying the orientation gives a 4 × 2 picture with red top left and green top right.
  const upright = Uint8Array.from([
    255, 0, 0, 9, 9, 9, 9, 9, 9, 0, 255, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0, 0, 255,
  ]);
  const stored = storeFor(orientation, upright, 4, 2);
  const file = await sharp(stored.data, { raw: { width: stored.width, height: stored.height, channels: 3 } })
    .withMetadata({ orientation })
    .png()
    .toBuffer();
  const { raster, facts, notes } = await decodePhoto(file, 'a.png');
  expect([raster.width, raster.height, facts.width, facts.height]).toEqual([4, 2, 4, 2]);
  expect([...raster.data]).toEqual([...upright]);
  expect(notes).toEqual(orientation === 1 ? [] : ['Orientation applied']);
});

describe('decodePhoto() converts to sRGB and says so', () => {
  const orange = {
    create: { width: 8, height: 8, channels: 3, background: { r: 200, g: 100, b: 50 } },
  } as const;
  test.each([
    ['CMYK without a profile', () => sharp(orange).toColourspace('cmyk').jpeg().toBuffer(), 'CMYK', 8],
    [
      'CMYK with a profile',
      () => sharp(orange).toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer(),
      'CMYK',
      8,
    ],
    ['Lab', () => sharp(orange).toColourspace('lab').tiff({ compression: 'none' }).toBuffer(), 'Lab', 16],
    [
      '32-bit float',
      () => sharp(orange).toColourspace('scrgb').tiff({ compression: 'none' }).toBuffer(),
      'linear scRGB',
      16,
    ],
  ] as const)('%s', async (_, make, colorSpace, bitDepth) => {
    const photo = await decodePhoto(await make(), 'a');
    expect(photo).toMatchObject({ colorSpace, bitDepth, notes: [`${colorSpace} converted to sRGB`] });
    expect(photo.raster.space).toBe(SRGB);
    const [red, green, blue] = [...photo.raster.data].map((value) => value / (bitDepth === 8 ? 1 : 257));
    expect(red).toBeGreaterThan(green! + 60);
    expect(green).toBeGreaterThan(blue! + 20);
  });
});

describe('decodePhoto() does not trust a profile', () => {
  const broken = (change: (profile: Uint8Array) => Uint8Array) => change(writeIccProfile(PROPHOTO).slice());
  test.each([
    ['cut short', broken((profile) => profile.slice(0, 200)), 'The colour profile is damaged; read as sRGB'],
    [
      'of noise',
      new Uint8Array(500).fill(7),
      'The colour profile does not belong to this picture; read as sRGB',
    ],
    [
      'for CMYK',
      broken((profile) => withBytes(profile, 16, [0x43, 0x4d, 0x59, 0x4b])),
      'The colour profile does not belong to this picture; read as sRGB',
    ],
    [
      'with too many tags',
      broken((profile) => withBytes(profile, 128, [255, 255, 255, 255])),
      'The colour profile is damaged; read as sRGB',
    ],
  ])('%s', async (_, icc, note) => {
    const plain = await photoFile({ width: WIDTH, height: HEIGHT });
    const photo = await decodePhoto(insertJpegMetadata(plain, { icc }), 'a.jpg');
    expect(photo).toMatchObject({ colorSpace: 'sRGB', notes: [note] });
    expect(photo.raster.data).toEqual((await decodePhoto(plain, 'a.jpg')).raster.data);
  });
});

test.each([8, 16] as const)('decodePhoto() converts %i bits by the tables of a profile', async (depth) => {
  const full = depth === 8 ? 255 : 65535;
  const red = Array.from({ length: 16 }, () => [full, 0, 0]).flat();
  const white = Array.from({ length: 16 }, () => [full, full, full]).flat();
  const data = depth === 8 ? Uint8Array.from([...red, ...white]) : Uint16Array.from([...red, ...white]);
  const space = { ...SRGB, icc: tableProfile() };
  const file = await encodePhoto({ width: 4, height: 8, data, space }, { format: 'tiff' });
  const photo = await decodePhoto(file, 'a.tif');
  expect(photo).toMatchObject({
    bitDepth: depth,
    notes: [`A colour profile made of tables was converted to ${depth === 8 ? 'sRGB' : 'Display P3'}`],
  });
  const lab = toLab(photo.raster).data;
  for (const [index, value] of [60, -35, 30].entries()) expect(Math.abs(lab[index]! - value)).toBeLessThan(1);
  expect(lab.at(-3)).toBeGreaterThan(99.5);
});

test('decodePhoto() takes Adobe RGB from EXIF when there is no profile, and the output gets one', async () => {
  const exif = adobeRgbExif();
  const photo = await decodePhoto(
    insertJpegMetadata(await photoFile({ width: 16, height: 16 }), { exif }),
    '_DSC1.jpg',
  );
  expect(photo).toMatchObject({
    colorSpace: 'Adobe RGB (1998)',
    notes: ['Read as Adobe RGB, as the camera noted in EXIF'],
  });
  const again = await decodePhoto(await encodePhoto(photo.raster, { format: 'jpeg' }), 'b.jpg');
  expect(again.colorSpace).toBe('Adobe RGB (1998)');
});

test.each([8, 16] as const)('decodePhoto() takes %i-bit grey by the curve of its profile', async (depth) => {
  const full = depth === 8 ? 255 : 65535;
  const stored = [0, 0.25, 0.5, 1].map((share) => Math.round(full * share));
  const samples = depth === 8 ? Uint8Array.from(stored) : Uint16Array.from(stored);
  const grey = sharp(samples, { raw: { width: 2, height: 2, channels: 1 } }).toColourspace(
    depth === 8 ? 'b-w' : 'grey16',
  );
  const file = insertTiffMetadata(await grey.tiff({ compression: 'none' }).toBuffer(), {
    icc: greyProfile(1.8),
  });
  const photo = await decodePhoto(file, 'grey.tif');
  expect(photo).toMatchObject({
    colorSpace: 'Grey',
    bitDepth: depth,
    notes: ['Grey by its profile, converted to sRGB'],
  });
  const expected = stored.flatMap((value) => Array(3).fill(SRGB.encode((value / full) ** 1.8)));
  for (const [index, value] of expected.entries())
    expect(photo.raster.data[index]! / full).toBeCloseTo(value, 2);
});

test('decodePhoto() opens 16-bit grey as 16-bit RGB', async () => {
  const grey = Uint16Array.of(0, 1, 1000, 65535);
  const file = await sharp(grey, { raw: { width: 2, height: 2, channels: 1 } })
    .toColourspace('grey16')
    .png()
    .toBuffer();
  const photo = await decodePhoto(file, 'grey.png');
  expect(photo).toMatchObject({ bitDepth: 16 });
  expect([...photo.raster.data]).toEqual([...grey].flatMap((value) => [value, value, value]));
});

test.each([8, 16] as const)('decodePhoto() carries %i-bit alpha in a plane of its own', async (depth) => {
  const data = testSamples(6, 4, depth);
  const alpha =
    depth === 8 ? new Uint8Array(24).map((_, i) => i * 10) : new Uint16Array(24).map((_, i) => i * 2700);
  const file = await encodePhoto({ width: 6, height: 4, data, alpha, space: SRGB }, { format: 'png' });
  const photo = await decodePhoto(file, 'a.png');
  expect(photo.raster.data).toEqual(data);
  expect(photo.raster.alpha).toEqual(alpha);
});

test('decodePhoto() uses the first frame of an animation', async () => {
  const plain = (background: string) =>
    sharp({ create: { width: 4, height: 4, channels: 3, background } })
      .png()
      .toBuffer();
  const frames = await sharp([await plain('red'), await plain('blue')], { join: { animated: true } })
    .gif()
    .toBuffer();
  const photo = await decodePhoto(frames, 'a.gif');
  expect([photo.raster.width, photo.raster.height, ...photo.raster.data.slice(0, 3)]).toEqual([
    4, 4, 255, 0, 0,
  ]);
  expect(photo.notes).toContain('Only the first of 2 frames is used');
});

test('decodePhoto() opens a single pixel', async () => {
  const { raster } = await decodePhoto(await photoFile({ width: 1, height: 1, format: 'png' }), 'dot.png');
  expect([raster.width, raster.height, raster.data.length]).toEqual([1, 1, 3]);
});

/** The picture as a camera stores it for an orientation: the inverse of what a viewer does (EXIF 2.32, figure 8). */
function storeFor(orientation: number, upright: Uint8Array, width: number, height: number) {
  const turned = orientation >= 5;
  const size = turned ? { width: height, height: width } : { width, height };
  const data = new Uint8Array(upright.length);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const [right, bottom] = [size.width - 1 - x, size.height - 1 - y];
      const [shownX, shownY] = (
        [
          [x, y],
          [right, y],
          [right, bottom],
          [x, bottom],
          [y, x],
          [bottom, x],
          [bottom, right],
          [y, right],
        ] as const
      )[orientation - 1]!;
      for (let channel = 0; channel < 3; channel++)
        data[(y * size.width + x) * 3 + channel] = upright[(shownY * width + shownX) * 3 + channel]!;
    }
  }
  return { ...size, data };
}

/** Big-endian EXIF with ColorSpace 0xFFFF and the interoperability index R03, as cameras mark Adobe RGB. */
function adobeRgbExif(): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    tag >> 8,
    tag & 255,
    0,
    type,
    0,
    0,
    0,
    count,
    ...value,
  ];
  const header = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const main = [0, 1, ...entry(0x8769, 4, 1, [0, 0, 0, 26]), 0, 0, 0, 0];
  const details = [
    0,
    2,
    ...entry(0xa001, 3, 1, [0xff, 0xff, 0, 0]),
    ...entry(0xa005, 4, 1, [0, 0, 0, 56]),
    0,
    0,
    0,
    0,
  ];
  const interop = [0, 1, ...entry(1, 2, 4, [0x52, 0x30, 0x33, 0]), 0, 0, 0, 0];
  return Uint8Array.from([...header, ...main, ...details, ...interop]);
}

function withBytes(bytes: Uint8Array, at: number, values: number[]): Uint8Array {
  bytes.set(values, at);
  return bytes;
}

/** A grey profile with a power curve (ICC.1:2022 §8.5). */
function greyProfile(gamma: number): Uint8Array {
  const bytes = new Uint8Array(128 + 4 + 12 + 16);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length);
  bytes.set(Buffer.from('mntrGRAYXYZ '), 12);
  bytes.set(Buffer.from('acsp'), 36);
  view.setUint32(128, 1);
  bytes.set(Buffer.from('kTRC'), 132);
  view.setUint32(136, 144);
  view.setUint32(140, 14);
  bytes.set(Buffer.from('curv'), 144);
  view.setUint32(152, 1);
  view.setUint16(156, Math.round(gamma * 256));
  return bytes;
}
