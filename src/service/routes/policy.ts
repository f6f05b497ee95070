import { proposeReplySchema, proposeRequestSchema } from '#wire/api.ts';
import { jsonRoute } from '../route.ts';

export const proposeRoute = jsonRoute(proposeRequestSchema, {
  method: 'post',
  path: '/v1/policy/propose',
  summary: 'Candidate settings with their reasoning, not ranked',
  access: 'token',
  reply: { status: 200, schema: proposeReplySchema, description: 'The proposals' },
  timeoutMs: 120_000,
  handle: async ({ body: { photo, ...request }, photos, parts, signal }) => {
    const { observation } = photos.get(photo);
    const reading = request.reading ?? parts.read(request.instruction);
    const proposals = await parts.policy.doPropose({ ...request, observation, reading, signal });
    return { policy: parts.policy.id, reading, proposals };
  },
});
