import { decodeTableFor } from '#color/transfer.ts';
import { emptyPlane } from '#image/box-blur.ts';
import type { Plane, Raster } from '#image/raster.ts';
import type { RenderSource } from '../renderer.ts';
import { applyMatrix, spaceToWorking } from '../working-space.ts';
import { levelOf } from './level.ts';

/** Long edge of the planes that bases are computed on, px. */
const PLANE_EDGE = 640;
/** Source pixels per plane pixel. */
export function planeStep(raster: { readonly width: number; readonly height: number }): number {
  return Math.max(1, Math.ceil(Math.max(raster.width, raster.height) / PLANE_EDGE));
}

/** The picture reduced. */
export interface Planes {
  readonly level: Plane;
  readonly smallest: Plane;
  readonly rgb: Float32Array;
}

/** Box means of whole pixels: plane pixel i covers source pixels i·step … i·step + step − 1. */
export function reduce({ raster }: RenderSource): Planes {
  const step = planeStep(raster);
  const { space } = raster;
  const width = Math.ceil(raster.width / step);
  const height = Math.ceil(raster.height / step);
  const level = emptyPlane(width, height);
  const smallest = emptyPlane(width, height);
  const rgb = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const rows = Math.min(step, raster.height - y * step);
    const line = rgb.subarray(y * width * 3, (y + 1) * width * 3);
    for (let row = 0; row < rows; row++) addBlocks(raster, y * step + row, step, line);
    for (let x = 0, p = 0; x < width; x++) {
      const share = 1 / (rows * Math.min(step, raster.width - x * step));
      for (let c = 0; c < 3; c++) line[p++]! *= share;
    }
  }
  applyMatrix(spaceToWorking(space), rgb, width * height);
  for (let i = 0, p = 0; i < level.data.length; i++, p += 3) {
    const [r, g, b] = [rgb[p]!, rgb[p + 1]!, rgb[p + 2]!];
    level.data[i] = levelOf(r, g, b);
    smallest.data[i] = Math.max(0, Math.min(r, g, b));
  }
  return { level, smallest, rgb };
}

/** Adds the linear channels of a row to the sums of its blocks. */
function addBlocks({ data, width, space }: Raster, y: number, step: number, sums: Float32Array): void {
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  let p = y * width * 3;
  for (let x = 0, out = 0; x < width; out += 3) {
    let r = 0;
    let g = 0;
    let b = 0;
    for (const end = Math.min(width, x + step); x < end; x++, p += 3) {
      r += red[data[p]!]!;
      g += green[data[p + 1]!]!;
      b += blue[data[p + 2]!]!;
    }
    sums[out]! += r;
    sums[out + 1]! += g;
    sums[out + 2]! += b;
  }
}
