import type { Raster } from '#image/raster.ts';
import type { PlainGains } from '../local/local-pass.ts';
import type { RenderSource } from '../renderer.ts';
import type { ColorTable } from '../table/color-table.ts';
import { GainRows } from './gain-rows.ts';
import { type KernelMemory, SLACK } from './kernels.ts';

/** Pixels that are developed at a time: what is laid out for them (40 bytes each) stays in the processor's cache. */
const PIXELS = 12_000;

/** Develops an 8-bit picture by plain gains and a color table, with the compiled kernels. */
export class KernelRows {
  /** Rows that are developed at a time. */
  readonly most: number;
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
  /** Row whose gains are known. */
  private looked = -1;

  /** @throws RangeError when there is no memory left */
  constructor(memory: KernelMemory, source: RenderSource, table: ColorTable, gains: PlainGains | undefined) {
    const { raster, window } = source;
    const { width, height } = raster;
    this.memory = memory;
    this.raster = raster;
    this.top = window.top;
    this.most = Math.min(height, Math.max(1, Math.floor(PIXELS / width)));
    const pixels = width * this.most;
    this.codes = memory.place(pixels * 3);
    this.values = memory.place(width * 3 * 4);
    this.placeStride = (pixels * 2 + SLACK + 15) & ~15;
    this.places = memory.place(this.placeStride * 3);
    this.table = memory.put(table.nodes);
    this.bits = Math.log2(table.size - 1);
    this.out = memory.place(pixels * 3 * 4);
    this.gains = gains && new GainRows(memory, source, gains, this.most);
  }

  /** Rows of the picture as codes. */
  developCodes(top: number, rows: number, out: Raster['data']): void {
    const { width } = this.raster;
    for (let y = 0; y < rows; y += this.most) {
      const some = Math.min(this.most, rows - y);
      this.developRows(top + y, some, false);
      out.set(this.memory.bytes(this.out, some * width * 3), y * width * 3);
    }
  }

  /** Rows of the picture coded 0…1. */
  developValues(top: number, rows: number, out: Float32Array): void {
    const { width } = this.raster;
    for (let y = 0; y < rows; y += this.most) {
      const some = Math.min(this.most, rows - y);
      this.developRows(top + y, some, true);
      out.set(this.memory.floats(this.out, some * width * 3), y * width * 3);
    }
  }

  /** Develops values coded 0…1 in place: pixels `from … to − 1` of row `y`. */
  developSpan(span: Float32Array, y: number, from: number, to: number): void {
    const { memory, values, places, placeStride, gains } = this;
    memory.floats(values, span.length).set(span);
    if (gains) {
      if (y !== this.looked) this.look(y, 1);
      this.looked = y;
      gains.placesOfValues(values, from, to, places, placeStride);
    } else memory.run.valuePlaces(values, to - from, places, placeStride);
    this.applyTable(to - from, true);
    span.set(memory.floats(this.out, span.length));
  }

  private developRows(top: number, rows: number, values: boolean): void {
    const { memory, codes, places, placeStride, gains } = this;
    const count = rows * this.raster.width;
    this.look(top, rows);
    if (gains) gains.placesOf(count, places, placeStride);
    else memory.run.codePlaces(codes, count, places, placeStride);
    this.applyTable(count, values);
  }

  private look(top: number, rows: number): void {
    const { memory, raster, codes } = this;
    const { width, data } = raster;
    const start = (top - this.top) * width * 3;
    memory.bytes(codes, rows * width * 3).set(data.subarray(start, start + rows * width * 3));
    this.gains?.look(top, rows, codes);
  }

  private applyTable(count: number, values: boolean): void {
    const { memory, places, placeStride, table, bits, out } = this;
    memory.run.applyTable(places, placeStride, count, table, bits, out, values);
  }
}
