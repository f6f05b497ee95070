import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp, { type Sharp } from 'sharp';
import { readForm } from './read-form.ts';

/** What becomes of a request that the server has accepted; `undefined`: it works as it should. */
export type Trouble = (exchange: {
  readonly response: ServerResponse;
  readonly key: string;
}) => void | Promise<void>;

export interface ImageEditorServerOptions {
  /** How a picture is painted anew. Default: warmer and lighter, at the same size. */
  readonly paint?: (picture: Sharp) => Sharp;
  /** One after another; the last goes on. Default: none. */
  readonly troubles?: readonly (Trouble | undefined)[];
  /** Flux: states that are told before the order is ready. */
  readonly states?: readonly string[];
  /** Flux: where it says that one should ask, and where the picture is; default: at this server. */
  readonly pollingUrl?: (own: string) => string;
  readonly sampleUrl?: (own: string) => string;
  readonly key?: string;
}

export interface SeenEdit {
  readonly path: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Picture editors over HTTP as OpenAI and Black Forest Labs publish them, strict about what they are sent. */
export interface ImageEditorServer {
  readonly origin: string;
  readonly seen: readonly SeenEdit[];
  close(): Promise<void>;
}

/** Fields of `POST /v1/images/edits` (OpenAI's OpenAPI document, CreateImageEditRequest). */
const OPENAI_FIELDS = new Set(
  'image prompt mask background model n size response_format output_format output_compression user input_fidelity stream partial_images quality'.split(
    ' ',
  ),
);
/** Fields of `POST /v1/flux-kontext-pro` (api.bfl.ai, FluxKontextProInputs). */
const FLUX_FIELDS = new Set(
  'prompt input_image input_image_2 input_image_3 input_image_4 seed aspect_ratio output_format webhook_url webhook_secret prompt_upsampling safety_tolerance'.split(
    ' ',
  ),
);

const warmer = (picture: Sharp) => picture.linear([1.15, 1.08, 0.95], [4, 4, 0]);

export async function startImageEditorServer(
  options: ImageEditorServerOptions = {},
): Promise<ImageEditorServer> {
  const { paint = warmer, troubles = [], states = ['Pending'] } = options;
  const seen: SeenEdit[] = [];
  const ready = new Map<string, Buffer>();
  let turn = 0;
  let polls = 0;
  let origin = '';
  const painted = (bytes: Uint8Array) => paint(sharp(bytes)).png().toBuffer();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '';
    const body = await bodyOf(request);
    const key = String(
      request.headers['x-key'] ?? request.headers.authorization?.replace('Bearer ', '') ?? '',
    );
    if (path.startsWith('/picture/')) {
      seen.push({ path, key, fields: {} });
      response.writeHead(200, { 'Content-Type': 'image/png' }).end(ready.get(path.slice(9)));
      return;
    }
    if (options.key !== undefined && key !== options.key) {
      sendJson(response, 401, {
        error: { message: `Incorrect API key provided: ${key}`, code: 'invalid_api_key' },
      });
      return;
    }
    const trouble = troubles[Math.min(turn++, troubles.length - 1)];
    if (trouble) return trouble({ response, key });
    if (path === '/v1/images/edits') {
      const parts = readForm(String(request.headers['content-type']), body);
      const fields = Object.fromEntries(parts.map((part) => [part.name, part.type ?? part.bytes.toString()]));
      seen.push({ path, key, fields });
      const unknown = parts.find(({ name }) => !OPENAI_FIELDS.has(name));
      if (unknown)
        return sendJson(response, 400, { error: { message: `Unknown parameter: '${unknown.name}'.` } });
      const image = parts.find(({ name }) => name === 'image')!;
      const b64 = (await painted(image.bytes)).toString('base64');
      sendJson(response, 200, { created: 1_760_000_000, data: [{ b64_json: b64 }] });
    } else if (path.startsWith('/v1/get_result?id=')) {
      seen.push({ path, key, fields: {} });
      const status = states[polls++];
      const own = `${origin}/picture/1`;
      if (status !== undefined) sendJson(response, 200, { id: '1', status, result: null });
      else
        sendJson(response, 200, {
          id: '1',
          status: 'Ready',
          result: { sample: options.sampleUrl?.(own) ?? own },
        });
    } else {
      const fields = JSON.parse(body.toString()) as Record<string, unknown>;
      seen.push({ path, key, fields: { ...fields, input_image: undefined } });
      const unknown = Object.keys(fields).find((name) => !FLUX_FIELDS.has(name));
      if (unknown !== undefined)
        return sendJson(response, 422, { detail: [{ loc: ['body', unknown], msg: 'extra' }] });
      ready.set('1', await painted(Buffer.from(String(fields['input_image']), 'base64')));
      const own = `${origin}/v1/get_result?id=1`;
      sendJson(response, 200, { id: '1', polling_url: options.pollingUrl?.(own) ?? own });
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      sendJson(response, 400, { error: { message: String(error) } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
