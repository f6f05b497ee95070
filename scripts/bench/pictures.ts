import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';

/** The size that everything is measured at: 24 MP. */
export const WIDTH = 6000;
export const HEIGHT = 4000;
/** Scenes side by side; each a third larger than it was drawn, about as soft as a lens and a sensor make a pixel. */
const TILES = 3;
const TILE = { width: WIDTH / TILES, height: Math.ceil(HEIGHT / TILES) };
/**
 * Standard deviations of the noise, in levels: of all channels together, and of each by itself (a camera takes most of
 * the colour noise out before it writes a JPEG). The file becomes as large as a camera's, 7 MB.
 */
const NOISE = 3;
const COLOR_NOISE = 0.5;

/**
 * A 24 MP picture with detail down to the pixel: the sample scenes side by side, every other one mirrored, under
 * fresh noise. The same bytes every time.
 *
 * @param folder the sample scenes as the build writes them
 */
export async function mosaic(folder: string): Promise<Raster> {
  const scenes = await readScenes(folder);
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 3); // rounds and clamps
  const noise = gaussian(1 << 16);
  let seed = 1;
  for (let y = 0; y < HEIGHT; y++) {
    const row = Math.floor(y / TILE.height);
    for (let column = 0; column < TILES; column++) {
      const scene = scenes[(row + column) % scenes.length]!;
      const mirrored = (row + column) % 2 === 1;
      let to = (y * WIDTH + column * TILE.width) * 3;
      for (let x = 0; x < TILE.width; x++) {
        const from = ((y % TILE.height) * TILE.width + (mirrored ? TILE.width - 1 - x : x)) * 3;
        seed = (Math.imul(seed, 1664525) + 1013904223) | 0; // Numerical Recipes' generator
        const grain = NOISE * noise[(seed >>> 8) & 0xffff]!;
        for (let channel = 0; channel < 3; channel++) {
          const speck = COLOR_NOISE * noise[((seed >>> 8) + (channel + 1) * 20011) & 0xffff]!;
          data[to++] = scene[from + channel]! + grain + speck;
        }
      }
    }
  }
  return { width: WIDTH, height: HEIGHT, data: new Uint8Array(data.buffer), space: SRGB };
}

async function readScenes(folder: string): Promise<readonly Uint8Array[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();
  if (names.length === 0) throw new Error(`There are no sample scenes in '${folder}': run npm run build`);
  return Promise.all(
    names.map((name) =>
      sharp(join(folder, name))
        .resize({ ...TILE, fit: 'fill' })
        .removeAlpha()
        .raw()
        .toBuffer(),
    ),
  );
}

/** Sums of six uniform numbers, close to a Gaussian of deviation 1. */
function gaussian(length: number): Float32Array {
  let seed = 7;
  return Float32Array.from({ length }, () => {
    let sum = 0;
    for (let i = 0; i < 6; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
      sum += (seed >>> 16) / 65536 - 0.5;
    }
    return sum * Math.SQRT2; // six uniform numbers have variance 1/2
  });
}

/** The picture cut to a size, or repeated to fill it: the cost of a pixel stays what it was. */
export function cutOrRepeat({ width: from, height: rows, data, space }: Raster, megapixels: number): Raster {
  const { width, height } = sizeOf(megapixels);
  const out = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += from) {
      const start = (y % rows) * from * 3;
      const length = Math.min(from, width - x) * 3;
      out.set(data.subarray(start, start + length), (y * width + x) * 3);
    }
  }
  return { width, height, data: out, space };
}

/** The picture made smaller (or larger), as a preview is. */
export async function resized(raster: Raster, width: number): Promise<Raster> {
  const { data, info } = await sharp(raster.data, raw(raster))
    .resize(width)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data), space: raster.space };
}

/** Width and height, 3 : 2, of about so many million pixels. */
export function sizeOf(megapixels: number): { readonly width: number; readonly height: number } {
  const width = Math.round(Math.sqrt(1.5e6 * megapixels));
  return { width, height: Math.round(width / 1.5) };
}

const raw = ({ width, height }: Raster) => ({ raw: { width, height, channels: 3 as const } });

/** As a camera writes it: quality 93, chroma at half size, optimised. */
export function cameraJpeg(raster: Raster): Promise<Buffer> {
  return sharp(raster.data, { ...raw(raster), limitInputPixels: false })
    .jpeg({ quality: 93, chromaSubsampling: '4:2:0' })
    .toBuffer();
}

/** The same levels with 16 bits (255 → 65535), uncompressed. */
export async function writeTiff16(raster: Raster, path: string): Promise<void> {
  const words = Uint16Array.from(raster.data, (level) => level * 257);
  await sharp(words, raw(raster)).toColourspace('rgb16').tiff({ compression: 'none' }).toFile(path);
}
