// Numbers used in a loop are loaded four at a time: a constant would be made anew in every round of it.
const ONE = memory.data<f32>([1]);
const BIAS = memory.data<i32>([127]);
const MANTISSA = memory.data<i32>([0x7fffff]);
const C4 = memory.data<f32>([0.0442437413]);
const C3 = memory.data<f32>([-0.191262512]);
const C2 = memory.data<f32>([0.413555051]);
const C1 = memory.data<f32>([-0.708372152]);
const C0 = memory.data<f32>([1.44183587]);

/**
 * log2 of weighted light, or (`squares`) of the weighted squares of its roots, plus `floor`: levels of `count` pixels in stops, within 2e-5. Mantissa by a
 * polynomial of degree 5 that is exact at both ends, so that it goes on smoothly from octave to octave.
 */
export function levels(
  planes: usize,
  stride: usize,
  count: i32,
  squares: bool,
  red: f32,
  green: f32,
  blue: f32,
  floor: f32,
  out: usize,
): void {
  const wr = f32x4.splat(red);
  const wg = f32x4.splat(green);
  const wb = f32x4.splat(blue);
  const least = f32x4.splat(floor);
  const zero = f32x4.splat(0);
  for (let x = 0; x < count; x += 4, planes += 16, out += 16) {
    let r = v128.load(planes);
    let g = v128.load(planes + stride);
    let b = v128.load(planes + 2 * stride);
    if (squares) {
      r = f32x4.mul(r, r);
      g = f32x4.mul(g, g);
      b = f32x4.mul(b, b);
    }
    const light = f32x4.add(f32x4.add(f32x4.mul(wr, r), f32x4.mul(wg, g)), f32x4.mul(wb, b));
    v128.store(out, log2(f32x4.add(f32x4.pmax(light, zero), least)));
  }
}

@inline
function log2(x: v128): v128 {
  const exponent = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_s(x, 23), v128.load32_splat(BIAS)));
  const one = v128.load32_splat(ONE);
  const m = v128.or(v128.and(x, v128.load32_splat(MANTISSA)), one);
  const t = f32x4.sub(m, one);
  // log2(1 + t) = t · p(t), least squares on Chebyshev nodes with p(1) = 1.
  let p = v128.load32_splat(C4);
  p = f32x4.add(f32x4.mul(p, t), v128.load32_splat(C3));
  p = f32x4.add(f32x4.mul(p, t), v128.load32_splat(C2));
  p = f32x4.add(f32x4.mul(p, t), v128.load32_splat(C1));
  p = f32x4.add(f32x4.mul(p, t), v128.load32_splat(C0));
  return f32x4.add(exponent, f32x4.mul(t, p));
}
