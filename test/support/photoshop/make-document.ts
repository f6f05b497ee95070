import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import { DocumentModel } from './model/document.ts';
import type { Host } from './model/host.ts';
import { newLayer } from './model/new-layer.ts';
import { profileOf, spaceNamed } from './model/samples.ts';
import type { LayerState, Mask, Mode } from './model/state.ts';

export interface LayerRecipe
  extends Partial<Omit<LayerState, 'id' | 'pixels' | 'children' | 'mask' | 'smart'>> {
  /** Encoded 0…255 at a place; undefined leaves it transparent. Default: the sample scene. */
  readonly paint?: (x: number, y: number) => readonly [number, number, number] | undefined;
  /** 0…255 at a place. */
  readonly masked?: (x: number, y: number) => number;
  readonly empty?: boolean;
  /** A smart object already; `missing` when its linked file is gone. */
  readonly smartObject?: 'present' | 'missing';
  readonly children?: readonly LayerRecipe[];
}

export interface DocumentRecipe {
  readonly title?: string;
  readonly width?: number;
  readonly height?: number;
  readonly mode?: Mode;
  readonly depth?: 8 | 16 | 32;
  /** By the name that Photoshop gives it. */
  readonly profile?: string;
  /** Topmost first. Default: one background. */
  readonly layers?: readonly LayerRecipe[];
  /** Whole picture of the single background layer. */
  readonly pixels?: Raster;
  readonly metadata?: string;
}

/** A little landscape: sky, hill and meadow, dull and a bit dark, so that every instruction has something to do. */
export function landscape(width: number, height: number) {
  return (x: number, y: number): [number, number, number] => {
    const [u, v] = [x / width, y / height];
    const wave = 10 * Math.sin(u * 53) * Math.cos(v * 45);
    if (v < 0.45 + 0.1 * Math.sin(u * 7)) return [100 + v * 90, 125 + v * 80, 165 + v * 40];
    return [72 + wave, 96 + wave + (v - 0.5) * 60, 50 + wave / 2];
  };
}

export function makeDocument(host: Host, recipe: DocumentRecipe): DocumentModel {
  const { width, height } = recipe.pixels ?? { width: recipe.width ?? 240, height: recipe.height ?? 160 };
  const mode = recipe.mode ?? 'RGB';
  const space = recipe.pixels?.space ?? spaceNamed(recipe.profile ?? '') ?? SRGB;
  const facts = {
    id: host.nextId(),
    title: recipe.title ?? 'photo.psd',
    path: `/photos/${recipe.title ?? 'photo.psd'}`,
    width,
    height,
    mode,
    depth: recipe.depth ?? (recipe.pixels?.data.BYTES_PER_ELEMENT === 2 ? 16 : 8),
    profile: recipe.profile ?? (mode === 'RGB' ? profileOf(space) : ''),
    space,
    temporary: false,
  };
  const make = (layer: LayerRecipe): LayerState => {
    const { paint, masked, empty, smartObject, children, ...given } = layer;
    const scene = landscape(width, height);
    const pixels = paintPixels(facts, empty ? () => undefined : (paint ?? scene));
    const held = recipe.pixels && !paint && !empty ? recipe.pixels : pixels;
    const group = children !== undefined || given.kind === 'group';
    const drawn = ['pixel', 'text', undefined].includes(given.kind);
    return newLayer(host, {
      ...given,
      kind: group ? 'group' : smartObject ? 'smartObject' : (given.kind ?? 'pixel'),
      pixels: group || smartObject || !drawn ? null : held,
      smart: smartObject
        ? { source: held, filters: [], filterMask: null, missing: smartObject === 'missing' }
        : null,
      mask: masked ? plane(width, height, masked) : null,
      children: group ? (children ?? []).map(make) : null,
      ...(given.background ? { positionLocked: true, transparentPixelsLocked: true } : {}),
    });
  };
  const layers = (recipe.layers ?? [{ name: 'Background', background: true }]).map(make);
  return new DocumentModel(
    facts,
    {
      layers,
      activeLayers: layers[0] ? [layers[0].id] : [],
      selection: null,
      channels: {},
      metadata: recipe.metadata ?? '',
    },
    host.nextId,
    host.rules.historyLimit,
  );
}

export function plane(width: number, height: number, value: (x: number, y: number) => number): Mask {
  return Uint8Array.from({ length: width * height }, (_, i) => value(i % width, Math.floor(i / width)));
}

function paintPixels(
  facts: Pick<DocumentModel['facts'], 'width' | 'height' | 'depth' | 'mode' | 'space'>,
  paint: NonNullable<LayerRecipe['paint']>,
): Raster {
  const { width, height, depth, mode } = facts;
  const Samples = depth === 8 ? Uint8Array : Uint16Array;
  const factor = depth === 8 ? 1 : 257;
  const data = new Samples(width * height * 3);
  const alpha = new Samples(width * height);
  let opaque = true;
  for (let i = 0; i < width * height; i++) {
    const color = paint(i % width, Math.floor(i / width));
    if (!color) {
      opaque = false;
      continue;
    }
    alpha[i] = 255 * factor;
    const grey = mode === 'Grayscale' && 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2];
    for (let c = 0; c < 3; c++)
      data[i * 3 + c] = Math.min(255, Math.max(0, grey === false ? color[c]! : grey)) * factor;
  }
  const raster = { width, height, data, space: mode === 'RGB' ? facts.space : SRGB };
  return opaque ? raster : { ...raster, alpha };
}
