import type { Look } from '#panel/document-host.ts';
import { RetouchError } from '#wire/error.ts';
import { canvasOf, type Rectangle } from '../camera-raw/move-masks.ts';
import { listed, onlyActiveLayer } from '../host/documents.ts';
import { goToState } from '../host/history.ts';
import type { ModalScope } from '../host/modal.ts';
import type { Layer, List, Photoshop, PhotoshopDocument } from '../host/photoshop.ts';
import { type ReadPixels, readPixels } from './read-pixels.ts';
import { relationOf, type Standing } from './standing.ts';
import { takeOut } from './take-out.ts';

/** What was looked at: enough to look at the same again, also on a copy of the document. */
export interface Looked {
  readonly documentId: number;
  /** Part of the canvas, px. */
  readonly area: Rectangle;
  /** Indices from the top level down to the one layer that was looked at; null for everything visible. */
  readonly layerPath: readonly number[] | null;
}

/** Decides what is looked at. @throws RetouchError `bad-request` when there is no such thing now */
export function lookAt(document: PhotoshopDocument, look: Look): Looked {
  const documentId = document.id;
  if (look === 'layer') {
    const layer = onlyActiveLayer(document);
    const area = within(layer.bounds, canvasOf(document));
    return { documentId, area, layerPath: pathTo(document.layers, layer.id) };
  }
  if (look === 'document') return { documentId, area: canvasOf(document), layerPath: null };
  const bounds = document.selection?.bounds;
  if (bounds == null) throw new RetouchError('bad-request', 'Select a part of the picture first');
  return { documentId, area: within(bounds, canvasOf(document)), layerPath: null };
}

/** The pixels of it, and the part of it that they show. The document may be a copy of the one that was looked at. */
export async function pixelsOf(
  photoshop: Photoshop,
  document: PhotoshopDocument,
  { area, layerPath }: Looked,
  edge: number,
): Promise<ReadPixels> {
  const layer = layerPath === null ? null : layerAt(document, layerPath);
  return readPixels(photoshop, {
    document,
    ...(layer === null ? {} : { layerId: layer.id }),
    bounds: area,
    edge,
  });
}

/** Does `work` on the document as it is without the alternative that is being tried, which stands there again after. */
export async function withoutTrial<T>(
  document: PhotoshopDocument,
  standing: Standing | null,
  scope: ModalScope,
  work: () => Promise<T>,
): Promise<T> {
  const relation = relationOf(document, standing);
  if (standing !== null && relation === 'buried')
    return scope.andTakeBack(document.id, async () => {
      await takeOut(scope, document, standing);
      return work();
    });
  if (standing === null || standing.before === null || relation !== 'shown') return work();
  goToState(document, standing.before);
  try {
    scope.check();
    return await work();
  } finally {
    goToState(document, standing.state);
  }
}

/** @throws RetouchError `not-found` when the layers are arranged otherwise by now */
export function layerAt(document: PhotoshopDocument, path: readonly number[]): Layer {
  let layers: List<Layer> | null | undefined = document.layers;
  let found: Layer | undefined;
  for (const index of path) {
    found = layers?.[index];
    layers = found?.layers;
  }
  if (found === undefined) throw new RetouchError('not-found', 'The layer is not there any more');
  return found;
}

function pathTo(layers: List<Layer>, id: number): readonly number[] | null {
  for (const [index, layer] of listed(layers).entries()) {
    if (layer.id === id) return [index];
    const inside = layer.layers == null ? null : pathTo(layer.layers, id);
    if (inside !== null) return [index, ...inside];
  }
  return null;
}

/** Layers may reach beyond the canvas; what is there is not seen. */
function within(bounds: Rectangle, canvas: Rectangle): Rectangle {
  const area = {
    left: Math.max(bounds.left, canvas.left),
    top: Math.max(bounds.top, canvas.top),
    right: Math.min(bounds.right, canvas.right),
    bottom: Math.min(bounds.bottom, canvas.bottom),
  };
  if (area.right <= area.left || area.bottom <= area.top)
    throw new RetouchError(
      'bad-photo',
      'There are no pixels on the canvas: is the layer empty or outside of it?',
    );
  return area;
}
