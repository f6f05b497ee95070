import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerKind } from './accepted.ts';
import { type Abilities, checkRequest } from './check-request.ts';
import { answer, type Play, sendJson } from './plays.ts';

export interface ModelServerOptions {
  /** Whose published API it keeps to; default OpenAI's. */
  readonly kind?: ServerKind;
  /** What it does with the requests it accepts, one after another; the last goes on. Default: answers "Hello". */
  readonly plays?: readonly Play[];
  readonly can?: Abilities;
  /** The only key it takes; default: any or none. */
  readonly key?: string;
  readonly models?: readonly string[];
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Refused as not of the published API; undefined when it was well. */
  readonly refused: string | undefined;
}

/** A server that speaks Chat Completions over HTTP as strictly as the real one of its kind, and misbehaves as told. */
export interface ModelServer {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  readonly requests: readonly SeenRequest[];
  /** Chats under way at this moment, and the most there ever were. */
  readonly underWay: number;
  readonly mostUnderWay: number;
  /** Chats that the client ended before the server did. */
  readonly abandoned: number;
  /** Fulfils when no chat is under way. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  const { kind = 'openai', plays = [answer('Hello')], can = {}, key, models = ['double'] } = options;
  const requests: SeenRequest[] = [];
  const whenIdle: (() => void)[] = [];
  let [accepted, underWay, mostUnderWay, abandoned] = [0, 0, 0, 0];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    const raw = await readBody(request);
    const body = raw === '' ? {} : (JSON.parse(raw) as Record<string, unknown>);
    const given = headers.authorization?.replace(/^Bearer /, '') ?? '';
    const isChat = method === 'POST' && path === '/v1/chat/completions';
    const refused = isChat ? checkRequest(body, kind, can) : undefined;
    requests.push({ method, path, headers, body, refused: refused?.message });
    if (key !== undefined && given !== key)
      return sendError(response, 401, `Incorrect API key provided: ${given}.`, 'invalid_api_key');
    if (method === 'GET' && path === '/v1/models')
      return sendJson(response, 200, { object: 'list', data: models.map((id) => ({ id, object: 'model' })) });
    if (!isChat) return sendError(response, 404, `Invalid URL (${method} ${path})`, 'not_found');
    if (refused) return sendError(response, 400, refused.message, refused.code, refused.param);
    if (!models.includes(String(body['model'])))
      return sendError(response, 404, `The model '${body['model']}' does not exist.`, 'model_not_found');
    const play = plays[Math.min(accepted++, plays.length - 1)]!;
    mostUnderWay = Math.max(mostUnderWay, ++underWay);
    const gone = new Promise<void>((resolve) => response.once('close', resolve));
    gone.then(() => {
      underWay--;
      if (underWay === 0) for (const tell of whenIdle.splice(0)) tell();
      if (!response.writableFinished) abandoned++;
    });
    await play({ body, key: given, response, gone });
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    get underWay() {
      return underWay;
    },
    get mostUnderWay() {
      return mostUnderWay;
    },
    get abandoned() {
      return abandoned;
    },
    idle: () => (underWay === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function sendError(
  response: ServerResponse,
  code: number,
  message: string,
  name: string,
  param: string | null = null,
) {
  sendJson(response, code, { error: { message, type: 'invalid_request_error', param, code: name } });
}
