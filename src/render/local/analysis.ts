import type { Raster } from '#image/raster.ts';
import { runNow, type Steps } from '#image/steps.ts';
import { clamp } from '../curve.ts';
import type { Measurement, RenderSource } from '../renderer.ts';
import type { Base } from './base.ts';
import { guide } from './guide.ts';
import { type Haze, measureHaze } from './haze.ts';
import { levelsOfPixels, measureLevelRow } from './level.ts';
import { measureStep, measureSteps, planeSize } from './measurement.ts';
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
  /** Does in pieces what the others would do at once when they are asked. */
  readonly prepare: {
    key(): Steps<void>;
    base(radius: number, epsilon: number): Steps<void>;
    haze(): Steps<void>;
  };
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
  function* measurement(): Steps<Measurement> {
    measured ??= yield* measureSteps(source, { top: 0, rows: window.height });
    return measured;
  }
  function* reduced(): Steps<Planes> {
    const own = yield* measurement();
    planes ??= planesOf(own, planeSize(size), space, source.kernels);
    yield;
    return planes;
  }
  function* keySteps(): Steps<Analysis['key']> {
    key ??= keyOf(yield* measurement(), raster);
    return key;
  }
  function* baseSteps(radius: number, epsilon: number): Steps<Base> {
    const name = `${radius} ${epsilon}`;
    const known = bases.get(name);
    if (known) return known;
    const { level } = yield* reduced();
    const reach = radius * Math.max(level.width, level.height);
    const made = yield* guide(level, level, reach, epsilon, source.kernels);
    // Somebody else may have made it in between: values are kept by the base that all use.
    const base = bases.get(name) ?? made;
    bases.set(name, base);
    return base;
  }
  function* hazeSteps(): Steps<Haze> {
    if (haze) return haze;
    const made = yield* measureHaze(yield* reduced(), source.kernels);
    haze ??= made;
    return haze;
  }
  /** What a base is at every pixel, where that is kept and not left to kernels. */
  function* valueSteps(base: Base): Steps<void> {
    if (!keeps || source.kernels) return;
    keptLevels();
    yield;
    if (!kept.has(base)) kept.set(base, baseValues(source, base, keptLevels()));
    yield;
  }
  const row = new Float32Array(keeps ? 0 : width);
  let loaded = -1;
  const keptLevels = () => (levels ??= levelsOfPixels(raster));
  return {
    get key() {
      return key ?? runNow(keySteps());
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
    base: (radius, epsilon) => runNow(baseSteps(radius, epsilon)),
    haze: () => runNow(hazeSteps()),
    prepare: {
      *key() {
        yield* keySteps();
      },
      *base(radius, epsilon) {
        yield* valueSteps(yield* baseSteps(radius, epsilon));
      },
      *haze() {
        const { veil } = yield* hazeSteps();
        yield* valueSteps(veil);
      },
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
