import type { KernelMemory } from './kernels.ts';
import { strideOf } from './row-filter.ts';

/** The last rows that were computed, each when first asked for. */
export class RowRing {
  /** Address of row `y`, which must be among the last that were made. */
  readonly at: (y: number) => number;
  private readonly held: Int32Array;

  constructor(memory: KernelMemory, rows: number, width: number) {
    const stride = strideOf(width);
    const start = memory.place(rows * stride);
    this.held = new Int32Array(rows).fill(-1);
    this.at = (y) => start + (y % rows) * stride;
  }

  /** Forgets all rows. */
  clear(): void {
    this.held.fill(-1);
  }

  /** Whether row `y` has to be made; from then on it counts as made. */
  claim(y: number): boolean {
    const place = y % this.held.length;
    if (this.held[place] === y) return false;
    this.held[place] = y;
    return true;
  }
}
