import { edgesOf, gaussian, type SharpenLook, strengthOf } from '../detail/sharpen.ts';
import type { AmountRow } from './amount-rows.ts';
import type { KernelMemory } from './kernels.ts';
import { boxWeights, type RowAt, RowFilter, strideOf } from './row-filter.ts';
import { RowRing } from './row-ring.ts';

/** `Sharpen` (detail/sharpen.ts) by the kernels. */
export class SharpenRows {
  private readonly memory: KernelMemory;
  private readonly look: SharpenLook;
  private readonly width: number;
  private readonly blur: RowFilter;
  private readonly blurred: number;
  private readonly edges:
    | { readonly lines: RowRing; readonly filter: RowFilter; readonly row: number }
    | undefined;

  constructor(memory: KernelMemory, look: SharpenLook, width: number) {
    this.memory = memory;
    this.look = look;
    this.width = width;
    this.blur = new RowFilter(memory, width, gaussian(look.radius));
    this.blurred = memory.place(strideOf(width));
    if (look.masking > 0)
      this.edges = {
        lines: new RowRing(memory, 3, width),
        filter: new RowFilter(memory, width, boxWeights(1)),
        row: memory.place(strideOf(width)),
      };
  }

  /** Before another plane. */
  clear(): void {
    this.edges?.lines.clear();
  }

  /** What row `y` of a luma plane changes by, between the outer amounts, to `out`; rows are asked for from the top. */
  changes(lumaAt: RowAt, y: number, rows: number, { address, from, to }: AmountRow, out: number): void {
    const { memory, look, blur, blurred } = this;
    const { fade, limit } = strengthOf(look);
    const at = from * 4;
    const count = to - from;
    blur.row(lumaAt, y, rows, blurred);
    const { run } = memory;
    run.sharpenRow(lumaAt(y) + at, blurred + at, address + at, fade, limit, count, out + at);
    if (!this.edges) return;
    const { floor, full } = edgesOf(look);
    run.keepToEdges(this.edgeRow(lumaAt, y, rows) + at, floor, full, count, out + at);
  }

  private edgeRow(lumaAt: RowAt, y: number, rows: number): number {
    const { memory, width } = this;
    const { lines, filter, row } = this.edges!;
    for (let at = Math.max(0, y - 1); at <= Math.min(rows - 1, y + 1); at++) {
      if (!lines.claim(at)) continue;
      const above = lumaAt(Math.max(0, at - 1));
      const below = lumaAt(Math.min(rows - 1, at + 1));
      memory.run.edgeRow(above, lumaAt(at), below, width, lines.at(at));
    }
    filter.row(lines.at, y, rows, row);
    return row;
  }
}
