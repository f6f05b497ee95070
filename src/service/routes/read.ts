import { readRequestSchema } from '#wire/api.ts';
import { readingSchema } from '#wire/goal.ts';
import { jsonRoute } from '../route.ts';

export const readRoute = jsonRoute(readRequestSchema, {
  method: 'post',
  path: '/v1/read',
  summary: 'How an instruction is understood',
  access: 'token',
  reply: { status: 200, schema: readingSchema, description: 'The reading' },
  handle: ({ body, parts }) => parts.read(body.instruction),
});
