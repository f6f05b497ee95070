import { boxBlur } from '../box-blur.ts';
import { ramp } from '../ramp.ts';
import { areaOf, type Finding, meanOver } from './finding.ts';
import type { Scene } from './scene.ts';

/** Leaves and grass: green to yellow-green, coloured enough, rarely smooth. */
export function findFoliage(scene: Scene): Finding | null {
  const { width, height, L, chroma, hue } = scene;
  const green = new Float32Array(width * height);
  for (let i = 0; i < green.length; i++) {
    const inHue = ramp(hue[i]!, 94, 106) * ramp(hue[i]!, 160, 142);
    // The lighter, the greener a leaf has to be: light stone, sand and skies are weakly yellow-green too.
    const least = 7 + 0.16 * L[i]! + 10 * ramp(L[i]!, 60, 85);
    const smoothWater = ramp(hue[i]!, 118, 130) * ramp(chroma[i]!, 30, 22) * ramp(L[i]!, 25, 40);
    green[i] =
      inHue *
      ramp(chroma[i]!, least, least + 7) *
      ramp(L[i]!, 5, 12) *
      ramp(L[i]!, 90, 80) *
      (1 - smoothWater);
  }
  const mask = boxBlur({ width, height, data: green }, 1).data;
  const area = areaOf(mask);
  const texture = ramp(meanOver(scene.roughness, mask), 0.8, 3);
  const confidence = ramp(area, 0.01, 0.08) * (0.4 + 0.4 * texture);
  return { mask, confidence };
}
