import type { KernelMemory } from './kernels.ts';
import { boxWeights, type RowAt, RowFilter, strideOf } from './row-filter.ts';
import { RowRing } from './row-ring.ts';

/** `SelfGuided` (detail/self-guided.ts) by the kernels, for small radii: rows are computed when they are asked for. */
export class GuidedRows {
  /** Addresses of the last row asked for. */
  readonly slope: number;
  readonly offset: number;
  /** Means of the values, by row; held while the row's lines are. */
  readonly means: RowRing;
  private readonly memory: KernelMemory;
  private readonly width: number;
  private readonly radius: number;
  private readonly epsilon: number;
  private readonly filter: RowFilter;
  private readonly slopes: RowRing;
  private readonly offsets: RowRing;
  private readonly squares: number;

  constructor(memory: KernelMemory, width: number, radius: number, epsilon: number) {
    const rows = 2 * radius + 1;
    this.memory = memory;
    this.width = width;
    this.radius = radius;
    this.epsilon = epsilon;
    this.filter = new RowFilter(memory, width, boxWeights(radius));
    this.means = new RowRing(memory, rows, width);
    this.slopes = new RowRing(memory, rows, width);
    this.offsets = new RowRing(memory, rows, width);
    this.squares = memory.place(strideOf(width));
    this.slope = memory.place(strideOf(width));
    this.offset = memory.place(strideOf(width));
  }

  /** Before another plane. */
  clear(): void {
    this.slopes.clear();
  }

  /**
   * Fills `slope` and `offset` for row `y`. Rows are asked for from the top; those above row `y` may have been changed in between.
   *
   * @param squareAt block means of the squares, when the plane holds block means; its own squares otherwise
   */
  row(valueAt: RowAt, y: number, height: number, squareAt?: RowAt): void {
    const { filter, radius, slopes, offsets } = this;
    for (let at = Math.max(0, y - radius); at <= Math.min(height - 1, y + radius); at++)
      if (slopes.claim(at)) this.measure(valueAt, at, height, squareAt);
    filter.row(slopes.at, y, height, this.slope);
    filter.row(offsets.at, y, height, this.offset);
  }

  private measure(valueAt: RowAt, y: number, height: number, squareAt: RowAt | undefined): void {
    const { memory, width, epsilon, filter, means, slopes, offsets, squares } = this;
    filter.row(valueAt, y, height, means.at(y));
    filter.row(squareAt ?? valueAt, y, height, squares, !squareAt);
    memory.run.selfLines(means.at(y), squares, epsilon, width, slopes.at(y), offsets.at(y));
  }
}
