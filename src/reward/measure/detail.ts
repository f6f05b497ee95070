import { boxBlur } from '#image/box-blur.ts';
import type { Frame } from './frame.ts';
import { remember } from './frame.ts';
import type { View } from './view.ts';

export function smoothedLightness(frame: Frame, radius: number): Float32Array {
  return remember(
    frame,
    `blur ${radius}`,
    () => boxBlur({ width: frame.width, height: frame.height, data: frame.lightness }, radius).data,
  );
}

/** Radius of the window that "surroundings" means for clarity and halos: 2.5 % of the long edge. */
export function surroundRadius(frame: Frame): number {
  return Math.max(6, Math.round(Math.max(frame.width, frame.height) * 0.025));
}

/** Local contrast of one part against the four neighbours (texture and sharpness): mean absolute difference of L*. */
export function fineDetail(frame: Frame, view: View): number {
  return remember(frame, `fine ${view.key}`, () =>
    meanDifference(frame, frame.lightness, neighbours(frame), view),
  );
}

/** Local contrast of the 7×7 px mean against a window of about 5 % of the long edge (clarity). */
export function middleDetail(frame: Frame, view: View): number {
  return remember(frame, `middle ${view.key}`, () => {
    const wide = smoothedLightness(frame, surroundRadius(frame));
    return meanDifference(frame, smoothedLightness(frame, 3), wide, view);
  });
}

/** Mean L* of the four neighbours; of no meaning at the border. */
function neighbours(frame: Frame): Float32Array {
  return remember(frame, 'neighbours', () => {
    const { lightness, width } = frame;
    const out = new Float32Array(lightness.length);
    for (let pixel = width; pixel < out.length - width; pixel += 1) {
      const beside = lightness[pixel - 1]! + lightness[pixel + 1]!;
      out[pixel] = (beside + lightness[pixel - width]! + lightness[pixel + width]!) / 4;
    }
    return out;
  });
}

/** Mean absolute difference of two planes over a part, without the outermost pixels of the frame. */
function meanDifference(
  { width, height }: Frame,
  one: Float32Array,
  other: Float32Array,
  { weights }: View,
): number {
  let total = 0;
  let sum = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let pixel = y * width + 1, end = pixel + width - 2; pixel < end; pixel += 1) {
      const weight = weights === null ? 1 : weights[pixel]!;
      if (weight === 0) continue;
      total += weight;
      sum += weight * Math.abs(one[pixel]! - other[pixel]!);
    }
  }
  return total > 0 ? sum / total : 0;
}
