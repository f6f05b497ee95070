import type { DocumentFacts, LookChoice } from '#panel/document-host.ts';
import { RetouchError } from '#wire/error.ts';
import { readFilters } from '../camera-raw/filters.ts';
import { readSmartObject } from '../commands/filters.ts';
import { readMasks } from '../commands/layers.ts';
import { readMetadata } from '../commands/metadata.ts';
import { activeDocument } from '../host/documents.ts';
import type { Photoshop, PhotoshopDocument } from '../host/photoshop.ts';
import { play } from '../host/play.ts';
import { canUndo } from './document-edits.ts';
import { readRecord } from './document-record.ts';
import { documentRefusal, placesFor } from './places.ts';
import {
  chosenLayers,
  type DocumentSnapshot,
  type LayerDetails,
  snapshotOf,
  type Trial,
} from './snapshot.ts';
import { type DocumentMemory, relationOf, type Standing, stateWithoutTrial } from './standing.ts';

/** The active document as the panel sees it; only reads. Null without a document. */
export async function describeDocument(
  photoshop: Photoshop,
  memory: (documentId: number) => DocumentMemory,
): Promise<DocumentFacts | null> {
  const document = activeDocument(photoshop);
  if (document === null) return null;
  const remembered = memory(document.id);
  const trial = trialOf(remembered.standing);
  const details = await layerDetails(photoshop, document, trial);
  const snapshot = snapshotOf(document, details, trial);
  const relation = relationOf(document, remembered.standing);
  const stands = relation === 'shown' || relation === 'hidden' || relation === 'buried';
  return {
    id: document.id,
    title: document.title,
    layer: snapshot.layer?.name ?? null,
    hasSelection: snapshot.selection !== null,
    looks: looksOf(snapshot, stateWithoutTrial(document, remembered.standing)),
    places: placesFor(snapshot),
    refusal: documentRefusal(snapshot),
    tried: stands ? (remembered.standing?.editId ?? null) : null,
    committed: await committedEdits(photoshop, document),
    canUndo: canUndo(document, remembered),
  };
}

function looksOf(snapshot: DocumentSnapshot, state: number): readonly LookChoice[] {
  const { layer, selection, anythingVisible } = snapshot;
  const nothing = anythingVisible ? null : 'Nothing is visible in this document: show a layer first';
  const area = selection && [selection.left, selection.top, selection.right, selection.bottom].join(' ');
  return [
    { look: 'document', label: 'Whole document', mark: `${state}`, refusal: nothing },
    {
      look: 'layer',
      label: layer === null ? 'Layer' : `Layer “${layer.name}”`,
      mark: `${state} ${layer?.id ?? ''}`,
      refusal: layerRefusal(layer),
    },
    {
      look: 'selection',
      label: 'Selection',
      mark: `${state} ${area ?? ''}`,
      refusal: selection === null ? 'Select a part of the picture first' : nothing,
    },
  ];
}

function layerRefusal(layer: DocumentSnapshot['layer']): string | null {
  if (layer === null) return 'Select one layer in the Layers panel';
  if (layer.empty) return `“${layer.name}” is empty`;
  return null;
}

function trialOf(standing: Standing | null): Trial | null {
  if (standing === null) return null;
  const own = standing.filters.filter(({ ownLayer }) => ownLayer).map(({ layerId }) => layerId);
  return { layers: new Set(own), source: standing.source };
}

/** What cannot be read tells nothing; it must not keep the person from working. */
async function layerDetails(
  photoshop: Photoshop,
  document: PhotoshopDocument,
  trial: Trial | null,
): Promise<LayerDetails | null> {
  const [layer, ...others] = chosenLayers(document, trial);
  if (layer === undefined || others.length > 0) return null;
  const masks = await orNothing(play(photoshop, readMasks(layer.id, document.id)));
  const smart = layer.kind === 'smartObject';
  const filters = smart
    ? readFilters(await orNothing(play(photoshop, readSmartObject(layer.id, document.id)))).length
    : 0;
  return { masks: masks ?? {}, filters };
}

async function committedEdits(photoshop: Photoshop, document: PhotoshopDocument) {
  const reply = await orNothing(play(photoshop, readMetadata(document.id)));
  try {
    return readRecord(reply?.XMPMetadataAsUTF8 ?? '');
  } catch (error) {
    if (RetouchError.isInstance(error)) return [];
    throw error;
  }
}

async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch(() => undefined);
}
