import { deleteLayer } from '../commands/layers.ts';
import { layerById } from '../host/documents.ts';
import type { ModalScope } from '../host/modal.ts';
import type { PhotoshopDocument } from '../host/photoshop.ts';
import { removeFilter } from './apply-filter.ts';
import type { Standing } from './standing.ts';

/** Removes what stands there, and nothing else: our filters, and the layers that were made for them. */
export async function takeOut(
  scope: ModalScope,
  document: PhotoshopDocument,
  { filters }: Standing,
): Promise<void> {
  for (const filter of filters) {
    if (layerById(document, filter.layerId) === undefined) continue;
    if (filter.ownLayer) await scope.play(deleteLayer(filter.layerId));
    else await removeFilter(scope, filter);
  }
}
