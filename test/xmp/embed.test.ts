import sharp from 'sharp';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { embedSettings, embedXmpInJpeg, embedXmpInPng, extractXmp } from '#xmp/embed.ts';
import { readXmp } from '#xmp/read.ts';
import { writeSidecar } from '#xmp/write.ts';
import { fixture } from './fixture.ts';

const settings: Settings = { IncrementalTemperature: 12, Exposure2012: 0.35 };
const noise = Buffer.from(Array.from({ length: 40 * 30 * 3 }, (_, index) => (index * 7919) % 251));
const picture = sharp(noise, { raw: { width: 40, height: 30, channels: 3 } }).withExif({
  IFD0: { Copyright: 'Me' },
});
const jpeg = await picture.clone().withIccProfile('p3').jpeg({ quality: 90 }).toBuffer();
const png = await picture.clone().png().toBuffer();
const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();

const forms: readonly [string, Uint8Array, (bytes: Uint8Array, xmp: string) => Uint8Array][] = [
  ['JPEG', jpeg, embedXmpInJpeg],
  ['PNG', png, embedXmpInPng],
];

describe.each(forms)('embedding XMP in a %s', (name, original, embed) => {
  test('can be read back, and leaves picture, Exif and profile as they were', async () => {
    const xmp = writeSidecar(settings);
    const bytes = embed(original, xmp);
    expect(extractXmp(bytes)).toContain(xmp.trimEnd());
    expect(await pixels(bytes)).toEqual(await pixels(original));
    const [before, after] = [await sharp(original).metadata(), await sharp(bytes).metadata()];
    expect(after.exif).toEqual(before.exif);
    expect(after.icc).toEqual(before.icc);
    expect(after.xmp?.toString()).toContain(xmp.trimEnd());
  });

  test('replaces what is there instead of adding to it, whatever the lengths', () => {
    const once = embed(original, writeSidecar(settings));
    const longer = embed(once, fixture('sidecar-with-masks.xmp'));
    expect(embed(longer, writeSidecar(settings))).toEqual(once);
    expect(Buffer.from(longer).toString('latin1').split('<rdf:RDF')).toHaveLength(2);
  });

  test('only inserts bytes', () => {
    const bytes = Buffer.from(embed(original, writeSidecar(settings)));
    const added = bytes.length - original.length;
    const place = original.findIndex((byte, index) => byte !== bytes[index]);
    expect(bytes.subarray(place + added)).toEqual(Buffer.from(original.subarray(place)));
  });

  test('refuses a file that is cut off or of another kind', () => {
    for (const bytes of [original.subarray(0, 30), new Uint8Array(0), Buffer.from('hello')]) {
      let code = '';
      try {
        embed(bytes, writeSidecar(settings));
      } catch (error) {
        code = RetouchError.isInstance(error) ? error.code : String(error);
      }
      expect(code).toBe('bad-photo');
    }
  });

  test(`embedSettings() keeps the ${name}’s other metadata and writes incremental white balance`, () => {
    const rated = embed(original, fixture('exported-jpeg.xmp'));
    const xmp = extractXmp(embedSettings(rated, { Temperature: 7000, Exposure2012: 1 })) ?? '';
    expect(xmp).toContain('xmp:Rating="5"');
    expect(readXmp(xmp)).toMatchObject({
      settings: { IncrementalTemperature: 11, Exposure2012: 1 },
      warnings: [],
    });
    expect(readXmp(extractXmp(embedSettings(original, settings)) ?? '').settings).toEqual(settings);
  });
});

describe('extractXmp()', () => {
  test('finds nothing in a file without XMP, or of an unknown kind', () => {
    expect([jpeg, png, Buffer.from('hello'), new Uint8Array(0)].map(extractXmp)).toEqual(
      Array(4).fill(undefined),
    );
  });

  test('reads the XMP of a TIFF', async () => {
    const tiff = await sharp(embedXmpInJpeg(jpeg, writeSidecar(settings)))
      .keepMetadata()
      .tiff()
      .toBuffer();
    expect(readXmp(extractXmp(tiff) ?? '').settings).toEqual(settings);
  });

  test('does not fail on any damage to a TIFF or PNG', async () => {
    const tiff = await sharp(jpeg).withXmp(writeSidecar(settings)).tiff().toBuffer();
    for (let length = 8; length < tiff.length; length += 97)
      expect(() => extractXmp(tiff.subarray(0, length))).not.toThrow(TypeError);
    const xmp = embedXmpInPng(png, writeSidecar(settings));
    for (let length = 8; length < xmp.length; length += 31) {
      expect(() => extractXmp(xmp.subarray(0, length))).toThrow(RetouchError);
    }
  });
});

describe('embedXmpInJpeg()', () => {
  test('says so when the XMP does not fit a segment', () => {
    const big = writeSidecar(settings).replace(
      '</rdf:Desc',
      `<crs:Note>${'x'.repeat(66_000)}</crs:Note></rdf:Desc`,
    );
    expect(() => embedXmpInJpeg(jpeg, big)).toThrow(/a JPEG holds 65504/);
  });

  test('takes out a second XMP segment', () => {
    const xmp = writeSidecar(settings);
    const once = Buffer.from(embedXmpInJpeg(jpeg, xmp));
    const start = once.indexOf('http://ns.adobe.com/xap/1.0/') - 4;
    const segment = once.subarray(start, start + 2 + once.readUInt16BE(start + 2));
    const twice = Buffer.concat([once.subarray(0, start), segment, once.subarray(start)]);
    expect(embedXmpInJpeg(twice, xmp)).toEqual(new Uint8Array(once));
  });
});
