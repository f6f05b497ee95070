import type { DocumentFacts } from '../document-host.ts';
import type { Host } from '../host.ts';
import { carryOptions, INITIAL_DOCUMENT } from '../state/document.ts';
import { INITIAL_STATE, type State } from '../state/state.ts';
import { createController } from './controller.ts';
import { createDocumentControl } from './document-control.ts';
import { followChoice } from './follow-choice.ts';
import type { PanelParts } from './panel-context.ts';
import { PictureBook } from './picture-book.ts';
import { createStore } from './store.ts';

/** A document's own work, its pictures and what can be done to it. */
export interface Desk extends PanelParts {
  /** The document's id; 0 when none is open. */
  readonly key: number;
}

/** Documents whose pictures are kept; those of the others are rendered again when they come back. */
const WITH_PICTURES = 3;
/** Documents whose work is kept; ids are never used twice while the program runs. */
const KEPT = 32;

/** One desk per document: switching documents leaves the work on each as it was, and what runs on one goes on there. */
export class Desks {
  readonly #host: Host;
  /** The newest last. */
  readonly #desks = new Map<number, Desk>();
  readonly #stops = new Map<number, () => void>();
  #current: Desk;

  constructor(host: Host) {
    this.#host = host;
    this.#current = this.#take(0);
  }

  get current(): Desk {
    return this.#current;
  }

  /** Brings the desk of the document that the host tells of to the front. */
  tell(facts: DocumentFacts | null): Desk {
    this.#current = this.#take(facts?.id ?? 0);
    this.#current.store.dispatch({ type: 'document-told', facts });
    this.#tidy();
    return this.#current;
  }

  #take(key: number): Desk {
    const desk = this.#desks.get(key) ?? this.#set(key);
    this.#desks.delete(key);
    this.#desks.set(key, desk);
    return desk;
  }

  #set(key: number): Desk {
    const host = this.#host;
    const { document } = host;
    if (document === undefined) throw new TypeError('Cannot keep desks for a host without documents');
    const store = createStore(freshState(this.#current?.store.getState()));
    const book = new PictureBook(host);
    const isActive = () => this.#current.key === key;
    const control = createDocumentControl({ document, store, isActive });
    const controller = createController(host, store, book, control);
    this.#stops.set(key, followChoice(store, control, isActive));
    return { key, host, store, book, controller, control };
  }

  #tidy(): void {
    const keys = [...this.#desks.keys()].reverse();
    for (const key of keys.slice(WITH_PICTURES)) this.#desks.get(key)?.book.clear();
    for (const key of keys.slice(KEPT)) {
      this.#stops.get(key)?.();
      this.#stops.delete(key);
      this.#desks.delete(key);
    }
  }
}

/** A document begins empty, with what is the same for all of them. */
function freshState(before: State | undefined): State {
  const { connection, about } = before ?? INITIAL_STATE;
  const options = carryOptions(before?.document?.options ?? INITIAL_DOCUMENT.options);
  return { ...INITIAL_STATE, connection, about, document: { ...INITIAL_DOCUMENT, options } };
}
