import type { Histogram } from '#panel/host.ts';
import { countLevels, HIGHEST, LOWEST } from '#panel/state/count-levels.ts';

/** Enough pixels for a histogram; more would only cost time. */
const SAMPLED_EDGE = 640;

export async function histogramOf(address: string): Promise<Histogram> {
  const { data } = await pixelsOf(address, SAMPLED_EDGE);
  return countLevels(data, 4);
}

/** Highlights red, shadows blue, the rest see-through, at the picture's own size. */
export async function clippingOverlayOf(address: string): Promise<string> {
  const image = await pixelsOf(address, Number.POSITIVE_INFINITY);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const light = r >= HIGHEST || g >= HIGHEST || b >= HIGHEST;
    const dark = r <= LOWEST || g <= LOWEST || b <= LOWEST;
    data[at] = light ? 240 : 40;
    data[at + 1] = light ? 30 : 90;
    data[at + 2] = light ? 30 : 255;
    data[at + 3] = light || dark ? 255 : 0;
  }
  const { canvas, context } = newCanvas(image.width, image.height);
  context.putImageData(image, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new TypeError('Cannot draw the clipping overlay');
  return URL.createObjectURL(blob);
}

async function pixelsOf(address: string, edge: number): Promise<ImageData> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const scale = Math.min(1, edge / Math.max(image.naturalWidth, image.naturalHeight));
  const width = Math.max(1, Math.round(image.naturalWidth * scale));
  const height = Math.max(1, Math.round(image.naturalHeight * scale));
  const { context } = newCanvas(width, height);
  // Averaging would hide single clipped pixels.
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

function newCanvas(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new TypeError('Cannot draw on a canvas in this browser');
  return { canvas, context };
}
