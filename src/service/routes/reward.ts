import { rankSettings } from '#retouch/rank-settings.ts';
import { LIMITS, rankReplySchema, rankRequestSchema } from '#wire/api.ts';
import { rewardFor } from '../chosen.ts';
import { rankedPictures } from '../ranked-pictures.ts';
import { jsonRoute } from '../route.ts';

export const rankRoute = jsonRoute(rankRequestSchema, {
  method: 'post',
  path: '/v1/reward/rank',
  summary: 'Criteria and scores for given settings, or for pictures that a host rendered by itself',
  access: 'token',
  reply: {
    status: 200,
    schema: rankReplySchema,
    description: 'Rewards in the order asked, each with its rank',
  },
  timeoutMs: 120_000,
  bodyBytes: LIMITS.rankBytes,
  handle: async ({ body, photos, parts, questions, signal }) => {
    const photo = photos.get(body.photo);
    const chosen = { ...parts, reward: await rewardFor(parts, body.reward) };
    return await questions.ask(() => rankSettings(body, photo, chosen, signal, rankedPictures(body)));
  },
});
