import { type Integral, integrate, meanIn } from '../integral.ts';
import { ramp } from '../ramp.ts';
import type { Finding } from './finding.ts';
import type { Scene } from './scene.ts';

/** A face in cells: an upright ellipse from brow to chin. */
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

/** Height of the searched box over its width: brow to chin. */
const TALL = 1.2;

/**
 * Face: a box of skin colour with two darker eyes over lighter cheeks, a bridge of the nose between the eyes and a redder
 * mouth below, surrounded by something else: rectangle features after Viola & Jones 2001, chosen by hand. One face is
 * reported, the most convincing one.
 */
export function findFace(scene: Scene, skin: Float32Array): FaceFinding | null {
  const { width, height } = scene;
  const planes: Planes = {
    skin: integrate(skin, width, height),
    L: integrate(scene.L, width, height),
    squares: integrate(
      scene.L.map((L) => L * L),
      width,
      height,
    ),
    a: integrate(scene.a, width, height),
    roughness: integrate(scene.roughness, width, height),
    width,
    height,
  };
  let best = { score: 0, x: 0, y: 0, w: 0 };
  for (let size = MIN_WIDTH; size * TALL < height && size < width; size *= GROWTH) {
    const w = Math.round(size);
    const step = Math.max(2, Math.round(w / 10));
    const h = Math.round(w * TALL);
    for (let y = 0; y + h <= height; y += step) {
      for (let x = 0; x + w <= width; x += step) {
        const score = faceScore(planes, x, y, w, h);
        if (score > best.score) best = { score, x, y, w };
      }
    }
  }
  if (best.score === 0) return null;
  const radiusX = (best.w / 2) * 1.05;
  const radiusY = ((best.w * TALL) / 2) * 1.12;
  const x = best.x + best.w / 2;
  const y = best.y + (best.w * TALL) / 2 - 0.04 * best.w;
  const mask = new Float32Array(width * height);
  for (let i = 0; i < mask.length; i++) {
    const column = i % width;
    const d = ((column + 0.5 - x) / radiusX) ** 2 + (((i - column) / width + 0.5 - y) / radiusY) ** 2;
    mask[i] = ramp(d, 1.1, 0.8) * (0.5 + 0.5 * ramp(skin[i]!, 0.05, 0.3));
  }
  return { mask, confidence: best.score * MOST, x, y, radiusX, radiusY };
}

interface Planes {
  readonly skin: Integral;
  readonly L: Integral;
  readonly squares: Integral;
  readonly a: Integral;
  readonly roughness: Integral;
  readonly width: number;
  readonly height: number;
}

/** 0…1 for a box; 0 as soon as something essential is missing, for most boxes at the first look. */
function faceScore(planes: Planes, x: number, y: number, w: number, h: number): number {
  const box = (plane: Integral, left: number, top: number, right: number, bottom: number) => {
    const x0 = Math.floor(x + left * w);
    const y0 = Math.floor(y + top * h);
    const x1 = Math.max(x0 + 1, Math.floor(x + right * w));
    const y1 = Math.max(y0 + 1, Math.floor(y + bottom * h));
    return meanIn(plane, x0, y0, Math.min(planes.width, x1), Math.min(planes.height, y1));
  };
  const middle = box(planes.skin, 0.15, 0.4, 0.85, 0.72);
  if (middle < 0.55) return 0;
  const whole = box(planes.skin, 0.12, 0.05, 0.88, 0.95);
  if (whole < 0.45) return 0;

  const leftEye = box(planes.L, 0.1, 0.12, 0.42, 0.36);
  const rightEye = box(planes.L, 0.58, 0.12, 0.9, 0.36);
  const leftCheek = box(planes.L, 0.12, 0.44, 0.38, 0.68);
  const rightCheek = box(planes.L, 0.62, 0.44, 0.88, 0.68);
  const mean = box(planes.L, 0.1, 0.05, 0.9, 0.95);
  const spread = Math.sqrt(Math.max(1, box(planes.squares, 0.1, 0.05, 0.9, 0.95) - mean * mean));
  const eyes = Math.min(leftCheek - leftEye, rightCheek - rightEye) / spread;
  if (eyes < 0.1) return 0;
  const bridge = (box(planes.L, 0.43, 0.12, 0.57, 0.4) - Math.max(leftEye, rightEye)) / spread;
  const balance = Math.abs(leftCheek - rightCheek) / spread;

  const cheekRed = (box(planes.a, 0.12, 0.44, 0.38, 0.68) + box(planes.a, 0.62, 0.44, 0.88, 0.68)) / 2;
  const mouthRed = box(planes.a, 0.3, 0.72, 0.7, 0.9) - cheekRed;

  // What is around: hair, hat, air. Strips beside and above, cut at the frame.
  const around = (left: number, top: number, right: number, bottom: number) => {
    const x0 = Math.max(0, Math.floor(x + left * w));
    const y0 = Math.max(0, Math.floor(y + top * h));
    const x1 = Math.min(planes.width, Math.floor(x + right * w));
    const y1 = Math.min(planes.height, Math.floor(y + bottom * h));
    return x1 <= x0 || y1 <= y0 ? 0.5 : meanIn(planes.skin, x0, y0, x1, y1);
  };
  const outside =
    (around(-0.3, 0.1, -0.05, 0.8) + around(1.05, 0.1, 1.3, 0.8) + around(0.1, -0.45, 0.9, -0.2)) / 3;

  const cheekRough = Math.max(
    box(planes.roughness, 0.12, 0.44, 0.38, 0.68),
    box(planes.roughness, 0.62, 0.44, 0.88, 0.68),
  );
  const eyeRough = Math.min(
    box(planes.roughness, 0.1, 0.12, 0.42, 0.36),
    box(planes.roughness, 0.58, 0.12, 0.9, 0.36),
  );

  // Eyes are busier than cheeks; windows and shadows on a wall are not.
  const busy = eyeRough / Math.max(0.5, cheekRough);
  const shape =
    0.4 * ramp(eyes, 0.1, 0.7) +
    0.15 * ramp(bridge, -0.1, 0.6) +
    0.2 * ramp(mouthRed, 0, 5) +
    0.25 * ramp(balance, 1.2, 0.3);
  return (
    shape *
    ramp(whole - outside, 0.08, 0.4) *
    ramp(whole, 0.45, 0.75) *
    ramp(spread, 1.5, 4) *
    ramp(spread, 24, 15) *
    ramp(cheekRough, 11, 6) *
    ramp(busy, 0.45, 0.65) *
    (0.5 + 0.5 * ramp(mouthRed, -3, 2)) *
    ramp(w / Math.min(planes.width, planes.height), 0.06, 0.28)
  );
}
