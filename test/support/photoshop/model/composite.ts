import { samplesOf, topOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import { renderSmartObject } from './render-filters.ts';
import type { LayerState, Mask } from './state.ts';

/** What a layer shows before its mask and opacity; null for groups and adjustment layers. */
export function pixelsOf(layer: LayerState): Raster | null {
  return layer.smart ? renderSmartObject(layer.smart) : layer.pixels;
}

interface Canvas {
  /** RGB and coverage, each 0…1. */
  readonly data: Float32Array;
}

/** Layers to draw from the bottom, each with the masks of the groups around it. Groups pass through. */
function* drawn(layers: readonly LayerState[], masks: readonly Mask[], opacity: number): Generator<Drawn> {
  let base: LayerState | undefined;
  for (const layer of [...layers].reverse()) {
    if (!layer.clipped) base = layer;
    const shown = layer.visible && (!layer.clipped || base?.visible === true);
    if (!shown) continue;
    const inside = layer.mask ? [...masks, layer.mask] : masks;
    const strength = (opacity * layer.opacity) / 100;
    if (layer.children) yield* drawn(layer.children, inside, strength);
    else yield { layer, base: layer.clipped ? base : undefined, masks: inside, opacity: strength };
  }
}

interface Drawn {
  readonly layer: LayerState;
  /** What it is clipped to. */
  readonly base: LayerState | undefined;
  readonly masks: readonly Mask[];
  readonly opacity: number;
}

function coverage({ base, masks, opacity }: Drawn, own: Raster | null, i: number): number {
  let cover = opacity;
  if (own?.alpha) cover *= own.alpha[i]! / topOf(own.alpha);
  for (const mask of masks) cover *= mask[i]! / 255;
  const under = base ? pixelsOf(base) : null;
  if (under?.alpha) cover *= under.alpha[i]! / topOf(under.alpha);
  if (base?.mask) cover *= base.mask[i]! / 255;
  return cover;
}

function blend(mode: string, under: number, over: number): number {
  if (mode === 'multiply') return under * over;
  if (mode === 'screen') return 1 - (1 - under) * (1 - over);
  return over;
}

function drawPixels(canvas: Canvas, drawing: Drawn, pixels: Raster): void {
  const { data } = canvas;
  const top = topOf(pixels.data);
  const mode = drawing.layer.blendMode;
  for (let i = 0; i < pixels.width * pixels.height; i++) {
    const cover = coverage(drawing, pixels, i);
    if (cover === 0) continue;
    const below = data[i * 4 + 3]!;
    const alpha = cover + below * (1 - cover);
    for (let c = 0; c < 3; c++) {
      const over = pixels.data[i * 3 + c]! / top;
      const under = data[i * 4 + c]!;
      const mixed = below * blend(mode, under, over) + (1 - below) * over;
      data[i * 4 + c] = (cover * mixed + (1 - cover) * below * under) / alpha;
    }
    data[i * 4 + 3] = alpha;
  }
}

function applyLookUp(canvas: Canvas, drawing: Drawn): void {
  const { lookUp } = drawing.layer;
  if (lookUp === null) return;
  const { data } = canvas;
  const rgb: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < data.length / 4; i++) {
    const cover = coverage(drawing, null, i);
    if (cover === 0) continue;
    for (let c = 0; c < 3; c++) rgb[c] = data[i * 4 + c]!;
    lookUp(rgb);
    for (let c = 0; c < 3; c++) data[i * 4 + c]! += (rgb[c]! - data[i * 4 + c]!) * cover;
  }
}

/** What is visible, as large as `like`, with alpha unless all of it is covered. */
export function composite(layers: readonly LayerState[], like: Raster): Raster {
  const drawings = [...drawn(layers, [], 1)];
  const only = drawings.length === 1 ? drawings[0]! : undefined;
  const single = only && pixelsOf(only.layer);
  // Bit for bit what the layer holds, and quick.
  if (single && only.opacity === 1 && only.masks.length === 0 && !only.base)
    return withoutNeedlessAlpha(single);
  const { width, height, space } = like;
  const canvas = { data: new Float32Array(width * height * 4) };
  for (const drawing of drawings) {
    const pixels = pixelsOf(drawing.layer);
    if (pixels) drawPixels(canvas, drawing, pixels);
    else applyLookUp(canvas, drawing);
  }
  const depth = like.data.BYTES_PER_ELEMENT === 1 ? 8 : 16;
  const data = samplesOf(depth, width * height * 3);
  const alpha = samplesOf(depth, width * height);
  const top = topOf(data);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) data[i * 3 + c] = Math.round(canvas.data[i * 4 + c]! * top);
    alpha[i] = Math.round(canvas.data[i * 4 + 3]! * top);
  }
  return withoutNeedlessAlpha({ width, height, space, data, alpha });
}

function withoutNeedlessAlpha(raster: Raster): Raster {
  const { alpha, ...opaque } = raster;
  const top = topOf(raster.data);
  return alpha?.some((value) => value !== top) ? raster : opaque;
}
