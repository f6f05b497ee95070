import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { createLogger } from '#node/logger.ts';
import { readPhotoFile } from '#node/photo.ts';
import { DEFAULT_PORT, type RunningService, startService } from '#service/serve.ts';
import { photoReplySchema } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';
import { interruptSignal } from './interrupt.ts';
import { wholeNumber } from './options.ts';
import { serviceParts } from './service-parts.ts';

interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly page?: boolean;
  readonly policy: string;
  readonly reward: string;
  readonly token?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly behindProxy?: boolean;
  readonly verbose?: boolean;
}

/** `retouchiq serve`: the HTTP service; with `--page` also the browser page (`npm start`). */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('run the service on this machine; with --page, the browser page too')
    .argument('[photo]', 'a photo to open in the page at once')
    .option('--page', 'serve the browser page')
    .option('--host <address>', 'where to listen; off loopback it needs TLS or a stated proxy', '127.0.0.1')
    .option('--port <n>', 'a taken port gives the next free one', wholeNumber(0, 65535), DEFAULT_PORT)
    .option(
      '--policy <which>',
      'embedded, a model, or the base URL of a service; several with commas',
      'embedded',
    )
    .option('--reward <which>', 'embedded, a model, or the base URL of a service', 'embedded')
    .option('--token <token>', 'the token that clients must show; default: a new one, or RETOUCHIQ_TOKEN')
    .option('--tls-cert <pem>', 'certificate')
    .option('--tls-key <pem>', 'its key')
    .option('--behind-proxy', 'states that a proxy in front does TLS')
    .option('--verbose', 'log every request')
    .action(serve);
}

async function serve(photo: string | undefined, options: ServeOptions): Promise<void> {
  const signal = interruptSignal();
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const { host, port, tlsCert, tlsKey, behindProxy } = options;
  if ((tlsCert === undefined) !== (tlsKey === undefined))
    throw new RetouchError('bad-request', 'Give both --tls-cert and --tls-key, or neither');
  const bytes = photo === undefined ? undefined : await readPhotoFile(photo);
  const token = options.token ?? process.env['RETOUCHIQ_TOKEN'];
  const { openServiceModels } = await import('./service-models.ts');
  const models = await openServiceModels(options);
  const service = await startService({
    parts: serviceParts({
      policy: await models.policy(),
      reward: await models.reward(),
      models,
      samples: at('samples'),
      logger: createLogger(options.verbose ? 'info' : 'warn'),
    }),
    host,
    port,
    ...(token ? { token } : {}),
    ...(tlsCert && tlsKey ? { tls: { cert: tlsCert, key: tlsKey } } : {}),
    ...(behindProxy ? { behindProxy } : {}),
    ...(options.page ? { pageFolder: at('page') } : {}),
  });
  try {
    const opened = bytes === undefined ? undefined : await openInPage(service, bytes, basename(photo!));
    process.stdout.write(welcome(service, options, opened));
    if (!signal.aborted)
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    await service.close();
  }
}

/** Opens a photo as any client would and returns its id. @throws {RetouchError} what is wrong with the photo */
async function openInPage(
  { app, url, token }: RunningService,
  bytes: Uint8Array,
  name: string,
): Promise<string> {
  const reply = await app.hono.request(`${url}/v1/photos?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: {
      Authorization: `Bearer ${token}`,
      Host: new URL(url).host,
      'Content-Type': 'application/octet-stream',
    },
  });
  const body = (await reply.json()) as { error?: { message?: string } };
  if (reply.ok) return photoReplySchema.parse(body).id;
  throw new RetouchError('bad-photo', body.error?.message ?? 'The photo could not be opened');
}

function welcome(
  { url, pageUrl, newCode }: RunningService,
  { page }: ServeOptions,
  photo: string | undefined,
): string {
  const place = page
    ? `RetouchIQ is ready. Open this address in your browser:\n\n  ${pageUrl}${photo === undefined ? '' : `&photo=${photo}`}\n`
    : `RetouchIQ service at ${url}\n`;
  return `${place}\nTo pair a plug-in, give it the code ${newCode()} within two minutes. Ctrl-C stops.\n`;
}
