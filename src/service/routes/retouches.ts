import { type RetouchRequest, retouch } from '#retouch/retouch.ts';
import {
  type RetouchStatus,
  retouchAcceptedSchema,
  retouchRequestSchema,
  retouchStatusSchema,
} from '#wire/api.ts';
import { RetouchError } from '#wire/error.ts';
import { policyFor, rewardFor } from '../chosen.ts';
import type { Job, JobNews } from '../jobs.ts';
import type { ServiceParts } from '../parts.ts';
import { jsonRoute, type Route } from '../route.ts';
import { eventStream } from '../sse.ts';
import { inFewPieces } from '../thinking.ts';

const sinceParameter = {
  since: { description: 'Only events after this sequence number', type: 'integer' },
} as const;

export const startRetouchRoute = jsonRoute(retouchRequestSchema, {
  method: 'post',
  path: '/v1/retouches',
  summary: 'Start the whole job: read, propose, render, score, rank',
  access: 'token',
  reply: { status: 202, schema: retouchAcceptedSchema, description: 'The id to follow it by' },
  handle: async ({ body: { photo, reading, policy, reward, ...request }, photos, parts, jobs }) => {
    const { observation, preview, decodeMs } = photos.get(photo);
    const chosen = {
      ...parts,
      policy: await policyFor(parts, policy),
      reward: await rewardFor(parts, reward),
    };
    const wanted = {
      ...request,
      ...(reading === undefined ? {} : { reading }),
      observation,
      source: preview,
      decodeMs,
    };
    return { id: jobs.start((tell, signal) => runRetouch(wanted, chosen, tell, signal)).id };
  },
});

export const retouchRoute: Route = {
  method: 'get',
  path: '/v1/retouches/{id}',
  summary: 'How far a job is, and what happened: for polling',
  access: 'token',
  query: sinceParameter,
  reply: { status: 200, schema: retouchStatusSchema, description: 'Status and events' },
  handle: ({ path, query, jobs }): RetouchStatus => {
    const job = jobs.get(path['id']!);
    job.touch();
    return { id: job.id, status: job.status, events: job.events.slice(sequence(query['since'])) };
  },
};

export const retouchEventsRoute: Route = {
  method: 'get',
  path: '/v1/retouches/{id}/events',
  summary: 'The same events as they happen, as server-sent events; the job ends when its last reader leaves',
  access: 'token',
  query: sinceParameter,
  reply: {
    status: 200,
    media: ['text/event-stream'],
    description: 'One event each, named by its type, its id the sequence number',
  },
  handle: ({ path, query, header, jobs }) => {
    const since = sequence(query['since'] ?? header('Last-Event-ID'));
    return eventStream(jobs.get(path['id']!), since);
  },
};

export const cancelRetouchRoute: Route = {
  method: 'delete',
  path: '/v1/retouches/{id}',
  summary: 'Stop a job',
  access: 'token',
  reply: { status: 204, description: 'It is stopped, or had ended' },
  handle: ({ path, jobs }) => {
    const job: Job = jobs.get(path['id']!);
    job.cancel();
  },
};

type RetouchWish = Omit<RetouchRequest, 'signal'>;

async function runRetouch(
  wish: RetouchWish,
  parts: ServiceParts,
  tell: (news: JobNews) => void,
  signal: AbortSignal,
): Promise<void> {
  tell({ type: 'stage-start', stage: 'observe', elapsedMs: 0 });
  const news = inFewPieces(tell);
  try {
    const result = await retouch({ ...wish, signal }, { ...parts, onNews: news.tell });
    news.tell({ type: 'result-ready', result });
  } catch (error) {
    const known = RetouchError.wrap(error);
    if (known.code !== 'internal') throw known;
    parts.logger.error({ err: error }, 'A retouch failed');
    throw new RetouchError(
      'internal',
      'The retouch failed for a reason inside the service; its log has the details',
      { cause: error },
    );
  } finally {
    news.end();
  }
}

function sequence(text: string | undefined): number {
  const value = Number(text ?? 0);
  if (!Number.isInteger(value) || value < 0)
    throw new RetouchError('bad-request', "'since' must be a whole number from 0");
  return value;
}
