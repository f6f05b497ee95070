import type * as z from 'zod';
import type {
  About,
  ExportRequest,
  healthSchema,
  PhotoReply,
  proposeReplySchema,
  proposeRequestSchema,
  RankReply,
  RankRequest,
  RenderRequest,
  RetouchJobRequest,
  RetouchStatus,
} from '#wire/api.ts';
import type { Reading } from '#wire/goal.ts';
import type { AgreementRequest, ModelsReply } from '#wire/models.ts';
import type { RetouchResult } from '#wire/result.ts';
import { type Connection, send, sendForJson } from './request.ts';
import { runRetouch, type WatchOptions, watchRetouch } from './watch-retouch.ts';

/** Every call takes a signal last; aborting throws `cancelled`. */
type Signal = AbortSignal | undefined;

export interface ExportedFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** One method per route of the HTTP API, version 1. */
export interface Client {
  health(signal?: Signal): Promise<z.infer<typeof healthSchema>>;
  /** The token for a short code; give it to a new client. */
  pair(code: string, signal?: Signal): Promise<string>;
  about(signal?: Signal): Promise<About>;
  models(signal?: Signal): Promise<ModelsReply>;
  /** Allows, or no longer allows, that pictures are sent where a model is. */
  agree(request: AgreementRequest, signal?: Signal): Promise<ModelsReply>;
  setLocalOnly(localOnly: boolean, signal?: Signal): Promise<ModelsReply>;
  /** @param of size of the picture that the file is a reduced copy of */
  openPhoto(
    file: Uint8Array,
    name: string,
    signal?: Signal,
    of?: { readonly width: number; readonly height: number },
  ): Promise<PhotoReply>;
  openSample(name: string, signal?: Signal): Promise<PhotoReply>;
  photo(id: string, signal?: Signal): Promise<PhotoReply>;
  /** A JPEG, or pixels where that is the format asked for (see `readPixels`). */
  render(id: string, request: RenderRequest, signal?: Signal): Promise<Uint8Array>;
  exportFile(id: string, request: ExportRequest, signal?: Signal): Promise<ExportedFile>;
  read(instruction: string, signal?: Signal): Promise<Reading>;
  propose(
    request: z.input<typeof proposeRequestSchema>,
    signal?: Signal,
  ): Promise<z.infer<typeof proposeReplySchema>>;
  rank(request: RankRequest, signal?: Signal): Promise<RankReply>;
  /** The id of the job. */
  startRetouch(request: RetouchJobRequest, signal?: Signal): Promise<string>;
  retouchStatus(id: string, since: number, signal?: Signal): Promise<RetouchStatus>;
  cancelRetouch(id: string, signal?: Signal): Promise<void>;
  /** Tells every event of a job until it ends; streams where possible, else polls. */
  watchRetouch(id: string, options: WatchOptions): Promise<void>;
  /** The whole job: starts, watches, gives the result; cancels it on the service when the signal fires. */
  retouch(request: RetouchJobRequest, options?: Partial<WatchOptions>): Promise<RetouchResult>;
}

export function createClient(connection: Connection): Client {
  const get = <T>(path: string, signal: Signal) =>
    sendForJson<T>(connection, { method: 'GET', path, signal });
  const post = <T>(path: string, body: unknown, signal: Signal) =>
    sendForJson<T>(connection, { method: 'POST', path, body, signal });
  const fetchBytes = async (path: string, body: unknown, signal: Signal) => {
    const reply = await send(connection, { method: 'POST', path, body, signal });
    return { reply, content: new Uint8Array(await reply.arrayBuffer()) };
  };
  const client: Client = {
    health: (signal) => get('/v1/health', signal),
    pair: async (code, signal) => (await post<{ token: string }>('/v1/pair', { code }, signal)).token,
    about: (signal) => get('/v1/about', signal),
    models: (signal) => get('/v1/models', signal),
    agree: (request, signal) => post('/v1/models/agreements', request, signal),
    setLocalOnly: (localOnly, signal) => post('/v1/models/local-only', { localOnly }, signal),
    openPhoto: (file, name, signal, of) => {
      const size = of === undefined ? '' : `&of=${of.width}x${of.height}`;
      return post(`/v1/photos?name=${encodeURIComponent(name)}${size}`, file, signal);
    },
    openSample: (name, signal) => post(`/v1/samples/${encodeURIComponent(name)}`, undefined, signal),
    photo: (id, signal) => get(`/v1/photos/${encodeURIComponent(id)}`, signal),
    render: async (id, request, signal) =>
      (await fetchBytes(`/v1/photos/${encodeURIComponent(id)}/render`, request, signal)).content,
    async exportFile(id, request, signal) {
      const { reply, content } = await fetchBytes(
        `/v1/photos/${encodeURIComponent(id)}/export`,
        request,
        signal,
      );
      const contentType = reply.headers.get('Content-Type') ?? 'application/octet-stream';
      return { name: nameIn(reply.headers.get('Content-Disposition')), contentType, content };
    },
    read: (instruction, signal) => post('/v1/read', { instruction }, signal),
    propose: (request, signal) => post('/v1/policy/propose', request, signal),
    rank: (request, signal) => post('/v1/reward/rank', request, signal),
    startRetouch: async (request, signal) =>
      (await post<{ id: string }>('/v1/retouches', request, signal)).id,
    retouchStatus: (id, since, signal) =>
      get(`/v1/retouches/${encodeURIComponent(id)}?since=${since}`, signal),
    async cancelRetouch(id, signal) {
      await send(connection, { method: 'DELETE', path: `/v1/retouches/${encodeURIComponent(id)}`, signal });
    },
    watchRetouch: (id, options) => watchRetouch(connection, client, id, options),
    retouch: (request, options) => runRetouch(client, request, options),
  };
  return client;
}

/** RFC 6266: the UTF-8 form of the name when there is one. */
function nameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? '')?.[1] ?? 'photo';
}
