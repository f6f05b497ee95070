import { depthOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import type { KernelMemory, Kernels } from './kernels.ts';

/** The samples of a strip in the memory of kernels, for what works on them in place. */
export class KernelSamples {
  readonly memory: KernelMemory;
  private readonly kernels: Kernels;
  private readonly width: number;
  private readonly rows: number;
  private readonly address: number;
  private readonly codes: number;

  /** @throws RangeError when there is no memory left */
  constructor(kernels: Kernels, width: number, rows: number) {
    this.kernels = kernels;
    this.memory = kernels.take();
    this.width = width;
    this.rows = rows;
    this.address = this.memory.place(width * rows * 12);
    this.codes = this.memory.place(width * 6);
  }

  /** Coded 0…1, interleaved. A view: void once something else is placed. */
  view(): Float32Array {
    return this.memory.floats(this.address, this.width * this.rows * 3);
  }

  /** Rows of a picture from row `top` of it on, coded 0…1, to the address of samples. */
  load({ data }: Raster, top: number, rows: number, samples: number): void {
    const { memory, width, codes } = this;
    const { run } = memory;
    const count = width * 3;
    for (let y = 0; y < rows; y++) {
      const own = data.subarray((top + y) * count, (top + y + 1) * count);
      const out = samples + y * count * 4;
      if (depthOf(own) === 8) {
        memory.bytes(codes, count).set(own);
        run.values8(codes, count, out);
      } else {
        new Uint16Array(run.memory.buffer, codes, count).set(own);
        run.values16(codes, count, out);
      }
    }
  }

  /** Codes of rows from row `first` on, in the depth of `out`. */
  quantize(first: number, rows: number, out: Raster['data']): void {
    const { memory, width, address, codes } = this;
    const { run } = memory;
    const count = width * 3;
    const eight = depthOf(out) === 8;
    const row = eight ? memory.bytes(codes, count) : new Uint16Array(run.memory.buffer, codes, count);
    for (let y = 0; y < rows; y++) {
      const samples = address + (first + y) * count * 4;
      if (eight) run.quantize8(samples, count, codes);
      else run.quantize16(samples, count, codes);
      out.set(row, y * count);
    }
  }

  /** Gives the memory back; nothing of it is used afterwards. */
  end(): void {
    this.kernels.giveBack(this.memory);
  }
}
