import { decodeTableFor } from '#color/transfer.ts';
import type { Raster } from './raster.ts';

/** Cells across the long edge in which the darkest channel is looked for. */
const CELLS = 32;

/** Rank of the cell that tells the veil: sky and white walls are bright without haze. */
const RANK = 1 / 3;

/**
 * Veil of haze 0…1, which is 1 − transmission, from the dark channel (He, Sun & Tang 2009): in clear air almost every
 * patch has some dark channel; haze lifts all of them towards the light of the air.
 */
export function measureHaze(raster: Raster): number {
  const { width, height, data, space } = raster;
  const cell = Math.max(1, Math.ceil(Math.max(width, height) / CELLS));
  const columns = Math.ceil(width / cell);
  const darkest = new Uint16Array(columns * Math.ceil(height / cell)).fill(65535);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3;
      const at = row + ((x / cell) | 0);
      const low = Math.min(data[i]!, data[i + 1]!, data[i + 2]!);
      if (low < darkest[at]!) darkest[at] = low;
    }
  }
  darkest.sort();
  const table = decodeTableFor(data, space, 1);
  const veil = table[darkest[Math.floor((darkest.length - 1) * RANK)]!]!;
  // The brightest cell is taken for the air itself, unless the picture has nothing bright.
  const air = Math.max(0.7, table[darkest[darkest.length - 1]!]!);
  return Math.min(1, Math.max(0, veil / air));
}
