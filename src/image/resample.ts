import { decodeTableFor, encodeFast, encodeTable } from '#color/transfer.ts';
import { depthOf, samplesOf, topOf } from './depth.ts';
import type { Raster } from './raster.ts';

/**
 * The picture made to fit a square of `edge` px; never enlarged. The same object comes back when it fits already.
 *
 * @throws {RangeError} when `edge` is below 1.
 */
export function fitWithin(raster: Raster, edge: number): Raster {
  if (!(edge >= 1))
    throw new RangeError(`Cannot fit a picture as 'edge' must be at least 1: current value is ${edge}`);
  const scale = Math.min(1, edge / Math.max(raster.width, raster.height));
  if (scale === 1) return raster;
  return resize(
    raster,
    Math.max(1, Math.round(raster.width * scale)),
    Math.max(1, Math.round(raster.height * scale)),
  );
}

/**
 * Area average in linear light: each output pixel is the mean of the source it covers, parts of pixels by their share.
 * Colour counts by its alpha, so that what transparent pixels hide does not bleed in.
 *
 * @throws {RangeError} when a size is not a positive integer.
 */
export function resize(raster: Raster, width: number, height: number): Raster {
  for (const size of [width, height]) {
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(`Cannot resize as sizes must be positive integers: current value is ${size}`);
    }
  }
  if (width === raster.width && height === raster.height) return raster;

  const { space, alpha } = raster;
  const max = topOf(raster.data);
  const data = samplesOf(depthOf(raster.data), width * height * 3);
  const alphaOut = alpha && samplesOf(depthOf(alpha), width * height);
  const encoders = [encodeTable(space, 0), encodeTable(space, 1), encodeTable(space, 2)] as const;
  const [toRed, toGreen, toBlue] = encoders;

  const shrinkRow = rowShrinker(raster, width);
  const sums = new Float64Array(width * 4);
  for (let y = 0; y < height; y++) {
    const top = (y * raster.height) / height;
    const bottom = ((y + 1) * raster.height) / height;
    sums.fill(0);
    for (let sy = Math.floor(top); sy < Math.min(raster.height, Math.ceil(bottom)); sy++) {
      const share = Math.min(sy + 1, bottom) - Math.max(sy, top);
      if (share <= 0) continue;
      const row = shrinkRow(sy);
      for (let i = 0; i < sums.length; i++) sums[i]! += row[i]! * share;
    }
    const cover = 1 / (bottom - top);
    for (let x = 0; x < width; x++) {
      const weight = 1 / sums[x * 4 + 3]!;
      const at = (y * width + x) * 3;
      data[at] = encodeFast(toRed, sums[x * 4]! * weight) * max + 0.5;
      data[at + 1] = encodeFast(toGreen, sums[x * 4 + 1]! * weight) * max + 0.5;
      data[at + 2] = encodeFast(toBlue, sums[x * 4 + 2]! * weight) * max + 0.5;
      if (alphaOut) alphaOut[y * width + x] = Math.min(max, sums[x * 4 + 3]! * cover + 0.5);
    }
  }
  return alphaOut ? { width, height, data, space, alpha: alphaOut } : { width, height, data, space };
}

/** Weight of a fully transparent pixel, in alpha steps: where nothing else is, its colour still counts. */
const TRANSPARENT_WEIGHT = 1e-6;

/**
 * Reduces source rows to `width` pixels of weighted linear r, g, b and weight. The last row is kept: neighbouring
 * output rows share the source row at their border.
 */
function rowShrinker(raster: Raster, width: number): (y: number) => Float64Array {
  const { data, alpha, space } = raster;
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const step = raster.width / width;
  const scale = 1 / step;
  const row = new Float64Array(width * 4);
  let current = -1;

  return (y) => {
    if (y === current) return row;
    current = y;
    const line = y * raster.width;
    for (let x = 0; x < width; x++) {
      const left = x * step;
      const right = Math.min(raster.width, left + step);
      const first = Math.floor(left);
      const last = Math.ceil(right) - 1;
      let r = 0;
      let g = 0;
      let b = 0;
      let w = 0;
      for (let sx = first; sx <= last; sx++) {
        let weight = 1;
        if (sx === first || sx === last) weight = Math.min(sx + 1, right) - Math.max(sx, left);
        if (alpha) weight *= alpha[line + sx]! + TRANSPARENT_WEIGHT;
        const at = (line + sx) * 3;
        r += red[data[at]!]! * weight;
        g += green[data[at + 1]!]! * weight;
        b += blue[data[at + 2]!]! * weight;
        w += weight;
      }
      row[x * 4] = r * scale;
      row[x * 4 + 1] = g * scale;
      row[x * 4 + 2] = b * scale;
      row[x * 4 + 3] = w * scale;
    }
    return row;
  };
}
