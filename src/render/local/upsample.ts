/**
 * Rows of reduced planes at full width, by bilinear interpolation between the centres of their pixels. Places are
 * computed once for a width: a row is first blended from two plane rows, then spread.
 */
export class RowUpsampler {
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
    const { starts, shares } = spreadOf(planeWidth, width, scaleX);
    this.starts = starts;
    this.shares = shares;
    this.blend = new Float32Array(planeWidth + 1);
    this.second = new Float32Array(planeWidth + 1);
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
    const place = rowsAround(y, scaleY, planeHeight);
    const { share } = place;
    const upper = place.upper * planeWidth;
    const lower = place.lower * planeWidth;
    for (let i = 0; i < planeWidth; i++)
      out[i] = plane[upper + i]! + (plane[lower + i]! - plane[upper + i]!) * share;
    out[planeWidth] = out[planeWidth - 1]!;
  }
}

/** How the pixels of a row lie between those of a plane row. */
export interface Spread {
  /** First pixel right of the centre of each plane pixel, then the width; before the first centre all belong to it. */
  readonly starts: Int32Array;
  /** Each pixel's way to the next plane pixel, 0…1. */
  readonly shares: Float32Array;
}

/** @param scale source pixels per plane pixel */
export function spreadOf(planeWidth: number, width: number, scale: number): Spread {
  const starts = new Int32Array(planeWidth + 1).fill(width);
  const shares = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const u = clampPosition((x + 0.5) / scale - 0.5, planeWidth - 1);
    const left = Math.floor(u);
    shares[x] = u - left;
    if (x < starts[left]!) starts[left] = x;
  }
  // Plane pixels that no pixel lies right of (planes may be finer than the picture) begin where the next one does.
  for (let i = planeWidth - 1; i >= 0; i--) starts[i] = Math.min(starts[i]!, starts[i + 1]!);
  return { starts, shares };
}

/** The plane rows that a row lies between, and its way from the upper to the lower. */
export function rowsAround(
  y: number,
  scale: number,
  planeHeight: number,
): { readonly upper: number; readonly lower: number; readonly share: number } {
  const v = clampPosition((y + 0.5) / scale - 0.5, planeHeight - 1);
  const upper = Math.floor(v);
  return { upper, lower: Math.min(upper + 1, planeHeight - 1), share: v - upper };
}

function clampPosition(position: number, last: number): number {
  return position < 0 ? 0 : Math.min(position, last);
}
