import type { Applied, Place } from '#panel/document-host.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { type HostMaskedPart, splitHostMasks } from '../camera-raw/split-host-masks.ts';
import { deleteChannel, loadSelection, saveSelection } from '../commands/channels.ts';
import { deleteLayer, maskFromSelection, selectLayer } from '../commands/layers.ts';
import { deselect, invertSelection, selectPart } from '../commands/selection.ts';
import type { ModalScope } from '../host/modal.ts';
import type { PhotoshopDocument } from '../host/photoshop.ts';
import { addFilter, type OwnFilter } from './apply-filter.ts';
import { copyAsSmartObject, isSingleLayer, makeSmart, stampOnTop } from './stamp.ts';

export interface EditPlan {
  readonly place: Place;
  /** Masks as fractions of the canvas. */
  readonly settings: Settings;
  /** The layer that was active before anything of ours. */
  readonly source: number;
  /** The selection becomes the mask of the edit's layer. */
  readonly here: boolean;
}

/** A filter of ours and whether its layer is ours too, to be taken away with it. */
export interface PlacedFilter extends OwnFilter {
  readonly ownLayer: boolean;
}

export interface PlacedEdit {
  readonly filters: readonly PlacedFilter[];
  readonly differences: Applied['differences'];
  readonly notes: readonly string[];
}

/** Name of the alpha channel that keeps the selection while we work; it is gone afterwards. */
const KEPT_SELECTION = 'RetouchIQ selection';

/**
 * Puts an edit into the document: one smart object with one Camera Raw filter, and one more for each part of the
 * picture that only Photoshop itself can find (a layer has one filter mask for its whole stack).
 */
export async function placeEdit(
  scope: ModalScope,
  document: PhotoshopDocument,
  plan: EditPlan,
): Promise<PlacedEdit> {
  const { global, parts, unsupported, replaced } = splitHostMasks(plan.settings);
  const selected = document.selection?.bounds != null;
  const here = plan.here && selected;
  if (selected) {
    await scope.play(saveSelection(KEPT_SELECTION));
    // It would mask every filter of the layer.
    await scope.play(deselect());
  }

  const notes = [
    ...unsupported.map(({ name, why }) => `${name} was left out: ${why}.`),
    ...replaced.map(({ name, why }) => `${name}: ${why}.`),
  ];
  const layerId = await makeTarget(scope, document, plan);
  if (here) await maskBySelection(scope, layerId);
  const applied = await addFilter(scope, layerId, global);
  const ownLayer = plan.place === 'new-layer';
  const filters: PlacedFilter[] = [{ ...applied.filter, ownLayer }];
  const differences = [...applied.differences];
  notes.push(...applied.notes);

  for (const part of parts) {
    const placed = await placePart(scope, document, part);
    if (typeof placed === 'string') notes.push(placed);
    else {
      filters.push({ ...placed.filter, ownLayer: true });
      differences.push(...placed.differences);
      notes.push(...placed.notes);
    }
  }
  await scope.play(selectLayer(layerId));
  if (selected) {
    // One that became a mask has done its work; any other is the person's still.
    if (!here) await scope.play(loadSelection(KEPT_SELECTION));
    await scope.play(deleteChannel(KEPT_SELECTION));
  }
  return { filters, differences, notes };
}

async function makeTarget(
  scope: ModalScope,
  document: PhotoshopDocument,
  { place, source }: EditPlan,
): Promise<number> {
  if (place === 'new-layer')
    return isSingleLayer(document) ? copyAsSmartObject(scope, document, source) : stampOnTop(scope, document);
  await scope.play(selectLayer(source));
  return makeSmart(scope, document);
}

async function maskBySelection(scope: ModalScope, layerId: number): Promise<void> {
  await scope.play(selectLayer(layerId));
  await scope.play(loadSelection(KEPT_SELECTION));
  await scope.play(maskFromSelection());
  await scope.play(deselect());
}

/** @returns a sentence when Photoshop finds no such part: then nothing of it stays in the document */
async function placePart(scope: ModalScope, document: PhotoshopDocument, part: HostMaskedPart) {
  const layerId = await stampOnTop(scope, document);
  try {
    await scope.play(selectPart(part.find));
    if (part.inverted) await scope.play(invertSelection());
    await scope.play(maskFromSelection());
    await scope.play(deselect());
  } catch (error) {
    scope.check();
    if (RetouchError.isInstance(error) && error.code === 'cancelled') throw error;
    await scope.play(deleteLayer(layerId));
    return `Photoshop found no ${part.find} in this picture, so ${part.name} was left out.`;
  }
  return addFilter(scope, layerId, part.settings);
}
