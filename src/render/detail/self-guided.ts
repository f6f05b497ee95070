import { SlidingMean } from './sliding-mean.ts';

/**
 * Guided filter with the picture as its own guide (He et al. 2010): flat windows become their mean, edges stay. The
 * result is a line over the pixel's own value, slope · value + offset, and both are smooth: they can be measured on a
 * plane of block means and enlarged (He & Sun 2015).
 */
export class SelfGuided {
  readonly slope: Float32Array;
  readonly offset: Float32Array;
  private readonly epsilon: number;
  private readonly width: number;
  private readonly means: SlidingMean;
  private readonly squares: SlidingMean;
  private readonly a: Float32Array;
  private readonly b: Float32Array;
  private readonly meanRow: Float32Array;
  private readonly squareRow: Float32Array;

  constructor(width: number, rows: number, radius: number, epsilon: number) {
    this.width = width;
    this.epsilon = epsilon;
    this.means = new SlidingMean(width, radius);
    this.squares = new SlidingMean(width, radius);
    this.slope = new Float32Array(width * rows);
    this.offset = new Float32Array(width * rows);
    this.a = new Float32Array(width * rows);
    this.b = new Float32Array(width * rows);
    this.meanRow = new Float32Array(width);
    this.squareRow = new Float32Array(width);
  }

  /**
   * Fills `slope` and `offset`.
   *
   * @param values a plane, or block means of one
   * @param squared the squares of its values, or their block means
   */
  measure(values: Float32Array, squared: Float32Array, height: number): void {
    const { means, squares, meanRow, squareRow, a, b, width, epsilon } = this;
    means.start(values, height);
    squares.start(squared, height);
    for (let y = 0; y < height; y++) {
      means.row(values, y, height, meanRow);
      squares.row(squared, y, height, squareRow);
      const start = y * width;
      for (let x = 0; x < width; x++) {
        const mean = meanRow[x]!;
        const spread = squareRow[x]! - mean * mean;
        const slope = spread > 0 ? spread / (spread + epsilon) : 0;
        a[start + x] = slope;
        b[start + x] = mean * (1 - slope);
      }
    }
    means.start(a, height);
    squares.start(b, height);
    for (let y = 0; y < height; y++) {
      means.row(a, y, height, meanRow);
      squares.row(b, y, height, squareRow);
      this.slope.set(meanRow, y * width);
      this.offset.set(squareRow, y * width);
    }
  }
}
