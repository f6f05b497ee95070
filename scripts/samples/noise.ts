/** Value noise from an integer hash: fast, without tables, the same on every machine. */

/** Hash of a lattice point, 0…1. */
export function hash(x: number, y: number): number {
  let h = Math.imul(x | 0, 374761393) ^ Math.imul(y | 0, 668265263);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth value noise, 0…1. */
export function noise(x: number, y: number): number {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const fx = x - xi;
  const fy = y - yi;
  const u = fx * fx * (3 - 2 * fx);
  const v = fy * fy * (3 - 2 * fy);
  const top = hash(xi, yi) * (1 - u) + hash(xi + 1, yi) * u;
  const bottom = hash(xi, yi + 1) * (1 - u) + hash(xi + 1, yi + 1) * u;
  return top * (1 - v) + bottom * v;
}

/** Sum of octaves, 0…1; each is turned so that the lattice does not show. */
export function fractal(x: number, y: number, octaves: number): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  let [px, py] = [x, y];
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += noise(px, py) * weight;
    total += weight;
    [px, py] = [1.6 * px + 1.2 * py + 17.3, -1.2 * px + 1.6 * py + 41.7];
    weight *= 0.5;
  }
  return sum / total;
}

/** Sharp crests: octaves of folded noise, each weighted by the one before (ridged multifractal, Musgrave). 0…1. */
export function ridged(x: number, y: number, octaves: number): number {
  let sum = 0;
  let weight = 1;
  let amplitude = 0.5;
  let [px, py] = [x, y];
  for (let octave = 0; octave < octaves; octave += 1) {
    const fold = 1 - Math.abs(2 * noise(px, py) - 1);
    const value = fold * fold * weight;
    sum += value * amplitude;
    weight = Math.min(1, Math.max(0, value * 2));
    amplitude *= 0.5;
    [px, py] = [1.6 * px + 1.2 * py + 7.1, -1.2 * px + 1.6 * py + 23.9];
  }
  return sum;
}

export function smoothstep(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
