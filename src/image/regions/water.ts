import { boxBlur } from '../box-blur.ts';
import { above, labelComponents } from '../components.ts';
import { ramp } from '../ramp.ts';
import { areaOf, type Finding, meanOver } from './finding.ts';
import type { Scene } from './scene.ts';

/**
 * Water: below the sky, blue to green or as grey as the sky it mirrors, and lying flat: it changes faster down the frame
 * than across. Never very sure: wet streets and snow look the same.
 */
export function findWater(scene: Scene, sky: Finding | null): Finding | null {
  const { width, height, L, a, b, chroma, hue } = scene;
  const skyWeight = sky !== null && sky.confidence > 0.3 ? sky : null;
  const mirror = skyWeight && {
    L: meanOver(L, skyWeight.mask),
    a: meanOver(a, skyWeight.mask),
    b: meanOver(b, skyWeight.mask),
  };
  const flatX = boxBlur({ width, height, data: scene.roughnessX }, 3).data;
  const flatY = boxBlur({ width, height, data: scene.roughnessY }, 3).data;
  const score = new Float32Array(width * height);
  for (let i = Math.floor(height * 0.2) * width; i < score.length; i++) {
    const y = Math.floor(i / width) / height;
    const lying = ramp(flatY[i]! / (flatX[i]! + flatY[i]! + 0.3), 0.42, 0.6);
    const blue = ramp(hue[i]!, 165, 190) * ramp(hue[i]!, 300, 285) * ramp(chroma[i]!, 3, 9);
    // Turquoise and green water shares its hue with leaves, which do not lie.
    const teal =
      ramp(hue[i]!, 118, 138) *
      ramp(hue[i]!, 200, 180) *
      ramp(chroma[i]!, 6, 12) *
      ramp(flatY[i]! / (flatX[i]! + flatY[i]! + 0.3), 0.54, 0.64);
    const grassy = ramp(hue[i]!, 60, 75) * ramp(hue[i]!, 130, 115) * ramp(chroma[i]!, 7, 13);
    const mirrored =
      mirror === null
        ? 0
        : ramp(Math.hypot(a[i]! - mirror.a, b[i]! - mirror.b), 14, 5) *
          ramp(chroma[i]!, 22, 12) *
          (1 - 0.8 * grassy) *
          ramp(mirror.L, 99, 93);
    const above = skyWeight?.mask[i] ?? 0;
    score[i] = Math.max(blue, teal, 0.8 * mirrored) * (0.25 + 0.75 * lying) * (1 - above) * ramp(y, 0.2, 0.4);
  }
  const smooth = boxBlur({ width, height, data: score }, 2).data;
  const { labels, components } = labelComponents(above(smooth, 0.42), width, height);
  // Water is wide: a strip or a sheet, not a blue car.
  const wide = components.filter((c) => c.count > 0.01 * score.length && c.right - c.left > 0.3 * width);
  if (wide.length === 0) return null;
  const kept = new Set(wide.map(({ label }) => label));
  const mask = smooth.map((value, i) => (kept.has(labels[i]!) ? Math.min(1, 0.5 + value) : 0));
  const span = Math.max(...wide.map((c) => (c.right - c.left) / width));
  const confidence = Math.min(
    0.75,
    meanOver(smooth, mask) * ramp(areaOf(mask), 0.02, 0.1) * (0.5 + 0.6 * span),
  );
  return { mask, confidence };
}
