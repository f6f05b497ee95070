import { type About, aboutSchema, LIMITS } from '#wire/api.ts';
import type { Route } from '../route.ts';

export const aboutRoute: Route = {
  method: 'get',
  path: '/v1/about',
  summary: 'Versions, limits, sample scenes, and who can propose and judge',
  access: 'token',
  reply: { status: 200, schema: aboutSchema, description: 'What this service is' },
  handle: async ({ parts }): Promise<About> => ({
    version: parts.version,
    versions: { engine: parts.renderer.id, policy: parts.policy.id, reward: parts.reward.id },
    limits: LIMITS,
    samples: [...(await parts.samples.list())],
    ...(parts.models ? { models: await parts.models.list() } : {}),
  }),
};
