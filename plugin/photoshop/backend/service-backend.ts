import { createClient } from '#client/client.ts';
import { globalFetch } from '#client/fetch.ts';
import { readPixels } from '#client/pixels.ts';
import type { Connection } from '#client/request.ts';
import type { PhotoReply, RetouchEvent } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';
import type { Backend, OpenedPixels } from './backend.ts';
import { fetchInTime } from './fetch-in-time.ts';
import { createPictureSender } from './send-picture.ts';
import { writeTiff } from './write-tiff.ts';

export interface ServiceBackendOptions {
  readonly connection: Connection;
  /** Lets the host have its turn between two pieces of work of ours. */
  readonly breathe: () => Promise<void>;
  /** Default `poll`: it is not proven that UXP hands on replies as they arrive. */
  readonly transport?: 'poll' | 'stream';
  /** Milliseconds between two polls. Default 100. */
  readonly pollMs?: number;
  /** Milliseconds that the service may leave a question without an answer; sending and judging photos may take longer. */
  readonly patienceMs?: number;
}

/** Photos whose pixels are kept, so that a service that was restarted can be given them again. */
const KEPT_PHOTOS = 8;
/** How much longer than a small question photos and rankings (by a model, perhaps) may take. */
const SLOW = 4;

/** The same as the engine in the panel, by the HTTP API. Photos travel as uncompressed TIFF, pictures as pixels. */
export function createServiceBackend(options: ServiceBackendOptions): Backend {
  const { connection, breathe, transport = 'poll', pollMs = 100, patienceMs = 15_000 } = options;
  const patience = (url: string) =>
    /\/v1\/(photos(\?|$)|reward\/|policy\/)/.test(url) ? SLOW * patienceMs : patienceMs;
  const fetch = fetchInTime(connection.fetch ?? globalFetch, patience);
  const client = createClient({ ...connection, fetch });
  const sendPicture = createPictureSender(breathe);
  const opened = new Map<string, OpenedPixels>();

  async function send(pixels: OpenedPixels, signal: AbortSignal | undefined): Promise<PhotoReply> {
    const { raster, facts, notes, bitDepth } = pixels;
    const of = { width: facts.width, height: facts.height };
    const reply = await client.openPhoto(writeTiff(raster), wellFormed(facts.name), signal, of);
    opened.delete(reply.id);
    opened.set(reply.id, pixels);
    if (opened.size > KEPT_PHOTOS) opened.delete(opened.keys().next().value!);
    // What was sent is a copy: the person is told of the document.
    return { ...reply, photo: facts, notes: [...notes], bitDepth, canEmbed: false };
  }

  /** Asks about a photo; sends it again when the service does not have it any more. Its id is made of its bytes. */
  async function about<T>(photo: string, signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      const pixels = opened.get(photo);
      if (pixels === undefined || RetouchError.wrap(error).code !== 'not-found') throw error;
      await send(pixels, signal);
      return ask();
    }
  }

  return {
    specVersion: 1,
    id: connection.baseUrl,
    about: () => client.about(),
    open: send,
    read: (instruction) => client.read(instruction),
    async retouch(request, onEvent, signal) {
      const facts = opened.get(request.photo)?.facts;
      const tell = (event: RetouchEvent) =>
        onEvent(
          event.type === 'result-ready' && facts
            ? { ...event, result: { ...event.result, photo: facts } }
            : event,
        );
      const watch = { onEvent: tell, signal, transport, pollMs };
      await about(request.photo, signal, () => client.retouch(request, watch));
    },
    rank: (request, signal) => about(request.photo, signal, () => client.rank(request, signal)),
    async rankRendered(request, renderings, before, signal) {
      const candidates = [];
      for (const candidate of request.candidates) {
        const picture = renderings[candidate.id];
        candidates.push(picture ? { ...candidate, rendered: await sendPicture(picture) } : candidate);
      }
      const own = { ...request, candidates, before: await sendPicture(before) };
      return about(request.photo, signal, () => client.rank(own, signal));
    },
    async render(photo, settings, edge, signal) {
      const wanted = { settings, edge, format: 'rgb' } as const;
      return readPixels(await about(photo, signal, () => client.render(photo, wanted, signal)));
    },
  };
}

/** Half of a surrogate pair cannot stand in an address. */
function wellFormed(name: string): string {
  return name.replaceAll(/\p{Cs}/gu, '\ufffd');
}
