import type { Settings } from '#settings/settings.ts';
import { layerById } from '../host/documents.ts';
import type { ModalScope } from '../host/modal.ts';
import type { PhotoshopDocument } from '../host/photoshop.ts';
import { replaceFilter } from './apply-filter.ts';
import type { PlacedEdit } from './place-edit.ts';
import type { Standing } from './standing.ts';

/**
 * One filter takes new settings where it stands. Undefined when it is not there any more, and for an edit of several
 * layers, which is made anew.
 */
export async function changeInPlace(
  scope: ModalScope,
  document: PhotoshopDocument,
  { filters }: Standing,
  settings: Settings,
): Promise<PlacedEdit | undefined> {
  const [only, ...others] = filters;
  if (only === undefined || others.length > 0 || layerById(document, only.layerId) === undefined)
    return undefined;
  const applied = await replaceFilter(scope, only, settings);
  return (
    applied && {
      filters: [{ ...applied.filter, ownLayer: only.ownLayer }],
      differences: applied.differences,
      notes: applied.notes,
    }
  );
}
