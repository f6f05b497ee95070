import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { collectDefaultMetrics } from 'prom-client';
import { RetouchError } from '#wire/error.ts';
import { type App, createApp, type ServiceLimits } from './app.ts';
import { readPageFiles } from './page-files.ts';
import type { ServiceParts } from './parts.ts';
import { newToken } from './secrets.ts';

/** Where the service listens when nothing is said: a number that nothing well known uses. */
export const DEFAULT_PORT = 4815;
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/;
/** How many ports after a taken one are tried. */
const PORT_TRIES = 20;

export interface ServeOptions {
  readonly parts: ServiceParts;
  /** Address or name to listen on. Default `127.0.0.1`. */
  readonly host?: string;
  /** Default DEFAULT_PORT; a taken one → the next free one. 0: any. */
  readonly port?: number;
  /** Default: a new one. */
  readonly token?: string;
  /** Paths of PEM files. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** States that a proxy in front does TLS. */
  readonly behindProxy?: boolean;
  /** Further names that clients know the service by. */
  readonly names?: readonly string[];
  /** Folder of the built page; without it there is only the API. */
  readonly pageFolder?: string;
  readonly limits?: Partial<ServiceLimits>;
}

export interface RunningService {
  /** `http://127.0.0.1:4815` */
  readonly url: string;
  /** The page, with the token in the fragment: it never reaches a log or another site. */
  readonly pageUrl: string;
  readonly port: number;
  readonly token: string;
  readonly app: App;
  /** A new short code for pairing. */
  newCode(): string;
  /** Stops taking requests, ends running jobs, lets open answers end for a moment. */
  close(): Promise<void>;
}

/**
 * Puts the service on a port.
 *
 * @throws RetouchError `bad-request` for a host off loopback without TLS or a stated proxy, or when no port is free
 */
export async function startService(options: ServeOptions): Promise<RunningService> {
  const { parts, host = '127.0.0.1', tls, behindProxy = false } = options;
  const isLocal = LOOPBACK.test(host);
  if (!isLocal && tls === undefined && !behindProxy) {
    throw new RetouchError(
      'bad-request',
      `Serving on '${host}' would send photos and the token unencrypted: give --tls-cert and --tls-key, or --behind-proxy when a proxy does TLS`,
    );
  }
  const token = options.token ?? newToken();
  const app = createApp({
    parts,
    token,
    hosts: { names: [...(options.names ?? []), ...(isLocal ? [] : [host])], addresses: !isLocal },
    ...(options.pageFolder === undefined ? {} : { page: await readPageFiles(options.pageFolder) }),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  collectDefaultMetrics({ register: app.metrics.registry });
  const listener = getRequestListener(app.hono.fetch, { overrideGlobalObjects: false });
  const server =
    tls === undefined ? createServer(listener) : createSecureServer(await readTls(tls), listener);
  server.headersTimeout = 20_000;
  server.requestTimeout = 300_000; // 256 MB over a slow line
  server.maxConnections = 256;
  const port = await listen(server, host, options.port ?? DEFAULT_PORT);
  const shownHost =
    host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const url = `${tls === undefined ? 'http' : 'https'}://${shownHost}:${port}`;
  return {
    url,
    pageUrl: `${url}/#token=${token}`,
    port,
    token,
    app,
    newCode: () => app.pairing.issue(),
    async close() {
      app.close();
      await closeServer(server);
      await parts.pool.close();
    },
  };
}

type Server = ReturnType<typeof createServer> | ReturnType<typeof createSecureServer>;

/** Kept-alive connections are closed as they fall idle, what still runs after two seconds with force. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const force = setTimeout(() => server.closeAllConnections(), 2000);
  await closed;
  clearInterval(sweep);
  clearTimeout(force);
}

async function listen(server: Server, host: string, first: number): Promise<number> {
  const last = first === 0 ? 0 : Math.min(65_535, first + PORT_TRIES);
  for (let port = first; port <= last; port++) {
    if (await tryPort(server, host, port)) return (server.address() as AddressInfo).port;
  }
  throw new RetouchError(
    'bad-request',
    `The ports ${first} to ${last} are all taken: choose another with --port`,
  );
}

function tryPort(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (cause: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      if (cause.code === 'EADDRINUSE') return resolve(false);
      const reason = LISTEN_REASONS[cause.code ?? ''] ?? cause.message;
      return reject(
        new RetouchError('bad-request', `Cannot listen on '${host}', port ${port}: ${reason}`, { cause }),
      );
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError).once('listening', onListening).listen(port, host);
  });
}

const LISTEN_REASONS: Readonly<Record<string, string>> = {
  EACCES: 'ports below 1024 need more rights; choose a higher one',
  EADDRNOTAVAIL: 'this machine does not have that address',
  ENOTFOUND: 'the name is not known',
};

async function readTls({ cert, key }: { cert: string; key: string }): Promise<{ cert: Buffer; key: Buffer }> {
  try {
    return { cert: await readFile(cert), key: await readFile(key) };
  } catch (cause) {
    throw new RetouchError(
      'bad-request',
      `Cannot read the TLS certificate or key: ${(cause as Error).message}`,
      { cause },
    );
  }
}
