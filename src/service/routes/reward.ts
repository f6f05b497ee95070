import { rankCandidates } from '#retouch/rank.ts';
import { type RankReply, rankReplySchema, rankRequestSchema } from '#wire/api.ts';
import { jsonRoute } from '../route.ts';

export const rankRoute = jsonRoute(rankRequestSchema, {
  method: 'post',
  path: '/v1/reward/rank',
  summary: 'Criteria and scores for given settings',
  access: 'token',
  reply: {
    status: 200,
    schema: rankReplySchema,
    description: 'Rewards in the order asked, each with its rank',
  },
  timeoutMs: 120_000,
  handle: async ({ body, photos, parts, signal }): Promise<RankReply> => {
    const { observation, preview } = photos.get(body.photo);
    const reading = body.reading ?? parts.read(body.instruction);
    const render = (settings: typeof body.base) =>
      parts.renderInTurns(parts.renderer, preview, settings, signal);
    const before = await render(body.base);
    const candidates = [];
    for (const { settings } of body.candidates) candidates.push({ settings, after: await render(settings) });
    const { instruction, base, weights } = body;
    const request = { observation, instruction, reading, base, before, candidates, signal };
    const rewards = await parts.reward.doScore(weights === undefined ? request : { ...request, weights });
    const scored = body.candidates.map(({ id }, index) => ({ id, reward: rewards[index]! }));
    const { ranked, verdict } = rankCandidates(scored, parts.reward.noise);
    return {
      reward: parts.reward.id,
      noise: parts.reward.noise,
      candidates: scored.map((candidate) => ({ ...candidate, rank: ranked.indexOf(candidate) + 1 })),
      verdict,
    };
  },
});
