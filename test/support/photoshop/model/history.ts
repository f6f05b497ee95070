import type { DocumentState } from './state.ts';

export interface HistoryEntry {
  readonly id: number;
  readonly name: string;
  state: DocumentState;
}

/**
 * The states of one document. While it is suspended, changes make no states; afterwards they are one, or none
 * [DOC executeasmodal.md, "History state suspension"].
 */
export class History {
  #entries: HistoryEntry[];
  #current = 0;
  #live: DocumentState;
  #suspended: DocumentState | null = null;

  constructor(
    opened: DocumentState,
    private readonly nextId: () => number,
    private readonly limit: number,
  ) {
    this.#live = opened;
    this.#entries = [{ id: nextId(), name: 'Open', state: opened }];
  }

  get state(): DocumentState {
    return this.#live;
  }

  get entries(): readonly HistoryEntry[] {
    return this.#entries;
  }

  get current(): HistoryEntry {
    return this.#entries[this.#current]!;
  }

  get suspended(): boolean {
    return this.#suspended !== null;
  }

  /** @param name of the new state; null for changes that make none, such as choosing a layer */
  change(name: string | null, state: DocumentState): void {
    this.#live = state;
    if (this.#suspended !== null) return;
    if (name === null) this.current.state = state;
    else this.#add(name);
  }

  /** Goes to a state; those after it stay until something else is done. */
  goTo(id: number): boolean {
    const index = this.#entries.findIndex((entry) => entry.id === id);
    if (index < 0) return false;
    this.#current = index;
    this.#live = this.current.state;
    return true;
  }

  suspend(): void {
    this.#suspended ??= this.#live;
  }

  /** A state is made only if the document was changed [DOC]. */
  resume(commit: boolean, name: string): void {
    const before = this.#suspended;
    if (before === null) return;
    this.#suspended = null;
    if (!commit) this.#live = before;
    else if (this.#live !== before) this.#add(name);
  }

  #add(name: string): void {
    this.#entries = [
      ...this.#entries.slice(0, this.#current + 1),
      { id: this.nextId(), name, state: this.#live },
    ];
    // The oldest fall off.
    this.#entries = this.#entries.slice(-this.limit);
    this.#current = this.#entries.length - 1;
  }
}
