import { runInTurns } from '#image/steps.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { type ColorLookup, colorLookup } from '../camera-raw/color-lookup.ts';
import { spatialParts, tableSpaceOf } from '../camera-raw/color-table.ts';
import { makeAdjustment, setAdjustment } from '../commands/adjustment.ts';
import { selectLayer } from '../commands/layers.ts';
import { deselect } from '../commands/selection.ts';
import type { ModalScope } from '../host/modal.ts';
import type { PhotoshopDocument } from '../host/photoshop.ts';
import { LAYER_NAME } from './stamp.ts';
import type { DocumentMemory } from './standing.ts';

/** Why a Color Lookup layer cannot hold the edit in this document, and what to do; null when it can. */
export function refuseColorLookup(document: PhotoshopDocument, settings: Settings): string | null {
  const { mode, colorProfileName } = document;
  if (mode !== 'RGBColorMode' || tableSpaceOf(colorProfileName) === undefined)
    return `A Color Lookup layer works on the numbers of the document, and “${colorProfileName || mode}” is not known here: keep the edit as a smart filter`;
  const spatial = spatialParts(settings);
  return spatial.length === 0
    ? null
    : `A Color Lookup layer changes colors only and cannot hold ${spatial.join(', ')}: keep the edit as a smart filter`;
}

/**
 * The table of an edit, made before Photoshop is held.
 *
 * @throws RetouchError `bad-request` where `refuseColorLookup` has a reason
 */
export async function prepareColorLookup(
  document: PhotoshopDocument,
  looked: DocumentMemory['looked'],
  settings: Settings,
  breathe: (() => Promise<void>) | undefined,
): Promise<ColorLookup> {
  const space = tableSpaceOf(document.colorProfileName);
  const refusal = refuseColorLookup(document, settings);
  if (refusal !== null || space === undefined) throw new RetouchError('bad-request', refusal ?? '');
  if (looked === null) throw new RetouchError('not-found', 'Read the document anew first');
  const photo = embeddedRenderer.open(looked.raster);
  return runInTurns(colorLookup(settings, photo, space, LAYER_NAME), breathe);
}

/** An adjustment layer above all others; where the selection is, if that is wanted. */
export async function placeColorLookup(
  scope: ModalScope,
  document: PhotoshopDocument,
  { make, fill }: ColorLookup,
  here: boolean,
): Promise<void> {
  if (!here && document.selection?.bounds != null) await scope.play(deselect());
  const top = document.layers[0];
  if (top !== undefined) await scope.play(selectLayer(top.id));
  await scope.play(makeAdjustment(make));
  await scope.play(setAdjustment(fill));
}
