import type { RgbSpace } from '#color/space.ts';
import { codedOverRoot, ROOT_STEPS, rootsOfCodes, rootsOverCoded, STEPS } from '../local/gain-row.ts';
import { LEVEL_FLOOR, levelWeightsOf } from '../local/level.ts';
import type { LocalGains } from '../local/local-pass.ts';
import type { RenderSource } from '../renderer.ts';
import { type KernelMemory, SLACK } from './kernels.ts';
import { LocalRows } from './local-rows.ts';
import { putTables } from './put-tables.ts';

/** Gains of rows of an 8-bit picture, and the places in a color table that pixels have under them. */
export class GainRows {
  private readonly memory: KernelMemory;
  private readonly width: number;
  private readonly local: LocalRows;
  private readonly rootTables: readonly [number, number, number];
  private readonly placeTables: readonly [number, number, number];
  private readonly valueCurves: number;
  private readonly roots: number;
  private readonly rootStride: number;
  private readonly factors: number;
  private readonly weights: readonly [number, number, number];

  /** @param rows that are looked at at a time */
  constructor(memory: KernelMemory, source: RenderSource, gains: LocalGains, rows: number) {
    const { width, data, space } = source.raster;
    this.memory = memory;
    this.width = width;
    this.local = new LocalRows(memory, source, gains, rows);
    this.rootTables = putTables(memory, rootsOfCodes(space, data));
    this.placeTables = putTables(memory, placesOverRoot(space));
    this.valueCurves = memory.put(joined(rootsOverCoded(space)));
    this.rootStride = (width * rows * 4 + SLACK + 15) & ~15;
    this.roots = memory.place(this.rootStride * 3);
    this.factors = memory.place(width * rows * 4);
    this.weights = levelWeightsOf(space).map((weight) => weight / STEPS ** 2) as [number, number, number];
  }

  /** Looks at rows of the picture, whose codes are given; `placesOf` then knows their gains. */
  look(top: number, rows: number, codes: number): void {
    const { local, roots, rootStride, factors } = this;
    const { run } = this.memory;
    const count = rows * this.width;
    run.lookUp(codes, count, ...this.rootTables, roots, rootStride);
    run.levels(roots, rootStride, count, true, ...this.weights, LEVEL_FLOOR, local.levels);
    local.look(top, rows);
    local.gainRoots(count, factors);
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
    const { memory, roots, rootStride, factors, placeTables } = this;
    memory.run.rootPlaces(
      roots,
      rootStride,
      factors + from * 4,
      to - from,
      ...placeTables,
      STEPS,
      places,
      placeStride,
    );
  }
}

const places = new WeakMap<RgbSpace, readonly Uint16Array[]>();

/** Places 0…65535 in a color table over the root of linear light, per channel; channels of one curve share theirs. */
function placesOverRoot(space: RgbSpace): readonly Uint16Array[] {
  let own = places.get(space);
  if (!own) {
    const made = new Map<Float32Array, Uint16Array>();
    own = codedOverRoot(space).map((coded) => {
      const table =
        made.get(coded) ??
        Uint16Array.from(coded, (value) => Math.round(Math.min(Math.max(value, 0), 1) * 65535));
      made.set(coded, table);
      return table;
    });
    places.set(space, own);
  }
  return own;
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
