import type { KernelMemory } from './kernels.ts';
import { strideOf } from './row-filter.ts';

/** Amounts of a row: where they lie, and the pixels from … to − 1 beyond which all of them are zero. */
export interface AmountRow {
  readonly address: number;
  readonly from: number;
  readonly to: number;
}

/** Amounts of rows in the kernels' memory. */
export class AmountRows {
  private readonly memory: KernelMemory;
  private readonly amountsOf: (y: number) => Float32Array | undefined;
  private readonly address: number;
  private readonly even: AmountRow | undefined;

  /**
   * @param even the amount of all pixels, where it is the same
   * @param amountsOf amounts of a row otherwise; undefined where all are zero
   */
  constructor(
    memory: KernelMemory,
    width: number,
    even: number | undefined,
    amountsOf: (y: number) => Float32Array | undefined,
  ) {
    this.memory = memory;
    this.amountsOf = amountsOf;
    this.address = memory.place(strideOf(width));
    if (even === undefined) return;
    memory.floats(this.address, width).fill(even);
    this.even = { address: this.address, from: 0, to: even === 0 ? 0 : width };
  }

  /** The same memory for every row. */
  at(y: number): AmountRow {
    const { memory, address, even } = this;
    if (even) return even;
    const amounts = this.amountsOf(y);
    if (!amounts) return { address, from: 0, to: 0 };
    let from = 0;
    let to = amounts.length;
    while (from < to && amounts[from] === 0) from++;
    while (from < to && amounts[to - 1] === 0) to--;
    memory.floats(address, amounts.length).set(amounts);
    return { address, from, to };
  }
}
