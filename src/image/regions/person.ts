import { ramp } from '../ramp.ts';
import type { FaceFinding } from './face.ts';
import type { Finding } from './finding.ts';
import type { Scene } from './scene.ts';

/** A body is less sure than the face above it. */
const BELOW_FACE = 0.85;

/** Person: head with hair around the face, shoulders and body below it, drawn from the face's size. */
export function findPerson({ width, height }: Scene, face: FaceFinding | null): Finding | null {
  if (face === null) return null;
  const { x, y, radiusX, radiusY } = face;
  const mask = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const dx = (column + 0.5 - x) / radiusX;
      const dy = (row + 0.5 - y) / radiusY;
      const head = ramp((dx / 1.35) ** 2 + ((dy + 0.15) / 1.4) ** 2, 1.1, 0.85);
      // Shoulders three heads wide, beginning at the chin.
      const body = ramp(Math.abs(dx), 3.2, 2.6) * ramp(dy - 0.35 * Math.abs(dx), 0.6, 1.2) * ramp(dy, 9, 7);
      mask[row * width + column] = Math.max(head, body);
    }
  }
  return { mask, confidence: face.confidence * BELOW_FACE };
}
