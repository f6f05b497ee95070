import { decodeTableFor } from '#color/transfer.ts';
import { depthOf, samplesOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import { runNow, type Steps } from '#image/steps.ts';
import { blockSumsOf } from '../kernels/block-sums.ts';
import type { Measurement, RenderSource, RowRange } from '../renderer.ts';

/** Long edge of the planes that bases are computed on, px. */
const PLANE_EDGE = 640;
/** Rows of blocks that count as high. */
const HIGH = 6;
/** Pixels sampled for percentiles. */
const SAMPLES = 4096;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Source pixels per plane pixel; ranges that are measured begin at multiples of it. */
export function measureStep({ width, height }: Size): number {
  return Math.max(1, Math.ceil(Math.max(width, height) / PLANE_EDGE));
}

/** Plane pixel i covers source pixels i·step … i·step + step − 1 (of high blocks every other row). */
export function planeSize(size: Size): Size {
  const step = measureStep(size);
  return { width: Math.ceil(size.width / step), height: Math.ceil(size.height / step) };
}

/** Measures rows of the source; the range begins and ends at multiples of `measureStep`, or at the picture's end. */
export function measure(source: RenderSource, range: RowRange): Measurement {
  return runNow(measureSteps(source, range));
}

/** Source pixels that are measured in a piece of work. */
const PIECE = 1 << 16;

/** The same in pieces. */
export function* measureSteps(source: RenderSource, range: RowRange): Steps<Measurement> {
  const { raster, window, kernels } = source;
  const { width } = raster;
  const { height } = window;
  const step = measureStep({ width, height });
  const plane = planeSize({ width, height });
  const means = new Float32Array(plane.width * Math.ceil(range.rows / step) * 3);
  // In high blocks every other row tells as much.
  const gap = step >= HIGH ? 2 : 1;
  const sumBlocks = (sum: SumRows, first: number, last: number) => {
    for (let from = first; from < last; from += step) {
      const start = (from / step) * plane.width * 3;
      const line = means.subarray(start, start + plane.width * 3);
      const rows: number[] = [];
      const end = Math.min(from + step, range.rows);
      for (let y = from; y < end; y += gap) rows.push(range.top + y - window.top);
      sum(rows, line);
      for (let x = 0, p = 0; x < plane.width; x++) {
        const share = 1 / (rows.length * Math.min(step, width - x * step));
        for (let c = 0; c < 3; c++) line[p++]! *= share;
      }
    }
  };
  if (kernels && depthOf(raster.data) === 8)
    kernels.with((memory) => sumBlocks(blockSumsOf(memory, raster, step), 0, range.rows));
  else {
    const sum = plainSums(raster, step);
    const few = step * Math.max(1, Math.floor(PIECE / (width * step)));
    for (let first = 0; first < range.rows; first += few) {
      sumBlocks(sum, first, Math.min(range.rows, first + few));
      yield;
    }
  }
  return { top: range.top, means, samples: samplePixels(source, range) };
}

/** Writes the sums over blocks of some rows of the raster. */
type SumRows = (rows: readonly number[], sums: Float32Array) => void;

function plainSums({ data, width, space }: Raster, step: number): SumRows {
  const tables = ([0, 1, 2] as const).map((channel) => decodeTableFor(data, space, channel));
  return (rows, sums) => {
    for (const y of rows) addBlocks(data, y * width * 3, width, step, tables, sums);
  };
}

/** The measurement of a picture from those of ranges that cover it. */
export function joinMeasurements(parts: readonly Measurement[]): Measurement {
  const inOrder = [...parts].sort((a, b) => a.top - b.top);
  const total = (count: (part: Measurement) => number) => inOrder.reduce((sum, part) => sum + count(part), 0);
  const means = new Float32Array(total((part) => part.means.length));
  const depth = depthOf(inOrder[0]!.samples);
  const samples = samplesOf(
    depth,
    total((part) => part.samples.length),
  );
  let meansEnd = 0;
  let samplesEnd = 0;
  for (const part of inOrder) {
    means.set(part.means, meansEnd);
    samples.set(part.samples, samplesEnd);
    meansEnd += part.means.length;
    samplesEnd += part.samples.length;
  }
  return { top: inOrder[0]!.top, means, samples };
}

/** Those of the evenly spread pixels that lie in the range. */
function samplePixels({ raster, window }: RenderSource, { top, rows }: RowRange): Raster['data'] {
  const { width, data } = raster;
  const pixels = width * window.height;
  const count = Math.min(SAMPLES, pixels);
  const samples = samplesOf(depthOf(data), count * 3);
  let end = 0;
  for (let i = 0; i < count; i++) {
    const pixel = Math.floor(((i + 0.5) * pixels) / count);
    if (pixel < top * width || pixel >= (top + rows) * width) continue;
    const at = (pixel - window.top * width) * 3;
    for (let c = 0; c < 3; c++) samples[end++] = data[at + c]!;
  }
  return samples.slice(0, end);
}

/** Adds the linear channels of a row to the sums of its blocks. */
function addBlocks(
  data: Raster['data'],
  start: number,
  width: number,
  step: number,
  tables: readonly Float32Array[],
  sums: Float32Array,
): void {
  const [red, green, blue] = tables as [Float32Array, Float32Array, Float32Array];
  let p = start;
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
