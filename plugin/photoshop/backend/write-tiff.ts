import type { Raster } from '#image/raster.ts';

/** TIFF 6.0 (1992): types of values, and the tags of an uncompressed RGB picture in one strip. */
const SHORT = 3;
const LONG = 4;
const HEADER = 8;

/** An uncompressed TIFF without a profile (sRGB) of an 8-bit picture: what a service can open and a panel can write. */
export function writeTiff({ width, height, data }: Raster): Uint8Array {
  const tags: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, LONG, width], // ImageWidth
    [257, LONG, height], // ImageLength
    [258, SHORT, 0], // BitsPerSample: three, placed behind the directory
    [259, SHORT, 1], // Compression: none
    [262, SHORT, 2], // PhotometricInterpretation: RGB
    [273, LONG, 0], // StripOffsets
    [277, SHORT, 3], // SamplesPerPixel
    [278, LONG, height], // RowsPerStrip
    [279, LONG, data.length], // StripByteCounts
    [284, SHORT, 1], // PlanarConfiguration: interleaved
  ];
  const bits = HEADER + 2 + tags.length * 12 + 4;
  const pixels = bits + 6;
  const file = new Uint8Array(pixels + data.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x002a4949, true); // "II", 42
  view.setUint32(4, HEADER, true);
  view.setUint16(HEADER, tags.length, true);
  for (const [index, [tag, type, value]] of tags.entries()) {
    const at = HEADER + 2 + index * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, tag === 258 ? 3 : 1, true);
    view.setUint32(at + 8, tag === 258 ? bits : tag === 273 ? pixels : value, true);
  }
  for (const channel of [0, 1, 2]) view.setUint16(bits + channel * 2, 8, true);
  file.set(data, pixels);
  return file;
}
