import type { Descriptor } from '../../../../plugin/photoshop/host/photoshop.ts';
import type { Rules } from '../rules.ts';
import type { DocumentModel } from './document.ts';

/** What a test lets happen just before the host does something; may be slow. */
export type Fate = (what: {
  readonly command: string;
  readonly descriptor: Descriptor;
}) => void | Promise<void>;

/** Everything that the parts of the double share. */
export class Host {
  documents: DocumentModel[] = [];
  active: DocumentModel | null = null;
  /** Image data that was not disposed of. */
  readonly buffers = new Set<object>();
  /** What the plug-in did that a host would not forgive, or that leaves something behind. */
  readonly problems: string[] = [];
  /** What Photoshop itself may have shown to the person. */
  readonly dialogs: string[] = [];
  /** Every command that was played, in order. */
  readonly played: Descriptor[] = [];
  fates: Fate[] = [];
  /** Set by the modal part. */
  modal: { depth: number; cancelled: boolean } = { depth: 0, cancelled: false };
  listeners: { events: readonly string[]; listener: (event: string, descriptor: Descriptor) => void }[] = [];
  #lastId = 100;

  constructor(readonly rules: Rules) {}

  readonly nextId = (): number => ++this.#lastId;

  document(id: number): DocumentModel | undefined {
    return this.documents.find((document) => document.id === id);
  }

  close(document: DocumentModel): void {
    this.documents = this.documents.filter((one) => one !== document);
    if (this.active === document)
      this.active = this.documents.filter((one) => !one.facts.temporary).at(-1) ?? null;
    this.notify('close', { documentID: document.id });
  }

  /** Silenced while a scope is open, but for the scope's own events [DOC executeasmodal.md, "Notifications"]. */
  notify(event: string, descriptor: Descriptor): void {
    if (this.modal.depth > 0 && !event.startsWith('modalJavaScriptScope')) return;
    for (const { events, listener } of [...this.listeners])
      if (events.includes(event) || events.includes('all')) listener(event, { _obj: event, ...descriptor });
  }

  async meet(command: string, descriptor: Descriptor = {}): Promise<void> {
    for (const fate of [...this.fates]) await fate({ command, descriptor });
  }
}

/** A modifying call outside of a modal scope [DOC executeasmodal.md]. */
export function modalError(what: string): Error {
  return new Error(
    `Event: ${what} may modify the state of Photoshop. Such events are only allowed from inside a modal scope`,
  );
}

export function requireModal(host: Host, what: string): void {
  if (host.modal.depth === 0) throw modalError(what);
  // After a cancellation everything throws [DOC executeasmodal.md, "User cancellation"].
  if (host.modal.cancelled) throw new Error('User canceled the operation');
}
