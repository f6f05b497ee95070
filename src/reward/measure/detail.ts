import { boxBlur } from '#image/box-blur.ts';
import type { Frame } from './frame.ts';
import { remember } from './frame.ts';
import type { View } from './view.ts';

/** Local contrast of one part: mean absolute difference of L* from its surroundings. */
export interface Detail {
  /** Against the four neighbours: texture and sharpness. */
  readonly fine: number;
  /** Of the 7×7 px mean against a window of about 5 % of the long edge: clarity. */
  readonly middle: number;
}

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

export function detailOf(frame: Frame, view: View): Detail {
  return remember(frame, `detail ${view.key}`, () => {
    const { lightness, width, height } = frame;
    const mid = smoothedLightness(frame, 3);
    const wide = smoothedLightness(frame, surroundRadius(frame));
    let total = 0;
    let fine = 0;
    let middle = 0;
    for (let y = 1; y < height - 1; y += 1) {
      for (let pixel = y * width + 1, end = pixel + width - 2; pixel < end; pixel += 1) {
        const weight = view.weights === null ? 1 : view.weights[pixel]!;
        if (weight === 0) continue;
        const around =
          lightness[pixel - 1]! +
          lightness[pixel + 1]! +
          lightness[pixel - width]! +
          lightness[pixel + width]!;
        total += weight;
        fine += weight * Math.abs(lightness[pixel]! - around / 4);
        middle += weight * Math.abs(mid[pixel]! - wide[pixel]!);
      }
    }
    const scale = total > 0 ? 1 / total : 0;
    return { fine: fine * scale, middle: middle * scale };
  });
}
