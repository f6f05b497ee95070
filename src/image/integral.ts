/** Summed-area table: the sum over any rectangle in four look-ups. One row and column larger than the plane. */
export interface Integral {
  readonly stride: number;
  readonly sums: Float64Array;
}

export function integrate(data: Float32Array, width: number, height: number): Integral {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
    }
  }
  return { stride, sums };
}

/** Mean over columns `left … right` and rows `top … bottom` (ends exclusive, inside the plane, not empty). */
export function meanIn(
  { stride, sums }: Integral,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  const sum =
    sums[bottom * stride + right]! -
    sums[top * stride + right]! -
    sums[bottom * stride + left]! +
    sums[top * stride + left]!;
  return sum / ((right - left) * (bottom - top));
}
