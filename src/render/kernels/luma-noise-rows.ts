import { epsilonOf, type LumaNoiseLook } from '../detail/luma-noise.ts';
import type { AmountRow } from './amount-rows.ts';
import { GuidedRows } from './guided-rows.ts';
import type { KernelMemory } from './kernels.ts';
import type { RowAt } from './row-filter.ts';

/** `LumaNoise` (detail/luma-noise.ts) by the kernels. */
export class LumaNoiseRows {
  private readonly memory: KernelMemory;
  private readonly contrast: number;
  private readonly guided: GuidedRows;
  private readonly touched: Uint8Array;

  constructor(memory: KernelMemory, look: LumaNoiseLook, width: number, rows: number) {
    this.memory = memory;
    this.contrast = look.contrast;
    this.guided = new GuidedRows(memory, width, Math.round(look.radius), epsilonOf(look));
    this.touched = new Uint8Array(rows);
  }

  /** Before another plane. */
  clear(): void {
    this.guided.clear();
    this.touched.fill(0);
  }

  /** Whether row `y` was changed. */
  changed(y: number): boolean {
    return this.touched[y] === 1;
  }

  /** Changes row `y` of a luma plane; rows are asked for from the top. */
  apply(lumaAt: RowAt, y: number, rows: number, { address, from, to }: AmountRow): void {
    if (from >= to) return;
    this.touched[y] = 1;
    const { memory, guided, contrast } = this;
    guided.row(lumaAt, y, rows);
    const at = from * 4;
    memory.run.smoothRow(
      guided.slope + at,
      guided.offset + at,
      guided.means.at(y) + at,
      contrast * 0.5,
      address + at,
      to - from,
      lumaAt(y) + at,
    );
  }
}
