import type { Raster } from '#image/raster.ts';
import type { LocalGains } from '../local/local-pass.ts';
import type { RenderSource } from '../renderer.ts';
import type { ColorTable } from '../table/color-table.ts';
import { GainRows } from './gain-rows.ts';
import type { KernelMemory } from './kernels.ts';
import { PlacedTable } from './placed-table.ts';

/** Pixels that are developed at a time: what is laid out for them (40 bytes each) stays in the processor's cache. */
const PIXELS = 1 << 14;

/** Develops an 8-bit picture by plain gains and a color table, with the compiled kernels. */
export class KernelRows {
  /** Rows that are developed at a time. */
  readonly most: number;
  private readonly memory: KernelMemory;
  private readonly raster: Raster;
  private readonly top: number;
  private readonly codes: number;
  private readonly values: number;
  private readonly table: PlacedTable;
  private readonly gains: GainRows | undefined;
  /** Row whose gains are known. */
  private looked = -1;

  /** @throws RangeError when there is no memory left */
  constructor(memory: KernelMemory, source: RenderSource, table: ColorTable, gains: LocalGains | undefined) {
    const { raster, window } = source;
    const { width, height } = raster;
    this.memory = memory;
    this.raster = raster;
    this.top = window.top;
    this.most = Math.min(height, Math.max(1, Math.floor(PIXELS / width)));
    const pixels = width * this.most;
    this.codes = memory.place(pixels * 3);
    this.values = memory.place(width * 3 * 4);
    this.table = new PlacedTable(memory, table, pixels);
    this.gains = gains && new GainRows(memory, source, gains, this.most);
  }

  /** Rows of the picture as codes. */
  developCodes(top: number, rows: number, out: Raster['data']): void {
    const { width } = this.raster;
    for (let y = 0; y < rows; y += this.most) {
      const some = Math.min(this.most, rows - y);
      this.findPlaces(top + y, some);
      out.set(this.table.codes(some * width), y * width * 3);
    }
  }

  /** Rows of the picture coded 0…1. */
  developValues(top: number, rows: number, out: Float32Array): void {
    const { width } = this.raster;
    for (let y = 0; y < rows; y += this.most) {
      const some = Math.min(this.most, rows - y);
      this.findPlaces(top + y, some);
      out.set(this.table.values(some * width), y * width * 3);
    }
  }

  /** Develops values coded 0…1 in place: pixels `from … to − 1` of row `y`. */
  developSpan(span: Float32Array, y: number, from: number, to: number): void {
    const { memory, values, gains } = this;
    const { places, stride } = this.table;
    memory.floats(values, span.length).set(span);
    if (gains) {
      if (y !== this.looked) this.look(y, 1);
      this.looked = y;
      gains.placesOfValues(values, from, to, places, stride);
    } else memory.run.valuePlaces(values, to - from, places, stride);
    span.set(this.table.values(to - from));
  }

  private findPlaces(top: number, rows: number): void {
    const { memory, codes, gains } = this;
    const { places, stride } = this.table;
    const count = rows * this.raster.width;
    this.look(top, rows);
    if (gains) gains.placesOf(count, places, stride);
    else memory.run.codePlaces(codes, count, places, stride);
  }

  private look(top: number, rows: number): void {
    const { memory, raster, codes } = this;
    const { width, data } = raster;
    const start = (top - this.top) * width * 3;
    memory.bytes(codes, rows * width * 3).set(data.subarray(start, start + rows * width * 3));
    this.gains?.look(top, rows, codes);
  }
}
