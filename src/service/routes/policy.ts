import { openAccount } from '#retouch/account.ts';
import { proposeReplySchema, proposeRequestSchema } from '#wire/api.ts';
import { policyFor } from '../chosen.ts';
import { jsonRoute } from '../route.ts';

export const proposeRoute = jsonRoute(proposeRequestSchema, {
  method: 'post',
  path: '/v1/policy/propose',
  summary: 'Candidate settings with their reasoning, not ranked',
  access: 'token',
  reply: { status: 200, schema: proposeReplySchema, description: 'The proposals' },
  timeoutMs: 180_000, // longer than a model may take
  handle: async ({ body: { photo, policy: names, ...request }, photos, parts, questions, signal }) => {
    const { observation } = photos.get(photo);
    const policy = await policyFor(parts, names);
    const reading = request.reading ?? parts.read(request.instruction);
    const { told, ...reports } = openAccount();
    const proposals = await questions.ask(() =>
      policy.doPropose({ ...request, ...reports, observation, reading, signal, breathe: parts.breathe }),
    );
    return { policy: policy.id, reading, proposals, ...told() };
  },
});
