import { type Integral, integrate, meanIn } from '../integral.ts';
import { ramp } from '../ramp.ts';
import type { Scene } from './scene.ts';

/** Summed planes of a scene that face features are read from. */
export interface FacePlanes {
  readonly width: number;
  readonly height: number;
  readonly skin: Integral;
  readonly L: Integral;
  readonly squares: Integral;
  readonly a: Integral;
  readonly roughness: Integral;
}

/** A box in cells, from brow to chin and cheek to cheek. */
export interface FaceBox {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Left, top, right, bottom as parts of the box. */
type Part = readonly [number, number, number, number];

const INNER: Part = [0.15, 0.4, 0.85, 0.72];
const WHOLE: Part = [0.12, 0.05, 0.88, 0.95];
const LEFT_EYE: Part = [0.1, 0.12, 0.42, 0.36];
const RIGHT_EYE: Part = [0.58, 0.12, 0.9, 0.36];
const BRIDGE: Part = [0.43, 0.12, 0.57, 0.4];
const LEFT_CHEEK: Part = [0.12, 0.44, 0.38, 0.68];
const RIGHT_CHEEK: Part = [0.62, 0.44, 0.88, 0.68];
const MOUTH: Part = [0.3, 0.72, 0.7, 0.9];
/** Hair, hat or air. */
const AROUND: readonly Part[] = [
  [-0.3, 0.1, -0.05, 0.8],
  [1.05, 0.1, 1.3, 0.8],
  [0.1, -0.45, 0.9, -0.2],
];

export function facePlanes(scene: Scene, skin: Float32Array): FacePlanes {
  const { width, height } = scene;
  return {
    width,
    height,
    skin: integrate(skin, width, height),
    L: integrate(scene.L, width, height),
    squares: integrate(
      scene.L.map((L) => L * L),
      width,
      height,
    ),
    a: integrate(scene.a, width, height),
    roughness: integrate(scene.roughness, width, height),
  };
}

/**
 * How much a box looks like a face, 0…1: skin inside and not around, two darker and busier eyes over lighter cheeks that
 * are alike, a bridge between the eyes, a redder mouth. 0 at the first look for most boxes.
 */
export function faceScore(planes: FacePlanes, box: FaceBox): number {
  if (mean(planes, planes.skin, box, INNER) < 0.55) return 0;
  const whole = mean(planes, planes.skin, box, WHOLE);
  if (whole < 0.45) return 0;

  const lightness = mean(planes, planes.L, box, WHOLE);
  const spread = Math.sqrt(Math.max(1, mean(planes, planes.squares, box, WHOLE) - lightness * lightness));
  const leftEye = mean(planes, planes.L, box, LEFT_EYE);
  const rightEye = mean(planes, planes.L, box, RIGHT_EYE);
  const leftCheek = mean(planes, planes.L, box, LEFT_CHEEK);
  const rightCheek = mean(planes, planes.L, box, RIGHT_CHEEK);
  const eyes = Math.min(leftCheek - leftEye, rightCheek - rightEye) / spread;
  if (eyes < 0.1) return 0;
  const bridge = (mean(planes, planes.L, box, BRIDGE) - Math.max(leftEye, rightEye)) / spread;
  const imbalance = Math.abs(leftCheek - rightCheek) / spread;

  const cheekRed = (mean(planes, planes.a, box, LEFT_CHEEK) + mean(planes, planes.a, box, RIGHT_CHEEK)) / 2;
  const mouthRed = mean(planes, planes.a, box, MOUTH) - cheekRed;
  const outside = AROUND.reduce((sum, part) => sum + mean(planes, planes.skin, box, part), 0) / AROUND.length;

  const roughness = (part: Part) => mean(planes, planes.roughness, box, part);
  const cheekRough = Math.max(roughness(LEFT_CHEEK), roughness(RIGHT_CHEEK));
  // Windows and shadows on a wall are dark like eyes, but smooth beside what is below them.
  const busy = Math.min(roughness(LEFT_EYE), roughness(RIGHT_EYE)) / Math.max(0.5, cheekRough);

  const shape =
    0.4 * ramp(eyes, 0.1, 0.7) +
    0.15 * ramp(bridge, -0.1, 0.6) +
    0.2 * ramp(mouthRed, 0, 5) +
    0.25 * ramp(imbalance, 1.2, 0.3);
  return (
    shape *
    ramp(whole - outside, 0.08, 0.4) *
    ramp(whole, 0.45, 0.75) *
    ramp(spread, 1.5, 4) *
    ramp(spread, 24, 15) *
    ramp(cheekRough, 11, 6) *
    ramp(busy, 0.45, 0.65) *
    (0.5 + 0.5 * ramp(mouthRed, -3, 2)) *
    // The smaller the box, the more of them there are, and one of many looks right by chance.
    ramp(box.w / Math.min(planes.width, planes.height), 0.06, 0.28)
  );
}

/** Mean over a part of the box, cut at the frame; one half where nothing is left: outside of the frame is unknown. */
function mean({ width, height }: FacePlanes, plane: Integral, { x, y, w, h }: FaceBox, part: Part): number {
  const left = Math.max(0, Math.floor(x + part[0] * w));
  const top = Math.max(0, Math.floor(y + part[1] * h));
  const right = Math.min(width, Math.floor(x + part[2] * w));
  const bottom = Math.min(height, Math.floor(y + part[3] * h));
  return right <= left || bottom <= top ? 0.5 : meanIn(plane, left, top, right, bottom);
}
