import { boxBlur, emptyPlane } from '#image/box-blur.ts';
import type { Plane } from '#image/raster.ts';

/**
 * The drawing of a picture without its light: L* minus its surroundings, by how much there is of that around. Two
 * developments of one photo have nearly the same.
 */
export function drawingOf(lightness: Plane): Plane {
  const around = boxBlur(lightness, RADIUS);
  const drawing = emptyPlane(lightness.width, lightness.height);
  const strength = emptyPlane(lightness.width, lightness.height);
  for (let i = 0; i < drawing.data.length; i++) {
    drawing.data[i] = lightness.data[i]! - around.data[i]!;
    strength.data[i] = Math.abs(drawing.data[i]!);
  }
  boxBlur(strength, RADIUS, strength);
  for (let i = 0; i < drawing.data.length; i++) drawing.data[i]! /= strength.data[i]! + FLAT;
  return drawing;
}

const RADIUS = 4;
/** L*: what moves less than this around is noise more than drawing. */
const FLAT = 1.5;

/**
 * Correlation of two drawings, −1…1, of which the second is moved by (dx, dy) px, where both are known. 0 when one of them
 * is empty.
 */
export function likeness(one: Plane, other: Plane, inside: Float32Array, dx = 0, dy = 0): number {
  const { width, height } = one;
  let cross = 0;
  let squares = 0;
  let otherSquares = 0;
  for (let y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
    for (let x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
      const i = y * width + x;
      const j = (y + dy) * width + x + dx;
      const weight = inside[j]!;
      if (weight === 0) continue;
      const a = one.data[i]!;
      const b = other.data[j]!;
      cross += a * b;
      squares += a * a;
      otherSquares += b * b;
    }
  }
  return cross / Math.max(1e-9, Math.sqrt(squares * otherSquares));
}

/** Whether there is anything drawn at all. */
export function isEmpty(drawing: Plane): boolean {
  let sum = 0;
  for (const value of drawing.data) sum += Math.abs(value);
  return sum / Math.max(1, drawing.data.length) < 0.05;
}
