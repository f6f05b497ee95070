import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serviceOverHttp, TOKEN } from '../../support/services.ts';

/** How the service goes wrong; `none` passes everything on to a real one. */
export type Spoiling = 'none' | 'stall' | 'error' | 'garbage' | 'page' | 'too-new' | 'busy' | 'cut-off';

export interface SpoiltService {
  readonly port: number;
  readonly token: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  /** From now on, for paths that match. */
  spoil(how: Spoiling, path?: RegExp): void;
  /** Hangs up, as a service that was stopped. */
  stop(): void;
  close(): Promise<void>;
}

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

function spoilt(how: Spoiling, incoming: IncomingMessage, response: ServerResponse): void {
  const send = (status: number, type: string, body: string) =>
    response.writeHead(status, { ...CORS, 'content-type': type }).end(body);
  if (how === 'error') send(500, 'application/json', '{"error":{"code":"internal","message":"A fault"}}');
  if (how === 'busy') send(503, 'application/json', '{"error":{"code":"busy","message":"Too much to do"}}');
  if (how === 'garbage') send(200, 'application/json', '{"id": "x", ');
  if (how === 'page') send(200, 'text/html', '<html>It works!</html>');
  if (how === 'too-new') send(200, 'application/json', '{"name":"retouchiq","version":"9.0.0","api":9}');
  if (how === 'cut-off') incoming.socket.destroy();
}

/** A real service behind something that spoils its answers. */
export async function startSpoiltService(): Promise<SpoiltService> {
  const real = await serviceOverHttp();
  const target = new URL(real.baseUrl);
  const asked: string[] = [];
  let how: Spoiling = 'none';
  let where = /./;
  const server = createServer((incoming, response) => {
    const { method, url = '/', headers } = incoming;
    if (method !== 'OPTIONS') asked.push(url);
    if (how !== 'none' && where.test(url) && method !== 'OPTIONS') {
      spoilt(how, incoming, response);
      return;
    }
    const passed = request(
      {
        host: target.hostname,
        port: target.port,
        method,
        path: url,
        headers: { ...headers, host: target.host },
      },
      (reply) => {
        response.writeHead(reply.statusCode ?? 502, { ...reply.headers, ...CORS });
        reply.pipe(response);
      },
    );
    passed.on('error', () => response.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    token: TOKEN,
    asked,
    spoil(next, path = /./) {
      how = next;
      where = path;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await real.close();
    },
  };
}
