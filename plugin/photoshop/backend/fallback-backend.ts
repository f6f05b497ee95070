import type { Raster } from '#image/raster.ts';
import { keepPhotos } from '#retouch/kept.ts';
import { RetouchError } from '#wire/error.ts';
import type { Backend, OpenedPixels } from './backend.ts';
import { continueEvents } from './continue-events.ts';
import { type OpenedIn, openedIn } from './opened-in.ts';
import { createTrust } from './trust.ts';

export interface FallbackOptions {
  /** Answers when the service does not. */
  readonly alone: Backend;
  /** The service as it is connected now; null without one. */
  readonly service: () => Backend | null;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Told whenever another one answers than before: a backend's id. */
  readonly onAnsweredBy: (id: string) => void;
  /** What the pixels of open photos may take together. Default 96 MiB. */
  readonly maxBytes?: number;
}

export interface FallbackBackend extends Backend {
  /** Tries the service again with the next question, however often it failed. */
  retry(): void;
}

/** A photo by the panel's own id, opened in those backends that were asked about it. */
interface OpenPhoto {
  readonly id: string;
  readonly pixels: OpenedPixels;
  readonly opened: OpenedIn;
}

/**
 * Asks the service, and the engine in the panel when the service cannot answer: in the middle of a session too, without
 * the person doing anything. What is wrong with the question itself is not asked again.
 */
export function createFallbackBackend(options: FallbackOptions): FallbackBackend {
  const { alone, service, onAnsweredBy, maxBytes = 96 * 2 ** 20 } = options;
  const trust = createTrust(options.now);
  const photos = keepPhotos<OpenPhoto>(maxBytes, ({ pixels }) => pixels.raster.data.byteLength);
  let last: string | undefined;

  function answeredBy({ id }: Backend): void {
    if (id !== last) onAnsweredBy(id);
    last = id;
  }

  /** Asks the one that should answer, then the other. */
  async function ask<T>(question: (backend: Backend) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const first = service();
    if (first !== null && trust.in(first)) {
      try {
        const answer = await question(first);
        trust.kept(first);
        answeredBy(first);
        return answer;
      } catch (error) {
        // A person who changed their mind, or a wrong question: no failure of the service.
        if (signal?.aborted || !trust.lost(first, error)) throw error;
      }
    }
    const answer = await question(alone);
    answeredBy(alone);
    return answer;
  }

  /** Asks about a photo, by the name that the asked one has for it. */
  async function askAbout<T>(
    id: string,
    signal: AbortSignal,
    question: (backend: Backend, photo: string) => Promise<T>,
  ): Promise<T> {
    const { pixels, opened } = photos.get(id);
    return ask(async (backend) => {
      const known = opened.idIn(backend);
      if (known !== undefined) {
        try {
          return await question(backend, known);
        } catch (error) {
          // It has many photos, and this one was the longest unused.
          if (RetouchError.wrap(error).code !== 'not-found') throw error;
          opened.forget(backend);
        }
      }
      const { id: name } = await opened.open(backend, pixels, signal);
      return question(backend, name);
    }, signal);
  }

  return {
    specVersion: 1,
    get id() {
      return last ?? alone.id;
    },
    retry: () => trust.reset(),
    about: () => ask((backend) => backend.about()),
    async open(pixels, signal) {
      const id = pixels.facts.sha256.slice(0, 16);
      const opened = openedIn();
      const reply = await ask((backend) => opened.open(backend, pixels, signal), signal);
      photos.put({ id, pixels, opened });
      return { ...reply, id };
    },
    read: (instruction) => ask((backend) => backend.read(instruction)),
    async retouch(request, onEvent, signal) {
      const events = continueEvents(onEvent);
      try {
        await askAbout(request.photo, signal, (backend, photo) =>
          backend.retouch({ ...request, photo }, events.tell, signal),
        );
      } catch (error) {
        events.fail();
        throw error;
      }
    },
    rank: (request, signal) =>
      askAbout(request.photo, signal, (backend, photo) => backend.rank({ ...request, photo }, signal)),
    rankRendered: (request, renderings, before, signal) =>
      askAbout(request.photo, signal, (backend, photo) =>
        backend.rankRendered({ ...request, photo }, renderings, before, signal),
      ),
    render: (id, settings, edge, signal): Promise<Raster> =>
      askAbout(id, signal, (backend, photo) => backend.render(photo, settings, edge, signal)),
  };
}
