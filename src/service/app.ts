import { type Context, Hono } from 'hono';
import { createTurns } from '#node/turns.ts';
import { LIMITS } from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';
import { createJobs, JOB_LIMITS, type JobLimits } from './jobs.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { readBody, readJsonBody } from './middleware/body.ts';
import { withinDeadline } from './middleware/deadline.ts';
import { errorReply } from './middleware/errors.ts';
import { securityHeaders } from './middleware/headers.ts';
import { checkHost, type HostRule } from './middleware/host.ts';
import { checkOrigin } from './middleware/origin.ts';
import { logRequests } from './middleware/request-log.ts';
import { checkToken } from './middleware/token.ts';
import { type PageFiles, servePage } from './page.ts';
import { createPairing, type Pairing } from './pairing.ts';
import type { ServiceParts } from './parts.ts';
import { createPhotos } from './photos.ts';
import { createQuestions } from './questions.ts';
import type { Route, RouteCall, ServiceState } from './route.ts';
import { ROUTES } from './routes/index.ts';

export interface ServiceLimits {
  readonly photoBytes: number;
  readonly jsonBytes: number;
  /** Memory for opened photos. */
  readonly keptBytes: number;
  readonly requestMs: number;
  readonly jobs: JobLimits;
  /** Proposals and rankings that are answered at once. */
  readonly questions: number;
}

export const SERVICE_LIMITS: ServiceLimits = {
  photoBytes: LIMITS.photoBytes,
  jsonBytes: LIMITS.jsonBytes,
  keptBytes: 768 * 2 ** 20,
  requestMs: 60_000,
  jobs: JOB_LIMITS,
  questions: 128,
};

const OPENED_AT_ONCE = 2;

export interface AppOptions {
  readonly parts: ServiceParts;
  /** What programs send as `Authorization: Bearer`. */
  readonly token: string;
  /** Default: loopback names only. */
  readonly hosts?: HostRule;
  readonly page?: PageFiles;
  readonly limits?: Partial<ServiceLimits>;
}

export interface App {
  readonly hono: Hono;
  readonly pairing: Pairing;
  readonly metrics: Metrics;
  /** Ends running jobs. */
  close(): void;
}

/** The whole service without a socket: `hono.request()` answers in tests, `serve.ts` puts it on a port. */
export function createApp(options: AppOptions): App {
  const { token, hosts = { names: [], addresses: false }, page } = options;
  const parts = openingInTurns(options.parts);
  const limits = { ...SERVICE_LIMITS, ...options.limits };
  const photos = createPhotos(limits.keptBytes);
  const jobs = createJobs(parts.now, limits.jobs);
  const pairing = createPairing({ token, now: parts.now });
  const metrics = createMetrics(photos, jobs, parts.now);
  const questions = createQuestions(limits.questions);
  const state: ServiceState = { parts, photos, jobs, pairing, questions };

  const hono = new Hono();
  hono.onError((error, context) => errorReply(context, error, parts.logger));
  hono.notFound((context) =>
    errorReply(context, new RetouchError('not-found', 'There is nothing at this address'), parts.logger),
  );
  hono.use(securityHeaders(), checkHost(hosts), checkOrigin());
  for (const route of ROUTES) {
    const pattern = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const watch = [metrics.measure(route.path), logRequests(parts.logger, route.path, parts.now)] as const;
    hono.on(route.method.toUpperCase(), pattern, ...watch, (context) =>
      answer(route, context, state, token, limits),
    );
  }
  hono.get('/metrics', async (context) => {
    checkToken(context.req.header('Authorization'), token);
    return context.text(await metrics.registry.metrics(), 200, {
      'Content-Type': metrics.registry.contentType,
    });
  });
  if (page !== undefined) servePage(hono, page);
  return { hono, pairing, metrics, close: () => jobs.close() };
}

/** Decoding takes several times a photo's size in memory, so not many at once. */
function openingInTurns(parts: ServiceParts): ServiceParts {
  const turns = createTurns(OPENED_AT_ONCE);
  return { ...parts, decode: (bytes, name) => turns.run(() => parts.decode(bytes, name)) };
}

async function answer(
  route: Route,
  context: Context,
  state: ServiceState,
  token: string,
  limits: ServiceLimits,
): Promise<Response> {
  if (route.access === 'token') checkToken(context.req.header('Authorization'), token);
  const signal = AbortSignal.any([
    context.req.raw.signal,
    AbortSignal.timeout(route.timeoutMs ?? limits.requestMs),
  ]);
  const work = handle(route, context, state, limits, signal);
  const reply = await withinDeadline(work, signal).catch((error) => {
    // A body that breaks off throws before its signal fires; nobody is left to read about it.
    if (context.req.raw.signal.aborted)
      throw new RetouchError('cancelled', 'The client went away', { cause: error });
    throw error;
  });
  if (reply instanceof Response) return reply;
  if (route.reply.status === 204) return context.body(null, 204);
  return context.json(reply, route.reply.status);
}

async function handle(
  route: Route,
  context: Context,
  state: ServiceState,
  limits: ServiceLimits,
  signal: AbortSignal,
): Promise<unknown> {
  const call: RouteCall = {
    ...state,
    body: await bodyOf(route, context, limits),
    path: context.req.param() as Record<string, string>,
    query: context.req.query(),
    header: (name) => context.req.header(name),
    signal,
  };
  return route.handle(call);
}

function bodyOf(route: Route, context: Context, limits: ServiceLimits): unknown {
  if (route.body === undefined) return undefined;
  if (route.body.kind === 'file') return readBody(context.req.raw, limits.photoBytes);
  return readJsonBody(context.req.raw, route.body.schema, route.bodyBytes ?? limits.jsonBytes);
}
