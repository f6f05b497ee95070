import type { Raster } from '#image/raster.ts';
import type { PlainGains } from '../local/local-pass.ts';
import type { RenderSource } from '../renderer.ts';
import type { ColorTable } from '../table/color-table.ts';
import { GainRows } from './gain-rows.ts';
import { type KernelMemory, SLACK } from './kernels.ts';
import { nodesOf } from './table-nodes.ts';

/** Develops rows of an 8-bit picture by its plain gains and its color table, with the compiled kernels. */
export class KernelRows {
  private readonly memory: KernelMemory;
  private readonly raster: Raster;
  private readonly top: number;
  private readonly codes: number;
  private readonly places: number;
  private readonly placeStride: number;
  private readonly table: number;
  private readonly bits: number;
  private readonly out: number;
  private readonly gains: GainRows | undefined;

  /** @throws RangeError when there is no memory left */
  constructor(memory: KernelMemory, source: RenderSource, table: ColorTable, gains: PlainGains | undefined) {
    const { raster, window } = source;
    const { width } = raster;
    this.memory = memory;
    this.raster = raster;
    this.top = window.top;
    this.codes = memory.place(width * 3);
    this.placeStride = (width * 2 + SLACK + 15) & ~15;
    this.places = memory.place(this.placeStride * 3);
    this.table = memory.put(nodesOf(table));
    this.bits = Math.log2(table.size - 1);
    this.out = memory.place(width * 3 * 4);
    this.gains = gains && new GainRows(memory, source, gains);
  }

  /** Row `y` of the picture as codes; a view that the next row is written to. */
  codesOf(y: number): Uint8Array {
    this.develop(y, false);
    return this.memory.bytes(this.out, this.raster.width * 3);
  }

  /** Row `y` coded 0…1; a view that the next row is written to. */
  valuesOf(y: number): Float32Array {
    this.develop(y, true);
    return this.memory.floats(this.out, this.raster.width * 3);
  }

  private develop(y: number, values: boolean): void {
    const { memory, raster, codes, places, placeStride, gains } = this;
    const { width, data } = raster;
    const start = (y - this.top) * width * 3;
    memory.bytes(codes, width * 3).set(data.subarray(start, start + width * 3));
    if (gains) gains.places(y, codes, places, placeStride);
    else memory.run.codePlaces(codes, width, places, placeStride);
    memory.run.applyTable(places, placeStride, width, this.table, this.bits, this.out, values);
  }
}
