/**
 * Rows of reduced planes at full width, by bilinear interpolation between the centres of their pixels. Places are
 * computed once for a width: a row is first blended from two plane rows, then spread.
 */
export class RowUpsampler {
  /** First pixel right of the centre of each plane pixel; before the first centre all belong to it. */
  private readonly starts: Int32Array;
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
    this.starts = new Int32Array(planeWidth + 1).fill(width);
    this.shares = new Float32Array(width);
    this.blend = new Float32Array(planeWidth + 1);
    this.second = new Float32Array(planeWidth + 1);
    for (let x = 0; x < width; x++) {
      const u = clampPosition((x + 0.5) / scaleX - 0.5, planeWidth - 1);
      const left = Math.floor(u);
      this.shares[x] = u - left;
      if (x < this.starts[left]!) this.starts[left] = x;
    }
    // Plane pixels that no pixel lies right of (planes may be finer than the picture) begin where the next one does.
    for (let i = planeWidth - 1; i >= 0; i--) this.starts[i] = Math.min(this.starts[i]!, this.starts[i + 1]!);
  }

  /** Row `y` of the full picture. */
  row(plane: Float32Array, planeHeight: number, y: number, out: Float32Array): void {
    const { starts, shares, blend, planeWidth } = this;
    this.blendRow(plane, planeHeight, y, blend);
    for (let i = 0; i < planeWidth; i++) {
      const a = blend[i]!;
      const change = blend[i + 1]! - a;
      const end = starts[i + 1]!;
      for (let x = starts[i]!; x < end; x++) out[x] = a + change * shares[x]!;
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
    const { starts, shares, blend, second, planeWidth } = this;
    this.blendRow(slope, planeHeight, y, blend);
    this.blendRow(offset, planeHeight, y, second);
    for (let i = 0; i < planeWidth; i++) {
      const a = blend[i]!;
      const aChange = blend[i + 1]! - a;
      const b = second[i]!;
      const bChange = second[i + 1]! - b;
      const end = starts[i + 1]!;
      for (let x = starts[i]!; x < end; x++)
        out[x] = (a + aChange * shares[x]!) * values[x]! + b + bChange * shares[x]!;
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
