import { emptyPlane } from '../box-blur.ts';
import type { Plane } from '../raster.ts';
import type { Steps } from '../steps.ts';
import type { Scene } from './scene.ts';

/** Rows that are filled in a piece of work. */
const ROWS = 128;

/** A value per cell brought to the picture's size, bilinear between cell centres; in pieces. */
export function* enlarge({ width, height, cell, lab }: Scene, cells: Float32Array): Steps<Plane> {
  const out = emptyPlane(lab.width, lab.height);
  const columns = new Int32Array(lab.width);
  const fractions = new Float32Array(lab.width);
  for (let x = 0; x < lab.width; x++) {
    const position = cellPosition(x, cell, width);
    columns[x] = position;
    fractions[x] = position - columns[x]!;
  }
  const row = new Float32Array(width + 1);
  for (let y = 0; y < lab.height; y++) {
    const position = cellPosition(y, cell, height);
    const upper = Math.floor(position);
    const fraction = position - upper;
    const above = upper * width;
    const below = Math.min(height - 1, upper + 1) * width;
    for (let x = 0; x < width; x++)
      row[x] = cells[above + x]! + (cells[below + x]! - cells[above + x]!) * fraction;
    row[width] = row[width - 1]!;
    for (let x = 0, i = y * lab.width; x < lab.width; x++, i++) {
      const low = row[columns[x]!]!;
      out.data[i] = low + (row[columns[x]! + 1]! - low) * fractions[x]!;
    }
    if (y % ROWS === ROWS - 1) yield;
  }
  return out;
}

/** Where the centre of a pixel lies among the centres of `count` cells. */
function cellPosition(pixel: number, cell: number, count: number): number {
  return Math.min(count - 1, Math.max(0, (pixel + 0.5) / cell - 0.5));
}
