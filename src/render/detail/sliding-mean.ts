/**
 * Box means that slide over a plane row by row: each value enters the sums of its columns once and leaves them once,
 * so that the cost does not depend on the radius. Windows are cut at the border (fewer values there).
 */
export class SlidingMean {
  private readonly columns: Float64Array;
  /** 1 / number of columns in the window around each column. */
  private readonly shares: Float32Array;
  private readonly width: number;
  private readonly radius: number;
  private readonly squared: boolean;

  /** @param squared whether it is the squares of the values that are averaged */
  constructor(width: number, radius: number, squared = false) {
    this.width = width;
    this.squared = squared;
    this.radius = radius;
    this.columns = new Float64Array(width);
    this.shares = new Float32Array(width);
    for (let x = 0; x < width; x++)
      this.shares[x] = 1 / (Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1);
  }

  /** Makes the columns ready for row 0 of a plane. */
  start(plane: Float32Array, height: number): void {
    this.columns.fill(0);
    for (let y = 0; y < Math.min(this.radius, height); y++) this.add(plane, y, 1);
  }

  /** Means around the pixels of row `y`, which must follow the row before. */
  row(plane: Float32Array, y: number, height: number, out: Float32Array): void {
    const { radius, width, columns, shares } = this;
    const enters = y + radius < height;
    const leaves = y - radius > 0;
    if (enters && leaves) {
      const a = (y + radius) * width;
      const b = (y - radius - 1) * width;
      if (this.squared)
        for (let x = 0; x < width; x++) {
          const enter = plane[a + x]!;
          const leave = plane[b + x]!;
          columns[x]! += enter * enter - leave * leave;
        }
      else for (let x = 0; x < width; x++) columns[x]! += plane[a + x]! - plane[b + x]!;
    } else if (enters) this.add(plane, y + radius, 1);
    else if (leaves) this.add(plane, y - radius - 1, -1);
    const rows = 1 / (Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1);
    slide(columns, shares, width, radius, rows, out);
  }

  private add(plane: Float32Array, y: number, sign: number): void {
    const { columns, width } = this;
    const start = y * width;
    for (let x = 0; x < width; x++) {
      const value = plane[start + x]!;
      columns[x]! += (this.squared ? value * value : value) * sign;
    }
  }
}

function slide(
  columns: Float64Array,
  shares: Float32Array,
  width: number,
  radius: number,
  scale: number,
  out: Float32Array,
): void {
  let sum = 0;
  for (let x = 0; x < Math.min(radius, width); x++) sum += columns[x]!;
  const inner = Math.min(width, radius + 1);
  for (let x = 0; x < inner; x++) {
    if (x + radius < width) sum += columns[x + radius]!;
    out[x] = sum * shares[x]! * scale;
  }
  const end = Math.max(inner, width - radius);
  const share = scale / (2 * radius + 1);
  for (let x = inner; x < end; x++) {
    sum += columns[x + radius]! - columns[x - radius - 1]!;
    out[x] = sum * share;
  }
  for (let x = end; x < width; x++) {
    sum -= columns[x - radius - 1]!;
    out[x] = sum * shares[x]! * scale;
  }
}
