import { healthSchema } from '#wire/api.ts';
import type { Route } from '../route.ts';

export const healthRoute: Route = {
  method: 'get',
  path: '/v1/health',
  summary: 'Whether the service answers',
  access: 'open',
  reply: { status: 200, schema: healthSchema, description: 'It does' },
  handle: ({ parts }) => ({ status: 'ok', name: 'retouchiq', version: parts.version, api: 1 }),
};
