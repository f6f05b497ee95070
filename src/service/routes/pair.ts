import { pairReplySchema, pairRequestSchema } from '#wire/api.ts';
import { jsonRoute } from '../route.ts';

export const pairRoute = jsonRoute(pairRequestSchema, {
  method: 'post',
  path: '/v1/pair',
  summary: 'The token, for the short code that the service printed',
  access: 'open',
  reply: {
    status: 200,
    schema: pairReplySchema,
    description: 'To be sent as `Authorization: Bearer <token>`',
  },
  handle: ({ body, pairing }) => ({ token: pairing.redeem(body.code) }),
});
