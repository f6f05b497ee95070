import type { Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import { RetouchError } from '#wire/error.ts';
import type { Bounds, GetPixelsOptions, Photoshop, PhotoshopDocument } from '../host/photoshop.ts';
import { toRaster } from './to-raster.ts';

export interface ReadPixels {
  /** 8-bit sRGB. */
  readonly raster: Raster;
  /** The part of the canvas that it shows: hosts leave out what has no pixels. */
  readonly area: Bounds;
}

export interface PixelsWish {
  readonly document: PhotoshopDocument;
  /** One layer alone; everything visible without it. */
  readonly layerId?: number;
  /** A part of the canvas, px of the document. */
  readonly bounds?: Bounds;
  /** Long edge of what is wanted, px. */
  readonly edge: number;
}

const PROFILE = 'sRGB IEC61966-2.1';

/**
 * The document's pixels as an 8-bit sRGB picture, whatever its depth, mode and profile: the host converts colours
 * (`colorSpace: 'RGB'`), the depth is taken as it is (asking a 16-bit document for 8 bits fails with −32005).
 *
 * @throws RetouchError `bad-photo` when the host cannot give pixels; its memory is given back in any case
 */
export async function readPixels(photoshop: Photoshop, wish: PixelsWish): Promise<ReadPixels> {
  const { imaging } = photoshop;
  const { imageData, sourceBounds, level } = await imaging
    .getPixels(requestOf(wish))
    .catch((cause: unknown) => {
      throw new RetouchError('bad-photo', whyNoPixels(cause), { cause });
    });
  try {
    const data = await imageData.getData({ chunky: true });
    const { width, height, components, componentSize, hasAlpha, colorProfile } = imageData;
    const pixels = toRaster({ width, height, components, componentSize, hasAlpha, colorProfile, data });
    // The host serves the nearest of its own reduced copies: often larger than asked.
    return { raster: fitWithin(pixels, wish.edge), area: shownArea(wish, sourceBounds, level) };
  } finally {
    imageData.dispose();
  }
}

/**
 * The bounds in the reply count in pixels of the host's reduced copy: each level is half of the one before it. What
 * makes no sense within what was asked for is not believed.
 */
function shownArea(wish: PixelsWish, bounds: Bounds | undefined, level = 0): Bounds {
  const asked = areaOf(wish);
  if (bounds === undefined) return asked;
  const scale = 2 ** level;
  const edge = (of: keyof Bounds) => bounds[of] * scale;
  const shown = {
    left: Math.max(asked.left, edge('left')),
    top: Math.max(asked.top, edge('top')),
    right: Math.min(asked.right, edge('right')),
    bottom: Math.min(asked.bottom, edge('bottom')),
  };
  return shown.left < shown.right && shown.top < shown.bottom ? shown : asked;
}

function areaOf({ document, bounds }: PixelsWish): Bounds {
  return bounds ?? { left: 0, top: 0, right: document.width, bottom: document.height };
}

function requestOf(wish: PixelsWish): GetPixelsOptions {
  const { document, layerId, bounds, edge } = wish;
  const area = areaOf(wish);
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  return {
    documentID: document.id,
    ...(layerId === undefined ? {} : { layerID: layerId }),
    ...(bounds === undefined ? {} : { sourceBounds: bounds }),
    // Only the longer edge is given: the host keeps the proportions. Enlarging is of no use.
    ...(Math.max(width, height) <= edge
      ? {}
      : { targetSize: width >= height ? { width: edge } : { height: edge } }),
    colorSpace: 'RGB',
    colorProfile: PROFILE,
    applyAlpha: true,
  };
}

function whyNoPixels(cause: unknown): string {
  const message = (cause as { message?: unknown } | null)?.message;
  const text = typeof message === 'string' ? message.trim() : '';
  if (/smart object/i.test(text))
    return 'Photoshop cannot render a smart object because its linked file is missing: relink it in the Properties panel';
  return `Photoshop did not give the pixels of the document${text === '' ? '' : ` (${text})`}`;
}
