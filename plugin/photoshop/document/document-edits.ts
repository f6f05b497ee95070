import type { Applied, CommitEdit, DocumentEdit } from '#panel/document-host.ts';
import { RetouchError } from '#wire/error.ts';
import type { ColorLookup } from '../camera-raw/color-lookup.ts';
import { canvasOf, moveMasks } from '../camera-raw/move-masks.ts';
import { activeDocument, documentById } from '../host/documents.ts';
import { currentState, goToState, hasState } from '../host/history.ts';
import type { ModalScope, RunModal } from '../host/modal.ts';
import type { Photoshop, PhotoshopDocument } from '../host/photoshop.ts';
import { changeInPlace } from './change-in-place.ts';
import { placeColorLookup, prepareColorLookup } from './color-lookup.ts';
import { forgetRecord, keepRecord } from './keep-record.ts';
import { type PlacedEdit, placeEdit } from './place-edit.ts';
import { type DocumentMemory, relationOf, type Standing } from './standing.ts';
import { takeOut } from './take-out.ts';
import { saidOf, stateName } from './words.ts';

export interface EditParts {
  readonly photoshop: Photoshop;
  readonly run: RunModal;
  readonly memory: (documentId: number) => DocumentMemory;
  /** ISO 8601 */
  readonly now: () => string;
  /** Lets Photoshop have its turn during long work. */
  readonly breathe?: () => Promise<void>;
}

/** What a step of ours left in the document. */
interface Step extends PlacedEdit {
  readonly source: number;
}

/** From where a step starts: what stands there and cannot be rewound, and the person's own active layer. */
interface Start {
  readonly buried: Standing | null;
  readonly source: number;
}

interface Replaced {
  readonly step: Step;
  /** The state before it. */
  readonly before: number;
  /** What stood there and could not be rewound. */
  readonly buried: Standing | null;
  readonly notes: readonly string[];
}

const WORKED_MEANWHILE =
  'You worked in the document meanwhile, so nothing was taken back: this is a step on top.';

/**
 * Tries, commits and takes out alternatives. One alternative stands in a document at most; another one takes its place
 * by going back to the state before it. Where the person went on working on top of it, nothing is rewound: its filter
 * is changed where it stands. Whatever fails or is cancelled leaves the document as it was.
 */
export class DocumentEdits {
  readonly #parts: EditParts;

  constructor(parts: EditParts) {
    this.#parts = parts;
  }

