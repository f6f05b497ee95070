/** A square matrix, row-major. */
export type Matrix = Float64Array;

/**
 * Inverse of a symmetric positive definite matrix of `n` rows, by Gauss–Jordan without pivoting, which such a matrix does
 * not need. What hardly differs from singular gives large numbers, not a failure: a prior on the diagonal keeps ours away
 * from there.
 */
export function invert(matrix: Matrix, n: number): Matrix {
  const left = Float64Array.from(matrix);
  const right = new Float64Array(n * n);
  for (let i = 0; i < n; i++) right[i * n + i] = 1;
  for (let i = 0; i < n; i++) {
    const scale = 1 / left[i * n + i]!;
    for (let k = 0; k < n; k++) {
      left[i * n + k]! *= scale;
      right[i * n + k]! *= scale;
    }
    for (let j = 0; j < n; j++) {
      const factor = left[j * n + i]!;
      if (j === i || factor === 0) continue;
      for (let k = 0; k < n; k++) {
        left[j * n + k]! -= factor * left[i * n + k]!;
        right[j * n + k]! -= factor * right[i * n + k]!;
      }
    }
  }
  return right;
}

/** `matrix · vector`. */
export function times(matrix: Matrix, vector: readonly number[]): number[] {
  const n = vector.length;
  return vector.map((_, i) => vector.reduce((sum, value, k) => sum + matrix[i * n + k]! * value, 0));
}

/** Rows and columns `kept` of a matrix of `n` rows. */
export function pick(matrix: Matrix, n: number, kept: readonly number[]): Matrix {
  const out = new Float64Array(kept.length ** 2);
  kept.forEach((row, i) => {
    kept.forEach((column, k) => {
      out[i * kept.length + k] = matrix[row * n + column]!;
    });
  });
  return out;
}
