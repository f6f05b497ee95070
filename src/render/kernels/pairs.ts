/** A function over 0…1 as pairs of a value and the change to the next, `steps` + 1 of them; the last one stays. */
export function pairs(steps: number, f: (x: number) => number): Float32Array {
  const out = new Float32Array(2 * (steps + 1));
  for (let i = 0; i <= steps; i++) out[2 * i] = f(i / steps);
  for (let i = 0; i < steps; i++) out[2 * i + 1] = out[2 * i + 2]! - out[2 * i]!;
  return out;
}
