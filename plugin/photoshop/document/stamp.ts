import {
  deleteLayer,
  duplicateActiveLayer,
  makeLayer,
  moveToTop,
  renameLayer,
  selectLayer,
  stampVisible,
  toSmartObject,
} from '../commands/layers.ts';
import { layerById, onlyActiveLayer } from '../host/documents.ts';
import type { ModalScope } from '../host/modal.ts';
import type { PhotoshopDocument } from '../host/photoshop.ts';
import { isAdjustment } from './snapshot.ts';

/** No words of the person: a layer's name goes with the file. */
export const LAYER_NAME = 'RetouchIQ edit';

/**
 * A new smart object above everything that shows what is visible now.
 *
 * @returns its id
 */
export async function stampOnTop(scope: ModalScope, document: PhotoshopDocument): Promise<number> {
  await scope.play(makeLayer(LAYER_NAME));
  const empty = onlyActiveLayer(document).id;
  await scope.play(moveToTop(empty));
  await scope.play(stampVisible());
  const stamp = onlyActiveLayer(document).id;
  // Some hosts stamp into the empty layer, others into one of their own above it.
  if (stamp !== empty && layerById(document, empty) !== undefined) {
    await scope.play(deleteLayer(empty));
    await scope.play(selectLayer(stamp));
  }
  return makeSmart(scope, document, LAYER_NAME);
}

/** A copy of one layer as a smart object, above it. @returns its id */
export async function copyAsSmartObject(
  scope: ModalScope,
  document: PhotoshopDocument,
  layerId: number,
): Promise<number> {
  await scope.play(selectLayer(layerId));
  await scope.play(duplicateActiveLayer(LAYER_NAME));
  return makeSmart(scope, document, LAYER_NAME);
}

/** The active layer as a smart object; one that is one already stays as it is. @returns the id, which changes */
export async function makeSmart(
  scope: ModalScope,
  document: PhotoshopDocument,
  name?: string,
): Promise<number> {
  const layer = onlyActiveLayer(document);
  if (layer.kind !== 'smartObject') await scope.play(toSmartObject());
  const made = onlyActiveLayer(document);
  if (name !== undefined && made.name !== name) await scope.play(renameLayer(made.id, name));
  return made.id;
}

/**
 * Whether one layer is all that is seen, so that a copy of it on top looks the same; otherwise what is visible is stamped.
 * A copy would blend, or cover, a second time.
 */
export function isSingleLayer(document: PhotoshopDocument): boolean {
  const only = document.layers[0];
  if (only === undefined || document.layers.length > 1) return false;
  const drawn = only.kind !== 'group' && !isAdjustment(only.kind);
  return drawn && only.opacity === 100 && only.blendMode === 'normal';
}
