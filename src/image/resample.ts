import { depthOf, samplesOf, topOf } from './depth.ts';
import { encodeRow, encodersOf } from './encode-row.ts';
import type { Raster } from './raster.ts';
import { createRowShrinker } from './shrink-row.ts';
import { runNow, type Steps } from './steps.ts';

/**
 * The picture made to fit a square of `edge` px; never enlarged. The same object comes back when it fits already.
 *
 * @throws {RangeError} when `edge` is below 1.
 */
export function fitWithin(raster: Raster, edge: number): Raster {
  return runNow(fitSteps(raster, edge));
}

/** The same in pieces. */
export function* fitSteps(raster: Raster, edge: number): Steps<Raster> {
  if (!(edge >= 1))
    throw new RangeError(`Cannot fit a picture as 'edge' must be at least 1: current value is ${edge}`);
  const scale = Math.min(1, edge / Math.max(raster.width, raster.height));
  if (scale === 1) return raster;
  return yield* resizeSteps(
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
  return runNow(resizeSteps(raster, width, height));
}

/** Source samples that are read in a piece of work. */
const PIECE = 1 << 17;

/** The same in pieces. */
export function* resizeSteps(raster: Raster, width: number, height: number): Steps<Raster> {
  for (const size of [width, height]) {
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(`Cannot resize as sizes must be positive integers: current value is ${size}`);
    }
  }
  if (width === raster.width && height === raster.height) return raster;

  const { space, alpha } = raster;
  const data = samplesOf(depthOf(raster.data), width * height * 3);
  const alphaOut = alpha && samplesOf(depthOf(alpha), width * height);
  const tables = encodersOf(space);
  /** Source pixels in each reduced one. */
  const cell = (raster.width / width) * (raster.height / height);

  const rows = createRowShrinker(raster, width);
  const sums = new Float64Array(width * rows.channels);
  const few = Math.max(1, Math.floor((PIECE * height) / raster.data.length));
  for (let y = 0; y < height; y++) {
    const top = (y * raster.height) / height;
    const bottom = ((y + 1) * raster.height) / height;
    const first = Math.floor(top);
    for (let sy = first; sy < Math.min(raster.height, Math.ceil(bottom)); sy++) {
      const share = (Math.min(sy + 1, bottom) - Math.max(sy, top)) / cell;
      if (sy === first) setRow(sums, rows.shrink(sy), share);
      else addRow(sums, rows.shrink(sy), share);
    }
    if (alphaOut) {
      divideByWeights(sums);
      for (let x = 0; x < width; x++) alphaOut[y * width + x] = Math.min(topOf(data), sums[x * 4 + 3]! + 0.5);
    }
    encodeRow(sums, rows.channels, data, y * width * 3, tables);
    if (y % few === few - 1) yield;
  }
  return alphaOut ? { width, height, data, space, alpha: alphaOut } : { width, height, data, space };
}

// Loops over samples are functions of their own that take all they need: from a closure every access would be checked anew.

function setRow(sums: Float64Array, row: Float64Array, share: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = row[i]! * share;
}

function addRow(sums: Float64Array, row: Float64Array, share: number): void {
  for (let i = 0; i < sums.length; i++) sums[i]! += row[i]! * share;
}

function divideByWeights(sums: Float64Array): void {
  for (let i = 0; i < sums.length; i += 4) {
    const weight = 1 / sums[i + 3]!;
    sums[i]! *= weight;
    sums[i + 1]! *= weight;
    sums[i + 2]! *= weight;
  }
}
