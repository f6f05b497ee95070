/**
 * Rows of reduced planes at full width, by bilinear interpolation between the centres of their pixels. Places are
 * computed once for a width: a row is first blended from two plane rows, then spread.
 */
export class RowUpsampler {
  private readonly left: Int32Array;
  private readonly shares: Float32Array;
  /** Two plane rows blended, with the last value twice. */
  private readonly blend: Float32Array;
  private readonly second: Float32Array;
  private readonly planeWidth: number;
  private readonly scaleY: number;

  /**
   * @param planeWidth width of the reduced planes
   * @param scaleX source pixels per plane pixel, across and down
   */
  constructor(planeWidth: number, width: number, scaleX: number, scaleY = scaleX) {
    this.planeWidth = planeWidth;
    this.scaleY = scaleY;
    this.left = new Int32Array(width);
    this.shares = new Float32Array(width);
    this.blend = new Float32Array(planeWidth + 1);
    this.second = new Float32Array(planeWidth + 1);
    for (let x = 0; x < width; x++) {
      const u = clampPosition((x + 0.5) / scaleX - 0.5, planeWidth - 1);
      this.left[x] = Math.floor(u);
      this.shares[x] = u - this.left[x]!;
    }
  }

  /** Row `y` of the full picture. */
  row(plane: Float32Array, planeHeight: number, y: number, out: Float32Array): void {
    const { left, shares, blend } = this;
    this.blendRow(plane, planeHeight, y, blend);
    for (let x = 0; x < left.length; x++) {
      const i = left[x]!;
      const a = blend[i]!;
      out[x] = a + (blend[i + 1]! - a) * shares[x]!;
    }
  }

  /** slope · value + offset along row `y`, both coefficients from reduced planes. */
  line(
    slope: Float32Array,
    offset: Float32Array,
    planeHeight: number,
    y: number,
    values: Float32Array,
    out: Float32Array,
  ): void {
    const { left, shares, blend, second } = this;
    this.blendRow(slope, planeHeight, y, blend);
    this.blendRow(offset, planeHeight, y, second);
    for (let x = 0; x < left.length; x++) {
      const i = left[x]!;
      const share = shares[x]!;
      const a = blend[i]!;
      const b = second[i]!;
      out[x] = (a + (blend[i + 1]! - a) * share) * values[x]! + b + (second[i + 1]! - b) * share;
    }
  }

  private blendRow(plane: Float32Array, planeHeight: number, y: number, out: Float32Array): void {
    const { planeWidth, scaleY } = this;
    const v = clampPosition((y + 0.5) / scaleY - 0.5, planeHeight - 1);
    const top = Math.floor(v);
    const share = v - top;
    const upper = top * planeWidth;
    const lower = Math.min(top + 1, planeHeight - 1) * planeWidth;
    for (let i = 0; i < planeWidth; i++)
      out[i] = plane[upper + i]! + (plane[lower + i]! - plane[upper + i]!) * share;
    out[planeWidth] = out[planeWidth - 1]!;
  }
}

function clampPosition(position: number, last: number): number {
  return position < 0 ? 0 : Math.min(position, last);
}
