import { above, type Component, labelComponents } from '../components.ts';
import { ramp } from '../ramp.ts';
import type { Steps } from '../steps.ts';
import type { FaceFinding } from './face.ts';
import { type Finding, meanOver } from './finding.ts';
import type { Scene } from './scene.ts';

/** Without a face there is only colour to go by. */
const MOST_WITHOUT_FACE = 0.5;

/**
 * Skin: with a face, what is coloured like that face; without one, smooth and compact patches of skin colour that are
 * neither a whole wall nor a speck. Brick, wood and sand share the colour, but are rough or fill the frame.
 */
export function* findSkin(
  scene: Scene,
  color: Float32Array,
  face: FaceFinding | null,
): Steps<Finding | null> {
  const own = face !== null && face.confidence > 0.3 ? yield* skinOfFace(scene, color, face) : null;
  return own ?? skinByPatches(scene, color);
}

/**
 * A face less believed the more of the picture has its colour: skin beyond the face is a neck, hands or a few more people;
 * what fills four times as much is wood or a row of houses.
 */
export function* believeFace(scene: Scene, color: Float32Array, face: FaceFinding): Steps<FaceFinding> {
  const { mask } = yield* skinOfFace(scene, color, face);
  let [own, others] = [0, 0];
  for (let i = 0; i < mask.length; i++) {
    own += face.mask[i]!;
    others += mask[i]! * (1 - face.mask[i]!);
  }
  return { ...face, confidence: face.confidence * ramp(others / Math.max(1, own), 4.2, 2.2) };
}

function* skinOfFace(scene: Scene, color: Float32Array, face: FaceFinding): Steps<Finding> {
  const { width, height, L, a, b } = scene;
  const sure = face.mask.map((value, i) => value * color[i]!);
  const center = { L: meanOver(L, sure), a: meanOver(a, sure), b: meanOver(b, sure) };
  const mask = color.map((value, i) => {
    const distance = Math.hypot(a[i]! - center.a, b[i]! - center.b);
    const lightness = Math.abs(L[i]! - center.L);
    return ramp(value, 0.15, 0.5) * ramp(distance, 16, 9) * ramp(lightness, 42, 28);
  });
  yield;
  const { labels, components } = labelComponents(above(mask, 0.5), width, height);
  // Hands and arms are at most a few heads away and not much larger than the head.
  const kept = new Set(
    components
      .filter((component) => {
        const dx = (component.left + component.right) / 2 - face.x;
        const dy = (component.top + component.bottom) / 2 - face.y;
        const heads = Math.hypot(dx, dy) / face.radiusY;
        return component.count > 5 && heads < 8 && calmRoughness(scene, labels, component) < 7;
      })
      .map(({ label }) => label),
  );
  return {
    mask: mask.map((value, i) => (kept.has(labels[i]!) || face.mask[i]! > 0.5 ? value : 0)),
    confidence: face.confidence,
  };
}

function skinByPatches(scene: Scene, color: Float32Array): Finding | null {
  const { width, height } = scene;
  const colored = above(color, 0.4);
  const { labels, components } = labelComponents(colored, width, height);
  const likeness = new Map<number, number>();
  for (const component of components) {
    if (component.count < Math.max(12, width * height * 0.001)) continue;
    likeness.set(component.label, patchLikeness(scene, color, labels, component));
  }
  const best = Math.max(0, ...likeness.values());
  if (best === 0) return null;
  const mask = color.map(
    (value, i) => ramp(value, 0.25, 0.6) * ramp((likeness.get(labels[i]!) ?? 0) / best, 0.3, 0.7),
  );
  // Many patches all over the frame are a material, not people.
  const share = colored.reduce((sum, value) => sum + value, 0) / colored.length;
  return { mask, confidence: best * ramp(share, 0.35, 0.15) * MOST_WITHOUT_FACE };
}

function patchLikeness(scene: Scene, color: Float32Array, labels: Int32Array, component: Component): number {
  const { width, height, L } = scene;
  const { label, count, left, top, right, bottom } = component;
  let [sumColor, sumL, sumSquares] = [0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const i = y * width + x;
      if (labels[i] !== label) continue;
      sumColor += color[i]!;
      sumL += L[i]!;
      sumSquares += L[i]! * L[i]!;
    }
  }
  const spread = Math.sqrt(Math.max(0, sumSquares / count - (sumL / count) ** 2));
  const fill = count / ((right - left) * (bottom - top));
  const touched =
    Number(left === 0) + Number(right === width) + Number(top === 0) + Number(bottom === height);
  return (
    (sumColor / count) *
    ramp(calmRoughness(scene, labels, component), 8, 3) *
    ramp(fill, 0.15, 0.4) *
    ramp(fill, 0.95, 0.72) * // shutters and boards fill their box, bodies do not
    ramp(count / (width * height), 0.002, 0.02) *
    ramp(count / (width * height), 0.22, 0.1) *
    (1 - 0.2 * touched) *
    ramp(spread, 1, 4) // a body is shaded, a painted board is not
  );
}

/** Roughness that a third of the patch stays below: edges of a face or arm do not count, bricks have no smooth third. */
function calmRoughness({ width, roughness }: Scene, labels: Int32Array, component: Component): number {
  const values: number[] = [];
  for (let y = component.top; y < component.bottom; y++) {
    for (let x = component.left; x < component.right; x++) {
      const i = y * width + x;
      if (labels[i] === component.label) values.push(roughness[i]!);
    }
  }
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 3)] ?? 0;
}
