import type { Answer, Ask } from './ask.ts';
import type { Failure } from './failure.ts';

/** Number of the HTTP API that this plug-in speaks. */
const API = 1;

export interface Greeting {
  readonly url: string;
  readonly version: string;
  readonly token: string;
}

/** `token`: the code was good for it, should the service have gone right after. */
export type Greeted =
  | { readonly greeting: Greeting }
  | { readonly failure: Failure; readonly token?: string };

/** How to get in: a token, or the short code that is traded for one. */
export interface Credential {
  readonly token: string | null;
  readonly code: string | null;
}

/** Says hello at one address: is it the service, do we speak the same version, does it let us in. Never throws. */
export async function greet(
  url: string,
  { token, code }: Credential,
  ask: Ask,
  signal: AbortSignal,
): Promise<Greeted> {
  const health = await ask(`${url}/v1/health`, { method: 'GET', signal });
  if ('failure' in health) return { failure: { ...health.failure, url } };
  const service = readHealth(url, health);
  if ('kind' in service) return { failure: service };
  const { version } = service;
  const paired = code === null ? null : await pair(url, version, code, ask, signal);
  if (paired !== null && 'failure' in paired) return paired;
  const entry = paired?.token ?? token;
  if (entry === null) return { failure: { kind: 'pairing-needed', url, version, detail: 'no token' } };
  const about = await ask(`${url}/v1/about`, { method: 'GET', signal, token: entry });
  if ('failure' in about) return { failure: { ...about.failure, url, version }, token: entry };
  if (about.status === 200) return { greeting: { url, version, token: entry } };
  const kind = about.status === 401 ? 'token' : kindOf(about.status);
  return { failure: { kind, url, version, detail: messageIn(about) } };
}

async function pair(
  url: string,
  version: string,
  code: string,
  ask: Ask,
  signal: AbortSignal,
): Promise<{ readonly token: string } | { readonly failure: Failure }> {
  const body = JSON.stringify({ code: code.slice(0, 32) });
  const reply = await ask(`${url}/v1/pair`, { method: 'POST', body, signal });
  if ('failure' in reply) return { failure: { ...reply.failure, url, version } };
  const token = (reply.body as { token?: unknown } | null)?.token;
  if (reply.status === 200 && typeof token === 'string') return { token };
  const kind = reply.status === 401 || reply.status === 400 ? 'code' : kindOf(reply.status);
  return { failure: { kind, url, version, detail: messageIn(reply) } };
}

function readHealth(url: string, { status, body, type }: Answer): { version: string } | Failure {
  const { name, version, api } = (body ?? {}) as { name?: unknown; version?: unknown; api?: unknown };
  const told = typeof version === 'string' ? { version } : {};
  if (name === 'retouchiq' && typeof api === 'number') {
    if (api === API) return { version: told.version ?? 'unknown' };
    return { kind: api > API ? 'too-new' : 'too-old', url, detail: `API ${api}, not ${API}`, ...told };
  }
  const detail = `status ${status}, ${type === '' ? 'no content type' : type}${errorIn(body) === null ? '' : `, ${errorIn(body)}`}`;
  if (status === 403 && errorIn(body) !== null) return { kind: 'forbidden', url, detail };
  if (/html/i.test(type)) return { kind: 'page', url, detail };
  if (status === 429 || status === 503) return { kind: 'busy', url, detail };
  return { kind: status >= 500 ? 'broken' : 'other-program', url, detail };
}

function kindOf(status: number): 'forbidden' | 'busy' | 'broken' {
  if (status === 403) return 'forbidden';
  return status === 429 || status === 503 ? 'busy' : 'broken';
}

function messageIn({ status, body }: Answer): string {
  return errorIn(body) ?? `status ${status}`;
}

/** The sentence of an error reply of ours. */
function errorIn(body: unknown): string | null {
  const message = (body as { error?: { message?: unknown } } | null)?.error?.message;
  return typeof message === 'string' ? message : null;
}
