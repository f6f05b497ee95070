import { RetouchError } from '#wire/error.ts';
import type { Layer, List, Photoshop, PhotoshopDocument } from './photoshop.ts';

/** The document in front, or null; some hosts throw where none is open. */
export function activeDocument({ app }: Photoshop): PhotoshopDocument | null {
  try {
    return app.activeDocument ?? null;
  } catch {
    return null;
  }
}

/** @throws RetouchError `not-found` when it was closed */
export function documentById(photoshop: Photoshop, id: number): PhotoshopDocument {
  const found = listed(photoshop.app.documents).find((document) => document.id === id);
  if (found === undefined)
    throw new RetouchError('not-found', 'The document was closed: open it again and read it anew');
  return found;
}

/** Photoshop's collections cannot be iterated. */
export function listed<T>(list: List<T>): readonly T[] {
  return Array.from({ length: list.length }, (_, index) => list[index]!);
}

/** A layer wherever it is, inside of groups too. */
export function layerById(document: PhotoshopDocument, id: number): Layer | undefined {
  return find(document.layers, id);
}

function find(layers: List<Layer>, id: number): Layer | undefined {
  for (const layer of listed(layers)) {
    if (layer.id === id) return layer;
    const inside = layer.layers === undefined || layer.layers === null ? undefined : find(layer.layers, id);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** @throws RetouchError `bad-request` unless exactly one layer is active */
export function onlyActiveLayer(document: PhotoshopDocument): Layer {
  const [layer, ...others] = listed(document.activeLayers);
  if (layer === undefined || others.length > 0)
    throw new RetouchError('bad-request', 'Select one layer in the Layers panel');
  return layer;
}
