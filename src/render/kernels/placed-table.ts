import type { ColorTable } from '../table/color-table.ts';
import { type KernelMemory, SLACK } from './kernels.ts';
import type { Planes } from './planes.ts';

/** A color table in the kernels' memory, with the places of pixels in it and what it gives for them. */
export class PlacedTable {
  /** Address of the places, in planes of 16 bits. */
  readonly places: number;
  readonly stride: number;
  private readonly memory: KernelMemory;
  private readonly table: number;
  private readonly bits: number;
  private readonly out: number;

  /**
   * @param pixels at a time
   * @throws RangeError when there is no memory left
   */
  constructor(memory: KernelMemory, table: ColorTable, pixels: number) {
    this.memory = memory;
    this.stride = (pixels * 2 + SLACK + 15) & ~15;
    this.places = memory.place(this.stride * 3);
    this.table = memory.put(table.nodes);
    this.bits = Math.log2(table.size - 1);
    this.out = memory.place(pixels * 12);
  }

  /** Codes of the first `count` places; a view. */
  codes(count: number): Uint8Array {
    this.apply(count, false);
    return this.memory.bytes(this.out, count * 3);
  }

  /** Values coded 0…1; a view. */
  values(count: number): Float32Array {
    this.apply(count, true);
    return this.memory.floats(this.out, count * 3);
  }

  /** Values of planes coded 0…1; a view. */
  valuesOf(planes: Planes, count: number): Float32Array {
    this.memory.run.planePlaces(planes.address, planes.stride, count, this.places, this.stride);
    return this.values(count);
  }

  private apply(count: number, values: boolean): void {
    const { memory, places, stride, table, bits, out } = this;
    memory.run.applyTable(places, stride, count, table, bits, out, values);
  }
}
