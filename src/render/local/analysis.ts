import type { RgbSpace } from '#color/space.ts';
import { decodeTableFor } from '#color/transfer.ts';
import { boxBlur, emptyPlane } from '#image/box-blur.ts';
import type { Plane, Raster } from '#image/raster.ts';
import { clamp } from '../curve.ts';
import type { RenderSource } from '../renderer.ts';
import { applyMatrix, spaceToWorking } from '../working-space.ts';
import { fastLog2 } from './fast-log.ts';
import { RowUpsampler } from './upsample.ts';

/** Weights of the level that local gains look at; under them a gain by level reproduces Camera Raw's coloured patches. */
export const LEVEL_WEIGHTS = [0.29, 0.6, 0.11] as const;
/** Added to linear light before the logarithm: 13 stops below white, under the noise of any file. */
const LEVEL_FLOOR = 1.2e-4;
/** Long edge of the planes that bases are computed on, px. */
const PLANE_EDGE = 640;
/** Pixels sampled for percentiles. */
const SAMPLES = 4096;

/** Edge-aware base as a line over the pixel's own level: base = slope · level + offset (guided filter, He et al. 2010). */
export interface Base {
  readonly slope: Plane;
  readonly offset: Plane;
}

/** Pictures up to this many pixels keep levels and bases of every pixel: candidates are rendered on them many times. */
const KEPT_PIXELS = 1.2e6;

/** What is measured on a photo once, whatever the settings; every part when first needed. */
export interface Analysis {
  /** log2 level percentiles of the display-linear picture. */
  readonly key: { readonly median: number; readonly white: number };
  /** 0: an ordinary photograph; 1: a dark key like that of a test chart. */
  readonly darkKey: number;
  /** Levels of a row; the array is used again, or is the kept one. */
  levelRow(y: number): Float32Array;
  /** Value of a base at every pixel; undefined for large pictures. */
  values(base: Base): Float32Array | undefined;
  /** Level base; radius as a fraction of the long edge, epsilon in stops². */
  base(radius: number, epsilon: number): Base;
  /** Smallest channel, smoothed along edges, as a line over the level; and the colour of the thickest haze. */
  haze(): { readonly veil: Base; readonly air: readonly [number, number, number] };
}

const analyses = new WeakMap<RenderSource, Analysis>();

export function analysisOf(source: RenderSource): Analysis {
  let analysis = analyses.get(source);
  if (!analysis) {
    analysis = analyse(source);
    analyses.set(source, analysis);
  }
  return analysis;
}

function levelOf(r: number, g: number, b: number): number {
  const level = LEVEL_WEIGHTS[0] * r + LEVEL_WEIGHTS[1] * g + LEVEL_WEIGHTS[2] * b;
  return fastLog2(Math.max(level, 0) + LEVEL_FLOOR);
}

function analyse(source: RenderSource): Analysis {
  const bases = new Map<string, Base>();
  let planes: Planes | undefined;
  let key: Analysis['key'] | undefined;
  let haze: ReturnType<Analysis['haze']> | undefined;
  const kept = new Map<Base, Float32Array>();
  let levels: Float32Array | undefined;
  const keeps = source.raster.width * source.raster.height <= KEPT_PIXELS;
  const planesOf = () => (planes ??= reduce(source));
  const { width } = source.raster;
  const row = new Float32Array(keeps ? 0 : width);
  const keptLevels = () => (levels ??= levelsOfPixels(source.raster));
  return {
    get key() {
      return (key ??= measureKey(source));
    },
    get darkKey() {
      // The chart that the dark forms were fitted to has its median 3 stops below white, bright photographs 1.9.
      // Rendered files were toned once already: half as far.
      return clamp((-1.9 - this.key.median) / 1.1, 0, 1) * (source.source === 'rendered' ? 0.5 : 1);
    },
    levelRow(y) {
      if (keeps) return keptLevels().subarray(y * width, (y + 1) * width);
      measureLevelRow(source.raster, y, row);
      return row;
    },
    values(base) {
      if (!keeps) return undefined;
      const own = keptLevels();
      let values = kept.get(base);
      if (!values) {
        values = baseValues(source, base, own);
        kept.set(base, values);
      }
      return values;
    },
    base(radius, epsilon) {
      const name = `${radius} ${epsilon}`;
      let base = bases.get(name);
      if (!base) {
        const { level } = planesOf();
        base = guide(level, level, radius * Math.max(level.width, level.height), epsilon);
        bases.set(name, base);
      }
      return base;
    },
    haze() {
      haze ??= measureHaze(planesOf());
      return haze;
    },
  };
}

function levelsOfPixels(raster: Raster): Float32Array {
  const { width, height } = raster;
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) measureLevelRow(raster, y, out.subarray(y * width, (y + 1) * width));
  return out;
}

