import type { Steps } from '#image/steps.ts';
import { endsPiece } from './pieces.ts';
import { SlidingMean } from './sliding-mean.ts';

/**
 * Guided filter with the picture as its own guide (He et al. 2010): flat windows become their mean, edges stay. The
 * result is a line over the pixel's own value, slope · value + offset, and both are smooth: they can be measured on a
 * plane of block means and enlarged (He & Sun 2015).
 */
export class SelfGuided {
  /** Of the last row asked for. */
  readonly slope: Float32Array;
  readonly offset: Float32Array;
  private readonly epsilon: number;
  private readonly width: number;
  private readonly means: SlidingMean;
  private readonly squares: SlidingMean;
  private readonly plainMeans: SlidingMean;
  private readonly slopes: Float32Array;
  private readonly offsets: Float32Array;
  private height = 0;

  constructor(width: number, rows: number, radius: number, epsilon: number) {
    this.width = width;
    this.epsilon = epsilon;
    this.means = new SlidingMean(width, radius);
    this.squares = new SlidingMean(width, radius, true);
    this.plainMeans = new SlidingMean(width, radius);
    this.slopes = new Float32Array(width * rows);
    this.offsets = new Float32Array(width * rows);
    this.slope = new Float32Array(width);
    this.offset = new Float32Array(width);
  }

  /**
   * Looks at a plane; `row` then answers from the top.
   *
   * @param squared block means of the squares, when the plane holds block means; its own squares otherwise
   */
  *measure(values: Float32Array, height: number, squared?: Float32Array): Steps<void> {
    const { means, plainMeans, slopes, offsets, width, epsilon, slope: mean, offset: square } = this;
    const squares = squared ? plainMeans : this.squares;
    means.start(values, height);
    squares.start(squared ?? values, height);
    for (let y = 0, i = 0; y < height; y++) {
      means.row(values, y, height, mean);
      squares.row(squared ?? values, y, height, square);
      for (let x = 0; x < width; x++, i++) {
        const own = mean[x]!;
        const spread = square[x]! - own * own;
        const slope = spread > 0 ? spread / (spread + epsilon) : 0;
        slopes[i] = slope;
        offsets[i] = own * (1 - slope);
      }
      if (endsPiece(y, width)) yield;
    }
    this.height = height;
    means.start(slopes, height);
    plainMeans.start(offsets, height);
  }

  /** Fills `slope` and `offset`; rows are asked for one after the other. */
  row(y: number): void {
    this.means.row(this.slopes, y, this.height, this.slope);
    this.plainMeans.row(this.offsets, y, this.height, this.offset);
  }
}
