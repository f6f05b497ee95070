import type { Raster } from '#image/raster.ts';
import { clamp } from '../curve.ts';
import type { Measurement, RenderSource } from '../renderer.ts';
import type { Base } from './base.ts';
import { guide } from './guide.ts';
import { type Haze, measureHaze } from './haze.ts';
import { levelsOfPixels, measureLevelRow } from './level.ts';
import { measure, measureStep, planeSize } from './measurement.ts';
import { type Planes, planesOf } from './planes.ts';
import { RowUpsampler } from './upsample.ts';

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
  const { raster, window } = source;
  const { width, space } = raster;
  const size = { width, height: window.height };
  let measured = source.measurement;
  let planes: Planes | undefined;
  let key: Analysis['key'] | undefined;
  let haze: Haze | undefined;
  const kept = new Map<Base, Float32Array>();
  let levels: Float32Array | undefined;
  const keeps = width * window.height <= KEPT_PIXELS;
  const measurement = () => (measured ??= measure(source, { top: 0, rows: window.height }));
  const reduced = () => (planes ??= planesOf(measurement(), planeSize(size), space, source.kernels));
  const row = new Float32Array(keeps ? 0 : width);
  let loaded = -1;
  const keptLevels = () => (levels ??= levelsOfPixels(raster));
  return {
    get key() {
      return (key ??= keyOf(measurement(), raster));
    },
    get darkKey() {
      // The chart that the dark forms were fitted to has its median 3 stops below white, bright photographs 1.9.
      // Rendered files were toned once already: half as far.
      return clamp((-1.9 - this.key.median) / 1.1, 0, 1) * (source.source === 'rendered' ? 0.5 : 1);
    },
    levelRow(y) {
      const own = y - window.top;
      if (keeps) return keptLevels().subarray(own * width, (own + 1) * width);
      if (y !== loaded) measureLevelRow(raster, own, row);
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
        const { level } = reduced();
        base = guide(level, level, radius * Math.max(level.width, level.height), epsilon, source.kernels);
        bases.set(name, base);
      }
      return base;
    },
    haze() {
      haze ??= measureHaze(reduced(), source.kernels);
      return haze;
    },
  };
}

function baseValues({ raster, window }: RenderSource, base: Base, levels: Float32Array): Float32Array {
  const { width, height } = raster;
  const out = new Float32Array(width * height);
  const { slope, offset } = base;
  const upsampler = new RowUpsampler(slope.width, width, measureStep({ width, height: window.height }));
  for (let y = 0; y < height; y++) {
    const row = [y * width, (y + 1) * width] as const;
    upsampler.line(
      slope.data,
      offset.data,
      slope.height,
      y + window.top,
      levels.subarray(...row),
      out.subarray(...row),
    );
  }
  return out;
}

function keyOf({ samples }: Measurement, { space }: Raster): Analysis['key'] {
  const count = samples.length / 3;
  const levels = levelsOfPixels({ width: count, height: 1, data: samples, space });
  levels.sort();
  return { median: levels[Math.floor(count / 2)]!, white: levels[Math.floor(count * 0.99)]! };
}