/** Levels of row `y`: weights on working samples are weights on the picture's own linear channels. */
function measureLevelRow({ data, width, space }: Raster, y: number, out: Float32Array): void {
  const red = decodeTableFor(data, space, 0);
  const green = decodeTableFor(data, space, 1);
  const blue = decodeTableFor(data, space, 2);
  const [a, b, c] = levelWeightsOf(space);
  for (let x = 0, p = y * width * 3; x < width; x++, p += 3) {
    const level = a * red[data[p]!]! + b * green[data[p + 1]!]! + c * blue[data[p + 2]!]!;
    out[x] = fastLog2((level > 0 ? level : 0) + LEVEL_FLOOR);
  }
}

function levelWeightsOf(space: RgbSpace): [number, number, number] {
  const m = spaceToWorking(space);
  const [red, green, blue] = LEVEL_WEIGHTS;
  return [0, 1, 2].map((i) => red * m[i]! + green * m[3 + i]! + blue * m[6 + i]!) as [number, number, number];
}

function baseValues({ raster }: RenderSource, base: Base, levels: Float32Array): Float32Array {
  const { width, height } = raster;
  const out = new Float32Array(width * height);
  const { slope, offset } = base;
  const upsampler = new RowUpsampler(slope.width, width, planeStep(raster));
  for (let y = 0; y < height; y++) {
    const row = [y * width, (y + 1) * width] as const;
    upsampler.line(slope.data, offset.data, slope.height, y, levels.subarray(...row), out.subarray(...row));
  }
  return out;
}

/** Source pixels per plane pixel. */
export function planeStep(raster: { readonly width: number; readonly height: number }): number {
  return Math.max(1, Math.ceil(Math.max(raster.width, raster.height) / PLANE_EDGE));
}

interface Planes {
  readonly level: Plane;
  readonly smallest: Plane;
  readonly rgb: Float32Array;
}

/** Box means of whole pixels: plane pixel i covers source pixels i·step … i·step + step − 1. */
function reduce({ raster }: RenderSource): Planes {
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

function guide(input: Plane, level: Plane, radius: number, epsilon: number): Base {
  const { width, height } = level;
  const count = width * height;
  const r = Math.max(1, radius);
  const meanLevel = boxBlur(level, r);
  const meanInput = input === level ? meanLevel : boxBlur(input, r);
  const product = emptyPlane(width, height);
  const square = emptyPlane(width, height);
  for (let i = 0; i < count; i++) {
    const l = level.data[i]!;
    product.data[i] = l * input.data[i]!;
    square.data[i] = l * l;
  }
  boxBlur(product, r, product);
  boxBlur(square, r, square);
  for (let i = 0; i < count; i++) {
    const l = meanLevel.data[i]!;
    const slope =
      (product.data[i]! - l * meanInput.data[i]!) / (Math.max(0, square.data[i]! - l * l) + epsilon);
    product.data[i] = slope;
    square.data[i] = meanInput.data[i]! - slope * l;
  }
  return { slope: boxBlur(product, r, product), offset: boxBlur(square, r, square) };
}

/** Veil by the dark channel prior (He, Sun & Tang 2009), with a mean in place of the minimum filter. */
function measureHaze({ level, smallest, rgb }: Planes): ReturnType<Analysis['haze']> {
  const long = Math.max(level.width, level.height);
  const veil = guide(smallest, level, 0.03 * long, 0.5);
  const sorted = smallest.data.slice().sort();
  const threshold = sorted[Math.floor(sorted.length * 0.99)]!;
  const air: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (smallest.data[i]! < threshold) continue;
    for (const c of [0, 1, 2] as const) air[c] += rgb[i * 3 + c]!;
    count++;
  }
  for (const c of [0, 1, 2] as const) air[c] /= count;
  const lightest = Math.max(...air, 1e-3);
  // Half its colour, at no less than 0.6 of white: a dark picture has no bright haze.
  const size = clamp(lightest, 0.6, 1);
  return {
    veil,
    air: air.map((value) => size * (0.5 + (0.5 * value) / lightest)) as [number, number, number],
  };
}

function measureKey({ raster }: RenderSource): Analysis['key'] {
  const pixels = raster.width * raster.height;
  const count = Math.min(SAMPLES, pixels);
  const codes = raster.data.slice(0, count * 3);
  for (let i = 0; i < count; i++) {
    const at = Math.floor(((i + 0.5) * pixels) / count) * 3;
    for (let c = 0; c < 3; c++) codes[i * 3 + c] = raster.data[at + c]!;
  }
  const levels = levelsOfPixels({ width: count, height: 1, data: codes, space: raster.space });
  levels.sort();
  return { median: levels[Math.floor(count / 2)]!, white: levels[Math.floor(count * 0.99)]! };
}
