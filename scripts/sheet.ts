import sharp from 'sharp';
import { SRGB } from '#color/spaces.ts';
import { convertRaster } from '#image/convert.ts';
import type { Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';

/** Writes pictures side by side, `columns` to a row, each at most `edge` px. */
export async function writeSheet(
  pictures: readonly Raster[],
  { columns, edge, path }: { readonly columns: number; readonly edge: number; readonly path: string },
): Promise<void> {
  const tiles = pictures.map((picture) => convertRaster(fitWithin(picture, edge), SRGB, 8));
  const rows = Math.ceil(tiles.length / columns);
  const height = Math.max(...tiles.map((tile) => tile.height)) + 6;
  const composites = tiles.map(({ data, width, height: own }, i) => ({
    input: Buffer.from(data),
    raw: { width, height: own, channels: 3 as const },
    left: (i % columns) * (edge + 6),
    top: Math.floor(i / columns) * height,
  }));
  const create = {
    width: columns * (edge + 6),
    height: rows * height,
    channels: 3 as const,
    background: '#777777',
  };
  await sharp({ create }).composite(composites).jpeg({ quality: 88 }).toFile(path);
}
