import { samplesOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import { resize } from '#image/resample.ts';

/** Where one picture's frame lies in another picture, in its px; may reach beyond it. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The rectangle's content at a size, averaged over area in linear light; beyond the border the edge goes on. */
export function cutOut(raster: Raster, rect: Rect, width: number, height: number): Raster {
  const [left, top] = [Math.round(rect.left), Math.round(rect.top)];
  const wide = Math.max(1, Math.round(rect.left + rect.width) - left);
  const high = Math.max(1, Math.round(rect.top + rect.height) - top);
  const isWhole = left === 0 && top === 0 && wide === raster.width && high === raster.height;
  return resize(isWhole ? raster : extended(raster, left, top, wide, high), width, height);
}

function extended(
  { data, ...raster }: Raster,
  left: number,
  top: number,
  width: number,
  height: number,
): Raster {
  const out = samplesOf(data.BYTES_PER_ELEMENT === 1 ? 8 : 16, width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = 3 * raster.width * Math.min(raster.height - 1, Math.max(0, top + y));
    for (let x = 0; x < width; x++) {
      const source = from + 3 * Math.min(raster.width - 1, Math.max(0, left + x));
      const target = 3 * (y * width + x);
      out[target] = data[source]!;
      out[target + 1] = data[source + 1]!;
      out[target + 2] = data[source + 2]!;
    }
  }
  return { width, height, data: out, space: raster.space };
}

/** 1 where a pixel of the rectangle at this size lies wholly on the picture, 0 elsewhere. */
export function insideOf(
  { width: pictureWidth, height: pictureHeight }: { readonly width: number; readonly height: number },
  rect: Rect,
  width: number,
  height: number,
): Float32Array {
  const inside = new Float32Array(width * height);
  const slack = 0.51;
  for (let y = 0; y < height; y++) {
    const top = rect.top + (y / height) * rect.height;
    const bottom = rect.top + ((y + 1) / height) * rect.height;
    if (top < -slack || bottom > pictureHeight + slack) continue;
    for (let x = 0; x < width; x++) {
      const left = rect.left + (x / width) * rect.width;
      const right = rect.left + ((x + 1) / width) * rect.width;
      if (left >= -slack && right <= pictureWidth + slack) inside[y * width + x] = 1;
    }
  }
  return inside;
}
