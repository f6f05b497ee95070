import type { Matrix3 } from './space.ts';

/** Three numbers that travel together: XYZ, linear RGB, L*a*b*. */
export type Vector3 = [number, number, number];

/** `a · b`: applies `b` first. */
export function multiply3(a: Matrix3, b: Matrix3): Matrix3 {
  const out: number[] = [];
  for (let row = 0; row < 9; row += 3) {
    for (let column = 0; column < 3; column++) {
      out.push(a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!);
    }
  }
  return out as unknown as Matrix3;
}

/** `m · v`, written to `out`, which may be `v` itself. */
export function apply3(m: Matrix3, v: Readonly<Vector3>, out: Vector3 = [0, 0, 0]): Vector3 {
  const [x, y, z] = v;
  out[0] = m[0] * x + m[1] * y + m[2] * z;
  out[1] = m[3] * x + m[4] * y + m[5] * z;
  out[2] = m[6] * x + m[7] * y + m[8] * z;
  return out;
}

/**
 * Inverse by cofactors.
 *
 * @throws {RangeError} when the matrix is singular.
 */
export function invert3(m: Matrix3): Matrix3 {
  const [a, b, c, d, e, f, g, h, i] = m;
  const A = e * i - f * h;
  const B = f * g - d * i;
  const C = d * h - e * g;
  const determinant = a * A + b * B + c * C;
  if (!(Math.abs(determinant) > 1e-12)) {
    throw new RangeError(`Cannot invert a singular matrix: determinant is ${determinant}`);
  }
  const k = 1 / determinant;
  // biome-ignore format: one row per line
  return [
    A * k, (c * h - b * i) * k, (b * f - c * e) * k,
    B * k, (a * i - c * g) * k, (c * d - a * f) * k,
    C * k, (b * g - a * h) * k, (a * e - b * d) * k,
  ];
}
