import { clamp } from '../curve.ts';
import type { RenderSource } from '../renderer.ts';
import { type Base, guide } from './base.ts';
import { type Haze, measureHaze } from './haze.ts';
import { levelsOfPixels, measureLevelRow } from './level.ts';
import { type Planes, planeStep, reduce } from './planes.ts';
import { RowUpsampler } from './upsample.ts';

/** Pixels sampled for percentiles. */
const SAMPLES = 4096;

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
  haze(): Haze;
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

function analyse(source: RenderSource): Analysis {
  const bases = new Map<string, Base>();
  let planes: Planes | undefined;
  let key: Analysis['key'] | undefined;
  let haze: Haze | undefined;
  const kept = new Map<Base, Float32Array>();
  let levels: Float32Array | undefined;
  const keeps = source.raster.width * source.raster.height <= KEPT_PIXELS;
  const planesOf = () => (planes ??= reduce(source));
  const { width } = source.raster;
  const row = new Float32Array(keeps ? 0 : width);
  let loaded = -1;
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
      if (y !== loaded) measureLevelRow(source.raster, y, row);
      loaded = y;
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
