import type {
  Descriptor,
  ExecutionContext,
  HostControl,
  ModalOptions,
  SuspensionId,
} from '../../../plugin/photoshop/host/photoshop.ts';
import { type Host, requireModal } from './model/host.ts';

interface Suspension extends SuspensionId {
  readonly documentId: number;
  readonly name: string;
}

type Work<T> = (context: ExecutionContext, descriptor?: Descriptor) => Promise<T>;

/** `executeAsModal` and what its scopes share [DOC PSD ps-reference/media/executeasmodal.md]. */
export class Modal {
  /** Who else holds Photoshop; null when nobody does. */
  #holder: string | null = null;
  #waiting: (() => void)[] = [];
  #suspensions: Suspension[] = [];
  #closing = new Set<number>();
  #contexts: { onCancel: (() => void) | undefined }[] = [];
  /** Last progress reported, 0…1. */
  progress: number | undefined;

  constructor(private readonly host: Host) {}

  /** Another plug-in, a dialog or a tool holds Photoshop until the answer is called. */
  hold(who: string): () => void {
    this.#holder = who;
    return () => {
      this.#holder = null;
      for (const go of this.#waiting.splice(0)) go();
    };
  }

  /** The person presses Esc or cancels in the progress bar. */
  cancel(): void {
    if (this.host.modal.depth === 0) return;
    this.host.modal.cancelled = true;
    for (const context of this.#contexts) context.onCancel?.();
  }

  async run<T>(work: Work<T>, options: ModalOptions): Promise<T> {
    if (!options?.commandName) throw new Error('executeAsModal: the option commandName is required');
    await this.#enter(options.timeOut ?? 1);
    const { host } = this;
    host.modal.depth++;
    host.notify('modalJavaScriptScopeEnter', {});
    const context = this.#context();
    this.#contexts.push(context);
    let failed = true;
    try {
      await host.meet('executeAsModal');
      const value = await work(context);
      failed = false;
      return value;
    } catch (error) {
      // Photoshop wraps what leaves a scope: class, code and number are lost [HOST DRM modal.ts].
      throw new Error(error instanceof Error ? error.message : String(error));
    } finally {
      this.#contexts = this.#contexts.filter((one) => one !== context);
      host.modal.depth--;
      if (host.modal.depth === 0) await this.#leave(failed);
    }
  }

  /** Retried until `timeOut`, which is in seconds [DOC executeasmodaloptions.md, from 25.10]. */
  async #enter(timeOut: number): Promise<void> {
    // Scopes nest and share their state [DOC, "Notes"]; so the plug-in never collides with itself here.
    if (this.#holder === null) return;
    if (this.host.rules.timeOut && timeOut > 0) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((done) => {
        this.#waiting.push(done);
        timer = setTimeout(done, timeOut * this.host.rules.millisecondsPerSecond);
      });
      clearTimeout(timer);
      if (this.#holder === null) return;
    }
    const named = this.host.rules.timeOut && this.#holder.includes('.');
    const message = named
      ? `Plugin: ${this.#holder} is running a modal command`
      : 'The host is in a modal state';
    throw Object.assign(new Error(message), { number: 9 });
  }

  /** All scopes are left: history goes on, documents close [DOC, "Automatic document closing"]. */
  async #leave(failed: boolean): Promise<void> {
    const { host } = this;
    for (const suspension of this.#suspensions.splice(0)) {
      // An error that leaves the scope takes everything back: documented, and all that is left after a cancellation.
      if (!failed) host.problems.push(`history of document ${suspension.documentId} was left suspended`);
      host.document(suspension.documentId)?.history.resume(!failed, nameOf(suspension));
    }
    for (const id of this.#closing) {
      const document = host.document(id);
      if (document) host.close(document);
    }
    this.#closing.clear();
    host.modal.cancelled = false;
    host.notify('modalJavaScriptScopeExit', {});
  }

  /** Its properties are not enumerable [CODE BUB: "do not spread"]. */
  #context(): ExecutionContext {
    const context = { onCancel: undefined };
    return Object.defineProperties(context, {
      onCancel: { value: undefined, writable: true, enumerable: false },
      isCancelled: { get: () => this.host.modal.cancelled, enumerable: false },
      reportProgress: {
        value: (progress: { value?: number }) => {
          if (progress.value !== undefined) this.progress = progress.value;
        },
        enumerable: false,
      },
      hostControl: { value: this.#control(), enumerable: false },
    }) as unknown as ExecutionContext;
  }

  #control(): HostControl {
    const { host } = this;
    return {
      suspendHistory: async ({ documentID, name }) => {
        requireModal(host, 'suspendHistory');
        const document = host.document(documentID);
        if (!document) throw new Error('suspendHistory: the document does not exist');
        if (document.history.suspended) throw new Error('suspendHistory: the history is suspended already');
        document.history.suspend();
        const suspension: Suspension = { documentId: documentID, name };
        this.#suspensions.push(suspension);
        return suspension;
      },
      resumeHistory: async (id, commit = true) => {
        requireModal(host, 'resumeHistory');
        const suspension = this.#suspensions.find((one) => one === id);
        if (!suspension) throw new Error('resumeHistory: unknown suspension');
        this.#suspensions = this.#suspensions.filter((one) => one !== id);
        host.document(suspension.documentId)?.history.resume(commit, nameOf(suspension));
      },
      registerAutoCloseDocument: async (id) => {
        requireModal(host, 'registerAutoCloseDocument');
        this.#closing.add(id);
      },
      unregisterAutoCloseDocument: async (id) => {
        requireModal(host, 'unregisterAutoCloseDocument');
        this.#closing.delete(id);
      },
    };
  }
}

function nameOf(suspension: Suspension): string {
  return suspension.finalName ?? suspension.name;
}
