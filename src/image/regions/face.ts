import { ramp } from '../ramp.ts';
import type { Steps } from '../steps.ts';
import { type FaceBox, type FacePlanes, facePlanes, faceScore } from './face-score.ts';
import type { Finding } from './finding.ts';
import type { Scene } from './scene.ts';

/** A face in cells: an upright ellipse from forehead to chin. */
export interface FaceFinding extends Finding {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** Features by hand are never proof. */
const MOST = 0.85;

/** Width of the smallest face looked for, cells; smaller ones have no features left. */
const MIN_WIDTH = 11;
const GROWTH = 1.15;

/** Score below which a box is not remembered. */
const WORTH = 0.05;

/** Height of the searched box over its width: brow to chin. */
const TALL = 1.2;

/**
 * The most convincing face: boxes of all sizes and places are scored by rectangle features over summed-area tables, in the
 * manner of Viola & Jones 2001 but with features chosen by hand. Faces seen from the side or lying are missed.
 */
export function* findFace(scene: Scene, skin: Float32Array): Steps<FaceFinding | null> {
  const { width, height } = scene;
  const planes = facePlanes(scene, skin);
  yield;
  const box: FaceBox = { x: 0, y: 0, w: 0, h: 0 };
  const likely: ScoredBox[] = [];
  for (let size = MIN_WIDTH; size * TALL < height && size < width; size *= GROWTH) {
    box.w = Math.round(size);
    box.h = Math.round(size * TALL);
    const step = Math.max(2, Math.round(size / 10));
    for (let row = 0; row + box.h <= height; row += step) {
      box.y = row;
      scoreRow(planes, box, step, likely);
      if ((row / step) % 4 === 3) yield;
    }
  }
  if (likely.length === 0) return null;
  const best = likely.reduce((a, b) => (b.score > a.score ? b : a));
  return { ...ellipseOf(scene, skin, agreed(likely, best)), confidence: best.score * MOST };
}

/** Scores the boxes of one row and remembers those that are worth it. */
function scoreRow(planes: FacePlanes, box: FaceBox, step: number, likely: ScoredBox[]): void {
  for (box.x = 0; box.x + box.w <= planes.width; box.x += step) {
    const score = faceScore(planes, box);
    if (score > WORTH) likely.push({ ...box, score });
  }
}

interface ScoredBox extends FaceBox {
  readonly score: number;
}

/** Boxes around one face all score: their mean is steadier than the best of them. */
function agreed(likely: readonly ScoredBox[], best: ScoredBox): FaceBox {
  const mean = { x: 0, y: 0, w: 0, h: 0 };
  let sum = 0;
  for (const box of likely) {
    if (box.score < 0.6 * best.score || overlap(box, best) < 0.3) continue;
    const weight = box.score ** 2;
    mean.x += box.x * weight;
    mean.y += box.y * weight;
    mean.w += box.w * weight;
    mean.h += box.h * weight;
    sum += weight;
  }
  return { x: mean.x / sum, y: mean.y / sum, w: mean.w / sum, h: mean.h / sum };
}

/** Intersection over union. */
function overlap(a: FaceBox, b: FaceBox): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  if (w <= 0 || h <= 0) return 0;
  return (w * h) / (a.w * a.h + b.w * b.h - w * h);
}

/** The forehead is above the searched box. */
function ellipseOf(
  { width, height }: Scene,
  skin: Float32Array,
  box: FaceBox,
): Omit<FaceFinding, 'confidence'> {
  const radiusX = box.w * 0.525;
  const radiusY = box.h * 0.56;
  const x = box.x + box.w / 2;
  const y = box.y + box.h * 0.465;
  const mask = new Float32Array(width * height);
  for (let i = 0; i < mask.length; i++) {
    const column = i % width;
    const d = ((column + 0.5 - x) / radiusX) ** 2 + (((i - column) / width + 0.5 - y) / radiusY) ** 2;
    // Skin just outside of the ellipse is the rest of a face that is broader or turned.
    const core = ramp(d, 1.1, 0.8) * (0.5 + 0.5 * ramp(skin[i]!, 0.05, 0.3));
    mask[i] = Math.max(core, ramp(d, 2, 1.3) * ramp(skin[i]!, 0.3, 0.6));
  }
  return { mask, x, y, radiusX, radiusY };
}
