import type { PhotoReply } from '#wire/api.ts';
import type { Backend, OpenedPixels } from './backend.ts';

/** Where a photo is open, and under which name. */
export interface OpenedIn {
  idIn(backend: Backend): string | undefined;
  /** Opens it there; who asks while it is being opened waits for the same. */
  open(backend: Backend, pixels: OpenedPixels, signal: AbortSignal): Promise<PhotoReply>;
  forget(backend: Backend): void;
}

export function openedIn(): OpenedIn {
  const replies = new Map<Backend, PhotoReply>();
  const opening = new Map<Backend, Promise<PhotoReply>>();

  function begin(backend: Backend, pixels: OpenedPixels, signal: AbortSignal): Promise<PhotoReply> {
    const reply = backend.open(pixels, signal).then((opened) => {
      replies.set(backend, opened);
      return opened;
    });
    const ended = reply.finally(() => {
      if (opening.get(backend) === ended) opening.delete(backend);
    });
    opening.set(backend, ended);
    return ended;
  }

  return {
    idIn: (backend) => replies.get(backend)?.id,
    async open(backend, pixels, signal) {
      const pending = opening.get(backend);
      // Whoever began may give up; that is no reason for the others to.
      const reply = pending && (await pending.catch(() => undefined));
      return reply ?? replies.get(backend) ?? begin(backend, pixels, signal);
    },
    forget: (backend) => void replies.delete(backend),
  };
}
