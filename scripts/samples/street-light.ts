import type { Vector } from './vector.ts';

/** Metres: house fronts stand at x = ±HALF, kerbs at ±KERB, lamps in turn left and right. */
export const HALF = 7.2;
export const KERB = 4.3;
export const LAMP_EVERY = 17;
export const LAMP_HEIGHT = 5.2;
export const LAMP: Vector = [1.0, 0.62, 0.26];

/** Light of the street lamps at a point whose surface faces −side. */
export function lampLight(x: number, y: number, z: number, facing: number): number {
  let light = 0;
  const nearest = Math.round(z / LAMP_EVERY);
  for (let index = nearest - 1; index <= nearest + 1; index += 1) {
    const side = index % 2 === 0 ? 1 : -1;
    const [dx, dy, dz] = [side * (KERB + 0.5) - x, LAMP_HEIGHT - y, index * LAMP_EVERY + 5 - z];
    const square = dx * dx + dy * dy + dz * dz + 0.6;
    const cosine = facing === 0 ? Math.max(0, dy) : Math.max(0, dx * facing + 0.4);
    light += (7.5 * cosine) / (square * Math.sqrt(square));
  }
  return light;
}
