import { type KernelMemory, SLACK } from './kernels.ts';

/** Address of row `y` of a plane or of a ring of rows. */
export type RowAt = (y: number) => number;

/** Bytes before and behind a row for what a filter across finds there. */
const MARGIN = 128;

/** Bytes from one row of `width` numbers to the next, with room for whole vectors. */
export function strideOf(width: number): number {
  return (width * 4 + SLACK + 15) & ~15;
}

/**
 * Means of the pixels around one, weighted by a symmetric window down and across and cut at the border. They depend on
 * these pixels alone, to the bit: nothing is summed from row to row.
 */
export class RowFilter {
  private readonly memory: KernelMemory;
  private readonly width: number;
  private readonly weights: Float32Array;
  private readonly reach: number;
  private readonly half: number;
  private readonly shares: number;
  private readonly taps: number;
  private readonly down: number;

  /** @param weights half of the window, the middle first */
  constructor(memory: KernelMemory, width: number, weights: Float32Array) {
    this.memory = memory;
    this.width = width;
    this.weights = weights;
    this.reach = weights.length - 1;
    this.half = memory.put(weights);
    this.shares = memory.put(
      Float32Array.from({ length: width }, (_, x) => 1 / weightInside(weights, x, width)),
    );
    this.taps = memory.place((2 * this.reach + 1) * 8);
    this.down = memory.place(MARGIN + width * 4 + MARGIN) + MARGIN;
    memory.floats(this.down - MARGIN, MARGIN / 4).fill(0);
  }

  /** Row `y` of a plane `height` rows high; `squares`: the means of its values' squares. */
  row(rowAt: RowAt, y: number, height: number, out: number, squares = false): void {
    const { memory, width, weights, reach, taps, down } = this;
    const { run } = memory;
    const first = Math.max(0, y - reach);
    const last = Math.min(height - 1, y + reach);
    const count = last - first + 1;
    const scale = 1 / weightInside(weights, y, height);
    const addresses = new Uint32Array(run.memory.buffer, taps, 2 * count);
    const factors = memory.floats(taps, 2 * count);
    for (let at = first, i = 0; at <= last; at++, i += 2) {
      addresses[i] = rowAt(at);
      factors[i + 1] = weights[Math.abs(at - y)]! * scale;
    }
    if (squares) run.weighSquares(taps, count, width, down);
    else run.weighRows(taps, count, width, down);
    run.filterAcross(down, this.half, reach, this.shares, width, out);
  }
}

/** Weights of a window around place `at` of a line that lie on the line. */
function weightInside(weights: Float32Array, at: number, length: number): number {
  const reach = weights.length - 1;
  let sum = 0;
  for (let i = Math.max(0, at - reach); i <= Math.min(length - 1, at + reach); i++)
    sum += weights[Math.abs(i - at)]!;
  return sum;
}

/** Half of a box. */
export function boxWeights(radius: number): Float32Array {
  return new Float32Array(radius + 1).fill(1);
}
