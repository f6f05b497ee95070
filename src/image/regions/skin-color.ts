import { boxBlur } from '../box-blur.ts';
import { ramp } from '../ramp.ts';
import type { Scene } from './scene.ts';

/**
 * How much each cell is coloured like skin, 0…1, lightly smoothed. Skin's hue is nearly the same in all people;
 * lightness and chroma are not (Xiao et al. 2017, "Characterising the variations in ethnic skin colours").
 */
export function skinColor(scene: Scene): Float32Array {
  const { width, height, L, chroma, hue } = scene;
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const lightness = L[i]!;
    // Very light and very dark skin are less coloured than what is between.
    const most = 24 + 20 * Math.min(1, lightness / 50) - 16 * ramp(lightness, 72, 95);
    const inHue = ramp(hue[i]!, 18, 32) * ramp(hue[i]!, 84, 72);
    const inChroma = ramp(chroma[i]!, 5, 11) * ramp(chroma[i]!, most + 8, most);
    data[i] = inHue * inChroma * ramp(lightness, 10, 20) * ramp(lightness, 98, 92);
  }
  return boxBlur({ width, height, data }, 1).data;
}
