import { blocksOf, type ColorNoiseLook, epsilonOf } from '../detail/color-noise.ts';
import { rowsAround, spreadOf } from '../local/upsample.ts';
import type { AmountRow } from './amount-rows.ts';
import { GuidedRows } from './guided-rows.ts';
import type { KernelMemory } from './kernels.ts';
import { type RowAt, strideOf } from './row-filter.ts';

/** One colour difference: block means of it and of its square, then slopes and offsets; a row before and after. */
interface Planes {
  readonly first: RowAt;
  readonly second: RowAt;
  readonly before: number;
  readonly after: number;
}

/** `ColorNoise` (detail/color-noise.ts) by the kernels. */
export class ColorNoiseRows {
  private readonly memory: KernelMemory;
  private readonly width: number;
  private readonly step: number;
  private readonly blocks: number;
  private readonly red: Planes;
  private readonly blue: Planes;
  private readonly guided: GuidedRows;
  private readonly starts: number;
  private readonly shares: number;
  private readonly slope: number;
  private readonly offset: number;

  constructor(memory: KernelMemory, look: ColorNoiseLook, width: number, rows: number) {
    const { step, blockRadius } = blocksOf(look);
    const blocks = Math.ceil(width / step);
    const blockStride = strideOf(blocks + 1);
    const planes = (): Planes => {
      const plane = () => {
        const start = memory.place(Math.ceil(rows / step) * blockStride);
        return (y: number) => start + y * blockStride;
      };
      const line = () => memory.place(strideOf(width));
      return { first: plane(), second: plane(), before: line(), after: line() };
    };
    this.memory = memory;
    this.width = width;
    this.step = step;
    this.blocks = blocks;
    this.red = planes();
    this.blue = planes();
    this.guided = new GuidedRows(memory, blocks, blockRadius, epsilonOf(look));
    const spread = spreadOf(blocks, width, step);
    this.starts = memory.put(spread.starts);
    this.shares = memory.put(spread.shares);
    this.slope = memory.place(blockStride);
    this.offset = memory.place(blockStride);
  }

  /** Looks at a strip; writes its luma too. */
  measure(samples: number, rows: number, lumaAt: RowAt): void {
    const { memory, width, step, red, blue } = this;
    const blockRows = Math.ceil(rows / step);
    for (let y = 0; y < blockRows; y++)
      memory.run.colorBlocks(
        samples + y * step * width * 12,
        width,
        Math.min(step, rows - y * step),
        lumaAt(y * step),
        lumaAt(1) - lumaAt(0),
        step,
        red.first(y),
        red.second(y),
        blue.first(y),
        blue.second(y),
      );
    this.filter(red, blockRows);
    this.filter(blue, blockRows);
  }

  /** Changes red, green and blue of row `y`; luma stays. */
  apply(samples: number, luma: number, y: number, rows: number, amounts: AmountRow): void {
    const { memory, width, red, blue } = this;
    const { run } = memory;
    const { address, from, to } = amounts;
    if (from >= to) return;
    run.colorDifferences(samples, luma, width, red.before, blue.before);
    this.enlarge(red, y, rows);
    this.enlarge(blue, y, rows);
    const at = from * 4;
    run.changeColors(
      samples + from * 12,
      red.before + at,
      red.after + at,
      blue.before + at,
      blue.after + at,
      address + at,
      to - from,
    );
  }

  /** Means become slopes and offsets, row by row: a row is written when none below needs its means. */
  private filter({ first, second }: Planes, rows: number): void {
    const { memory, guided, blocks } = this;
    const bytes = blocks * 4;
    guided.clear();
    for (let y = 0; y < rows; y++) {
      guided.row(first, y, rows, second);
      const all = new Uint8Array(memory.run.memory.buffer);
      all.copyWithin(first(y), guided.slope, guided.slope + bytes);
      all.copyWithin(second(y), guided.offset, guided.offset + bytes);
    }
  }

  private enlarge({ first, second, before, after }: Planes, y: number, rows: number): void {
    const { memory, width, step, blocks, slope, offset, starts, shares } = this;
    const { run } = memory;
    if (step === 1) {
      run.applyLines(first(y), second(y), before, width, after);
      return;
    }
    const { upper, lower, share } = rowsAround(y, step, Math.ceil(rows / step));
    run.blendRows(first(upper), first(lower), blocks, share, slope);
    run.blendRows(second(upper), second(lower), blocks, share, offset);
    run.lineRow(slope, offset, starts, shares, blocks, before, after);
  }
}
