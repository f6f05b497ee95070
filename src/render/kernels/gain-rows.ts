import { analysisOf } from '../local/analysis.ts';
import type { Base } from '../local/base.ts';
import { codedOverRoot, ROOT_STEPS, rootsOfCodes, rootsOverCoded, STEPS } from '../local/gain-row.ts';
import { LEVEL_FLOOR, levelWeightsOf } from '../local/level.ts';
import type { PlainGains } from '../local/local-pass.ts';
import { GAIN_FIRST, GAIN_PER_STOP } from '../local/local-tone.ts';
import { measureStep } from '../local/measurement.ts';
import { rowsAround, spreadOf } from '../local/upsample.ts';
import type { RenderSource } from '../renderer.ts';
import { type KernelMemory, SLACK } from './kernels.ts';

interface BaseAt {
  readonly base: Base;
  /** Values of a row. */
  readonly values: number;
  /** Of every pixel, where they are kept; planes of slope and offset otherwise. */
  readonly kept: Float32Array | undefined;
  readonly slope: number;
  readonly offset: number;
}

/** Gains of rows of an 8-bit picture, and the places in a color table that pixels have under them. */
export class GainRows {
  private readonly memory: KernelMemory;
  private readonly source: RenderSource;
  private readonly rootTables: number;
  private readonly placeTables: readonly [number, number, number];
  private readonly valueCurves: number;
  private readonly roots: number;
  private readonly rootStride: number;
  private readonly levels: number;
  private readonly factors: number;
  private readonly weights: readonly [number, number, number];
  private readonly bases: readonly BaseAt[];
  private readonly toneTable: number;
  private readonly toneSteps: number;
  private readonly starts: number = 0;
  private readonly shares: number = 0;
  private readonly blends: readonly [number, number] = [0, 0];
  private readonly gains: PlainGains;

  /** @param rows that are looked at at a time */
  constructor(memory: KernelMemory, source: RenderSource, gains: PlainGains, rows: number) {
    const { raster, window } = source;
    const { width, data, space } = raster;
    this.memory = memory;
    this.source = source;
    this.gains = gains;
    this.rootTables = memory.put(joined(rootsOfCodes(space, data)));
    this.placeTables = putTables(memory, codedOverRoot(space));
    this.valueCurves = memory.put(joined(rootsOverCoded(space)));
    const pixels = width * rows;
    this.rootStride = (pixels * 4 + SLACK + 15) & ~15;
    this.roots = memory.place(this.rootStride * 3);
    this.levels = memory.place(pixels * 4);
    this.factors = memory.place(pixels * 4);
    this.weights = levelWeightsOf(space).map((weight) => weight / STEPS ** 2) as [number, number, number];
    const { tone, clarity, texture } = gains;
    this.toneTable = tone ? memory.put(tone.gains) : 0;
    this.toneSteps = tone ? tone.gains.length - 2 : 0;
    const analysis = analysisOf(source);
    this.bases = [tone, clarity, texture].flatMap((part): BaseAt[] => {
      if (!part) return [];
      const { base } = part;
      const kept = analysis.values(base);
      const values = memory.place(pixels * 4);
      if (kept) return [{ base, kept, values, slope: 0, offset: 0 }];
      return [
        { base, kept, values, slope: memory.put(base.slope.data), offset: memory.put(base.offset.data) },
      ];
    });
    const enlarged = this.bases.find(({ kept }) => !kept);
    if (enlarged) {
      const planeWidth = enlarged.base.slope.width;
      const spread = spreadOf(planeWidth, width, measureStep({ width, height: window.height }));
      this.starts = memory.put(spread.starts);
      this.shares = memory.put(spread.shares);
      this.blends = [memory.place((planeWidth + 1) * 4), memory.place((planeWidth + 1) * 4)];
    }
  }

  /** Looks at rows of the picture, whose codes are given; `placesOf` then knows their gains. */
  look(top: number, rows: number, codes: number): void {
    const { memory, source, roots, rootStride, levels, factors } = this;
    const { run } = memory;
    const count = rows * source.raster.width;
    run.roots8(codes, count, this.rootTables, roots, rootStride);
    run.levels(roots, rootStride, count, ...this.weights, LEVEL_FLOOR, levels);
    for (const base of this.bases) this.loadBase(base, top, rows);
    const valuesOf = (part: { readonly base: Base } | undefined) =>
      part ? this.bases.find(({ base }) => base === part.base)!.values : 0;
    const { tone, clarity, texture } = this.gains;
    run.gainRoots(
      levels,
      valuesOf(tone),
      this.toneTable,
      this.toneSteps,
      GAIN_FIRST,
      GAIN_PER_STOP,
      valuesOf(clarity),
      clarity?.strength ?? 0,
      valuesOf(texture),
      texture?.strength ?? 0,
      count,
      factors,
    );
  }

  /** Places of the rows themselves. */
  placesOf(count: number, places: number, placeStride: number): void {
    this.spread(0, count, places, placeStride);
  }

  /** Places of other values, interleaved and coded 0…1, at pixels `from … to − 1` of the row. */
  placesOfValues(values: number, from: number, to: number, places: number, placeStride: number): void {
    const { memory, roots, rootStride, valueCurves } = this;
    memory.run.valueRoots(values, to - from, valueCurves, ROOT_STEPS, roots, rootStride);
    this.spread(from, to, places, placeStride);
  }

  /** Places of the roots, the first of which is that of pixel `from`. */
  private spread(from: number, to: number, places: number, placeStride: number): void {
    const { memory, roots, rootStride, factors } = this;
    const [red, green, blue] = this.placeTables;
    memory.run.rootPlaces(
      roots,
      rootStride,
      factors + from * 4,
      to - from,
      red,
      green,
      blue,
      STEPS,
      places,
      placeStride,
    );
  }

  private loadBase({ base, kept, values, slope, offset }: BaseAt, top: number, rows: number): void {
    const { memory, source, starts, shares, blends, levels } = this;
    const { raster, window } = source;
    const { width } = raster;
    if (kept) {
      const start = (top - window.top) * width;
      memory.floats(values, rows * width).set(kept.subarray(start, start + rows * width));
      return;
    }
    const { width: planeWidth, height: planeHeight } = base.slope;
    const step = measureStep({ width, height: window.height });
    const { run } = memory;
    const planeRow = planeWidth * 4;
    // Whole vectors run over a row's end: the next row is written later.
    for (let y = 0; y < rows; y++) {
      const { upper, lower, share } = rowsAround(top + y, step, planeHeight);
      const at = y * width * 4;
      run.blendRows(slope + upper * planeRow, slope + lower * planeRow, planeWidth, share, blends[0]);
      run.blendRows(offset + upper * planeRow, offset + lower * planeRow, planeWidth, share, blends[1]);
      run.lineRow(blends[0], blends[1], starts, shares, planeWidth, levels + at, values + at);
    }
  }
}

function joined(tables: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(tables.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const table of tables) {
    out.set(table, at);
    at += table.length;
  }
  return out;
}

/** Places 0…65535 of values coded 0…1; channels of one curve share one table. */
function putTables(memory: KernelMemory, coded: readonly Float32Array[]): [number, number, number] {
  const addresses = new Map<Float32Array, number>();
  return coded.map((values) => {
    const address =
      addresses.get(values) ??
      memory.put(Uint16Array.from(values, (value) => Math.round(Math.min(Math.max(value, 0), 1) * 65535)));
    addresses.set(values, address);
    return address;
  }) as [number, number, number];
}
