import type * as z from 'zod';
import { check } from '#wire/check.ts';
import { RetouchError } from '#wire/error.ts';

/**
 * How much over the limit is still read and thrown away: a client that is in the middle of sending hears the refusal
 * only when it has sent all; what is larger is cut off.
 */
const HEARD_OUT = 64 * 2 ** 20;

/**
 * Reads a body, keeping nothing over the limit.
 *
 * @throws RetouchError `too-large`
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new RetouchError('too-large', `The request is too large: the limit is ${sizeText(limit)}`);
  if (Number(request.headers.get('Content-Length') ?? 0) > limit + HEARD_OUT) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  let chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.length;
    if (length > limit + HEARD_OUT) throw tooLarge();
    if (length <= limit) chunks.push(chunk);
    else chunks = [];
  }
  if (length > limit) throw tooLarge();
  return new Uint8Array(Buffer.concat(chunks, length));
}

/**
 * Reads and checks a JSON body.
 *
 * @throws RetouchError `bad-request`, or `bad-settings` when it is develop settings that are wrong
 */
export async function readJsonBody(request: Request, schema: z.ZodType, limit: number): Promise<unknown> {
  // Demanding the type keeps plain HTML forms of other sites out, whatever their origin says.
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? '')) {
    throw new RetouchError('bad-request', 'The body must be JSON, with the content type application/json');
  }
  const text = new TextDecoder().decode(await readBody(request, limit));
  return check(schema, parseJson(text));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RetouchError('bad-request', 'The body is not valid JSON', { cause });
  }
}

function sizeText(bytes: number): string {
  return bytes >= 2 ** 20 ? `${Math.round(bytes / 2 ** 20)} MB` : `${Math.round(bytes / 1024)} kB`;
}