  /** @throws RetouchError `busy`, `cancelled`, `not-found`, or `internal` with what the host refused */
  async tryOut(edit: DocumentEdit, signal: AbortSignal): Promise<Applied> {
    return this.#replacing(edit.document, 'Showing an alternative', signal, async (scope, document) => {
      const memory = this.#parts.memory(document.id);
      const { step, before, buried, notes } = await this.#replaceStanding(
        scope,
        document,
        `RetouchIQ: ${stateName(edit.title)}`,
        (start) => this.#place(scope, document, edit, start),
      );
      memory.standing = {
        editId: edit.id,
        before: buried === null ? before : null,
        state: currentState(document),
        place: edit.place,
        source: step.source,
        filters: step.filters,
      };
      return { said: saidOf(edit, 'Shows'), differences: step.differences, notes: [...notes, ...step.notes] };
    });
  }

  /** The same as one history state that is named after the instruction, with the settings kept in the metadata. */
  async commit(edit: CommitEdit, signal: AbortSignal): Promise<Applied> {
    const at = this.#parts.now();
    const lookup = edit.form === 'color-lookup' ? await this.#table(edit) : undefined;
    return this.#replacing(edit.document, 'Committing an edit', signal, async (scope, document) => {
      const memory = this.#parts.memory(document.id);
      const name = stateName(edit.instruction === '' ? edit.title : edit.instruction);
      const { step, before, notes } = await this.#replaceStanding(scope, document, name, async (start) => {
        const placed =
          lookup === undefined
            ? await this.#place(scope, document, edit, start)
            : await placeLookup(scope, document, lookup, edit.here, start);
        return { ...placed, notes: [...placed.notes, ...(await keepRecord(scope, document, edit, at))] };
      });
      memory.standing = null;
      memory.committed = { before, state: currentState(document), at };
      const said =
        lookup === undefined ? saidOf(edit, 'Added') : 'Added one Color Lookup adjustment layer on top.';
      return { said, differences: step.differences, notes: [...notes, ...step.notes] };
    });
  }

  /** Takes the alternative out that stands in the document; nothing happens when none does. */
  async discard(documentId: number): Promise<void> {
    const memory = this.#parts.memory(documentId);
    await this.#inDocument(documentId, 'Taking an alternative out', undefined, async (scope, document) => {
      const { standing } = memory;
      const relation = relationOf(document, standing);
      if (relation === 'shown') rewind(document, standing);
      if (standing !== null && relation === 'buried')
        await scope.asOneState(document.id, 'RetouchIQ: discard', () => takeOut(scope, document, standing));
      memory.standing = null;
    });
  }

  /** The document as it was before the alternative, or with it again. Neither makes a history state. */
  async showBefore(documentId: number, before: boolean): Promise<void> {
    await this.#inDocument(documentId, 'Before and after', undefined, async (_scope, document) => {
      const { standing } = this.#parts.memory(document.id);
      const relation = relationOf(document, standing);
      if (standing === null) return;
      if (before && relation === 'shown') rewind(document, standing);
      if (!before && relation === 'hidden') goToState(document, standing.state);
      if (before && relation === 'buried')
        throw new RetouchError(
          'bad-request',
          'You worked on top of the alternative: hide its layer or filter in the Layers panel to see the picture before',
        );
    });
  }

  /** Takes the newest commit back. @throws RetouchError `bad-request` when something was done after it */
  async undo(documentId: number): Promise<string> {
    return this.#inDocument(documentId, 'Undoing an edit', undefined, async (scope, document) => {
      const memory = this.#parts.memory(document.id);
      if (!canUndo(document, memory) || memory.committed === null)
        throw new RetouchError(
          'bad-request',
          'You worked in the document after that edit: use Edit > Undo or the History panel',
        );
      const { before, at } = memory.committed;
      goToState(document, before);
      memory.committed = null;
      await forgetRecord(scope, document, at);
      return 'Took the edit back; Edit > Redo brings it again.';
    });
  }

  /**
   * Goes back to before the standing alternative, if that loses nothing, and does `work` as one state.
   */
  async #replaceStanding(
    scope: ModalScope,
    document: PhotoshopDocument,
    name: string,
    work: (start: Start) => Promise<Step>,
  ): Promise<Replaced> {
    const memory = this.#parts.memory(document.id);
    const { standing } = memory;
    const relation = relationOf(document, standing);
    // Which layer is active is the person's choice of now, not of the state that is gone back to.
    const source = sourceLayer(document, standing);
    if (relation === 'shown') rewind(document, standing);
    const buried = relation === 'buried' ? standing : null;
    const before = currentState(document);
    const step = await scope.asOneState(document.id, name, () => work({ buried, source }));
    return { step, before, buried, notes: buried === null ? [] : [WORKED_MEANWHILE] };
  }

  /** A modal scope whose failure leaves the document as it was, with the alternative that stood in it. */
  async #replacing<T>(
    documentId: number,
    name: string,
    signal: AbortSignal,
    work: (scope: ModalScope, document: PhotoshopDocument) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#inDocument(documentId, name, signal, work);
    } catch (error) {
      await this.#showAgain(documentId);
      throw error;
    }
  }

  /** In a scope of its own: in one that was cancelled nothing can be done any more. Never throws. */
  async #showAgain(documentId: number): Promise<void> {
    const memory = this.#parts.memory(documentId);
    const { standing } = memory;
    if (standing === null) return;
    await this.#inDocument(documentId, 'Showing it again', undefined, async (_scope, document) => {
      // States ahead may be lost by what was begun: then the document simply is as before the trial.
      if (relationOf(document, standing) === 'hidden' && !goToState(document, standing.state))
        memory.standing = null;
    }).catch(() => {
      // The document was closed or left: there is nothing to show.
    });
  }

  async #place(
    scope: ModalScope,
    document: PhotoshopDocument,
    edit: DocumentEdit,
    { buried, source }: Start,
  ): Promise<Step> {
    const { looked } = this.#parts.memory(document.id);
    const { place, here } = edit;
    const settings =
      looked === null ? edit.settings : moveMasks(edit.settings, looked.area, canvasOf(document));
    if (buried !== null) {
      const stays = !here && buried.place === place && (place === 'new-layer' || buried.source === source);
      const changed = stays ? await changeInPlace(scope, document, buried, settings) : undefined;
      if (changed !== undefined) return { ...changed, source };
      await takeOut(scope, document, buried);
    }
    return { ...(await placeEdit(scope, document, { place, here, settings, source })), source };
  }

  #table(edit: CommitEdit): Promise<ColorLookup> {
    const { photoshop, memory, breathe } = this.#parts;
    const document = documentById(photoshop, edit.document);
    return prepareColorLookup(document, memory(edit.document).looked, edit.settings, breathe);
  }

  #inDocument<T>(
    documentId: number,
    name: string,
    signal: AbortSignal | undefined,
    work: (scope: ModalScope, document: PhotoshopDocument) => Promise<T>,
  ): Promise<T> {
    const { photoshop, run } = this.#parts;
    return run({ name, ...(signal === undefined ? {} : { signal }) }, async (scope) => {
      const document = documentById(photoshop, documentId);
      // Commands speak to the document in front, and nobody is pulled back to one that they have left.
      if (activeDocument(photoshop)?.id !== documentId)
        throw new RetouchError('cancelled', 'Another document came to the front: go back to the first one');
      return work(scope, document);
    });
  }
}

/** Whether the newest commit can be taken back: nothing was done to the document after it. */
export function canUndo(document: PhotoshopDocument, { committed }: DocumentMemory): boolean {
  return (
    committed !== null && currentState(document) === committed.state && hasState(document, committed.before)
  );
}

async function placeLookup(
  scope: ModalScope,
  document: PhotoshopDocument,
  lookup: ColorLookup,
  here: boolean,
  { buried, source }: Start,
): Promise<Step> {
  if (buried !== null) await takeOut(scope, document, buried);
  await placeColorLookup(scope, document, lookup, here);
  return { filters: [], differences: [], notes: [], source };
}

/** The person's own active layer: never one of the alternative that stands there. */
function sourceLayer(document: PhotoshopDocument, standing: Standing | null): number {
  const active = document.activeLayers[0] ?? document.layers[0];
  if (active === undefined) throw new RetouchError('bad-request', 'This document has no layer');
  const ours = standing?.filters.some(({ layerId }) => layerId === active.id) === true;
  return ours && standing !== null ? standing.source : active.id;
}

function rewind(document: PhotoshopDocument, standing: Standing | null): void {
  if (standing !== null && standing.before !== null) goToState(document, standing.before);
}
