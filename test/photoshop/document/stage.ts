import type { CommitEdit, DocumentEdit } from '#panel/document-host.ts';
import type { Settings } from '#settings/settings.ts';
import { DocumentEdits } from '../../../plugin/photoshop/document/document-edits.ts';
import type { DocumentMemory } from '../../../plugin/photoshop/document/standing.ts';
import { createModalRunner } from '../../../plugin/photoshop/host/modal.ts';
import { createPhotoshop } from '../../support/photoshop/create-photoshop.ts';
import type { DocumentRecipe } from '../../support/photoshop/make-document.ts';
import type { Rules } from '../../support/photoshop/rules.ts';

export const WARM: Settings = { IncrementalTemperature: 20, Exposure2012: 1 };
export const COOL: Settings = { IncrementalTemperature: -25, Contrast2012: 15 };
export const SIGNAL = new AbortController().signal;

/** A document of the double with the plug-in's edits over it. */
export function stage(recipe: DocumentRecipe = {}, rules: Partial<Rules> = {}) {
  const { photoshop, control } = createPhotoshop({ rules });
  const id = control.open(recipe);
  const memories = new Map<number, DocumentMemory>();
  const memory = (documentId: number) => {
    const known = memories.get(documentId) ?? { looked: null, standing: null, committed: null };
    memories.set(documentId, known);
    return known;
  };
  const run = createModalRunner(photoshop);
  const now = () => '2026-11-24T12:00:00Z';
  const edits = new DocumentEdits({ photoshop, run, memory, now });
  const editOf = (settings: Settings, change: Partial<DocumentEdit> = {}): DocumentEdit => ({
    document: id,
    id: JSON.stringify(settings),
    title: 'warmer',
    settings,
    place: 'new-layer',
    here: false,
    ...change,
  });
  const commitOf = (settings: Settings, change: Partial<CommitEdit> = {}): CommitEdit => ({
    ...editOf(settings, change),
    form: 'smart-filter',
    instruction: 'make it warm',
    result: null,
    keepWords: false,
    ...change,
  });
  return { photoshop, control, id, run, memory, edits, editOf, commitOf };
}

/** Two layers, so that what is visible is stamped. */
export const LAYERED: DocumentRecipe = {
  layers: [
    { name: 'Dodge', opacity: 60, paint: () => [140, 140, 140] },
    { name: 'Background', background: true },
  ],
};
