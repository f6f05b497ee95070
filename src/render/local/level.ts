import type { RgbSpace } from '#color/space.ts';
import { decodeTableFor } from '#color/transfer.ts';
import type { Raster } from '#image/raster.ts';
import { spaceToWorking } from '../working-space.ts';
import { fastLog2 } from './fast-log.ts';

/** Weights of the level that local gains look at; under them a gain by level reproduces Camera Raw's coloured patches. */
export const LEVEL_WEIGHTS = [0.29, 0.6, 0.11] as const;
/** Added to linear light before the logarithm: 13 stops below white, under the noise of any file. */
export const LEVEL_FLOOR = 1.2e-4;
/** Level of a linear working sample, in stops below white. */
export function levelOf(r: number, g: number, b: number): number {
  const level = LEVEL_WEIGHTS[0] * r + LEVEL_WEIGHTS[1] * g + LEVEL_WEIGHTS[2] * b;
  return fastLog2(Math.max(level, 0) + LEVEL_FLOOR);
}

export function levelsOfPixels(raster: Raster): Float32Array {
  const { width, height } = raster;
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) measureLevelRow(raster, y, out.subarray(y * width, (y + 1) * width));
  return out;
}

/** Levels of row `y`: weights on working samples are weights on the picture's own linear channels. */
export function measureLevelRow({ data, width, space }: Raster, y: number, out: Float32Array): void {
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const [a, b, c] = levelWeightsOf(space);
  for (let x = 0, p = y * width * 3; x < width; x++, p += 3) {
    const level = a * red[data[p]!]! + b * green[data[p + 1]!]! + c * blue[data[p + 2]!]!;
    out[x] = fastLog2(Math.max(level, 0) + LEVEL_FLOOR);
  }
}

/** Weights of the level on a space's own linear channels. */
export function levelWeightsOf(space: RgbSpace): [number, number, number] {
  const m = spaceToWorking(space);
  const [red, green, blue] = LEVEL_WEIGHTS;
  return [0, 1, 2].map((i) => red * m[i]! + green * m[3 + i]! + blue * m[6 + i]!) as [number, number, number];
}
