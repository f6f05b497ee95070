import type { Raster } from '#image/raster.ts';
import type { PlainGains } from '../local/local-pass.ts';
import type { RenderSource } from '../renderer.ts';
import type { ColorTable } from '../table/color-table.ts';
import { GainRows } from './gain-rows.ts';
import { type KernelMemory, SLACK } from './kernels.ts';

/** Develops an 8-bit picture by plain gains and a color table, with the compiled kernels. */
export class KernelRows {
  private readonly memory: KernelMemory;
  private readonly raster: Raster;
  private readonly top: number;
  private readonly codes: number;
  private readonly values: number;
  private readonly places: number;
  private readonly placeStride: number;
  private readonly table: number;
  private readonly bits: number;
  private readonly out: number;
  private readonly gains: GainRows | undefined;
  private looked = -1;

  /** @throws RangeError when there is no memory left */
  constructor(memory: KernelMemory, source: RenderSource, table: ColorTable, gains: PlainGains | undefined) {
    const { raster, window } = source;
    const { width } = raster;
    this.memory = memory;
    this.raster = raster;
    this.top = window.top;
    this.codes = memory.place(width * 3);
    this.values = memory.place(width * 3 * 4);
    this.placeStride = (width * 2 + SLACK + 15) & ~15;
    this.places = memory.place(this.placeStride * 3);
    this.table = memory.put(table.nodes);
    this.bits = Math.log2(table.size - 1);
    this.out = memory.place(width * 3 * 4);
    this.gains = gains && new GainRows(memory, source, gains);
  }

  /** Row `y` of the picture as codes; a view that the next row is written to. */
  codesOf(y: number): Uint8Array {
    this.developRow(y, false);
    return this.memory.bytes(this.out, this.raster.width * 3);
  }

  /** Row `y` coded 0…1; a view that the next row is written to. */
  valuesOf(y: number): Float32Array {
    this.developRow(y, true);
    return this.memory.floats(this.out, this.raster.width * 3);
  }

  /** Develops values coded 0…1 in place: pixels `from … to − 1` of row `y`. */
  develop(span: Float32Array, y: number, from: number, to: number): void {
    const { memory, values, places, placeStride, gains } = this;
    memory.floats(values, span.length).set(span);
    if (gains) {
      this.look(y);
      gains.placesOfValues(values, from, to, places, placeStride);
    } else memory.run.valuePlaces(values, to - from, places, placeStride);
    this.applyTable(to - from, true);
    span.set(memory.floats(this.out, span.length));
  }

  private developRow(y: number, values: boolean): void {
    const { memory, codes, places, placeStride, gains } = this;
    const { width } = this.raster;
    this.look(y);
    if (gains) gains.placesOf(places, placeStride);
    else memory.run.codePlaces(codes, width, places, placeStride);
    this.applyTable(width, values);
  }

  private look(y: number): void {
    if (y === this.looked) return;
    this.looked = y;
    const { memory, raster, codes } = this;
    const { width, data } = raster;
    const start = (y - this.top) * width * 3;
    memory.bytes(codes, width * 3).set(data.subarray(start, start + width * 3));
    this.gains?.look(y, codes);
  }

  private applyTable(count: number, values: boolean): void {
    const { memory, places, placeStride, table, bits, out } = this;
    memory.run.applyTable(places, placeStride, count, table, bits, out, values);
  }
}
