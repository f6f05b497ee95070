import { type Client, createClient } from '#client/client.ts';
import type { Fetch } from '#client/fetch.ts';
import { type App, type AppOptions, createApp } from '#service/app.ts';
import { startService } from '#service/serve.ts';
import { serviceParts } from './service-parts.ts';

export const TOKEN = 'a-token-for-tests';

/** A service under test, however it is reached. */
export interface TestService {
  readonly app: App;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly client: Client;
  /** Without a client's checks: whole URL paths, any headers; the token is sent unless `headers` says otherwise. */
  readonly ask: (
    method: string,
    path: string,
    init?: RequestInit & { headers?: Record<string, string>; duplex?: 'half' },
  ) => Promise<Response>;
  close(): Promise<void>;
}

export type TestOptions = Partial<Omit<AppOptions, 'token'>>;

/** The service without a socket. */
export async function serviceInProcess(options: TestOptions = {}): Promise<TestService> {
  const app = createApp({ parts: serviceParts(), ...options, token: TOKEN });
  const fetch = (async (url: string, init: RequestInit) => app.hono.request(url, init)) as Fetch;
  return testService(app, 'http://127.0.0.1', fetch, async () => app.close());
}

/** The service on a port of its own. */
export async function serviceOverHttp({
  parts = serviceParts(),
  limits,
}: TestOptions = {}): Promise<TestService> {
  const running = await startService({
    parts,
    port: 0,
    token: TOKEN,
    ...(limits === undefined ? {} : { limits }),
  });
  const fetch = ((url: string, init: RequestInit) => globalThis.fetch(url, init)) as Fetch;
  return testService(running.app, running.url, fetch, () => running.close());
}

function testService(app: App, baseUrl: string, fetch: Fetch, close: () => Promise<void>): TestService {
  return {
    app,
    baseUrl,
    fetch,
    client: createClient({ baseUrl, token: TOKEN, fetch }),
    ask: async (method, path, init = {}) => {
      const headers = { Authorization: `Bearer ${TOKEN}`, ...init.headers };
      return (await fetch(`${baseUrl}${path}`, { ...init, method, headers } as never)) as unknown as Response;
    },
    close,
  };
}

/** A POST of JSON. */
export function json(value: unknown): { body: string; headers: Record<string, string> } {
  return { body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } };
}
