import { encodePhoto } from '#node/encode.ts';
import type { ChatModel } from '#openai/chat.ts';
import { createEmbeddedReward } from '#reward/embedded/embedded.ts';
import { createModelReward } from '#reward/openai/model-reward.ts';
import { withServer } from '../../openai/support.ts';
import { answer, flood, type Play, reset, status, webPage } from '../../support/model-server/plays.ts';
import { EDITS } from '../edits.ts';
import { goal, makeScene, observe, reading } from '../scene.ts';
import { CRITERIA, scoresOf } from './support.ts';

const scene = makeScene();
const request = {
  observation: observe(scene),
  instruction: 'warmer',
  reading: reading({ goals: [goal('warmth', 1)] }),
  base: {},
  before: scene,
  candidates: [{ settings: {}, after: EDITS.warmth(scene, 1) }],
};

function judgeWith(chat: ChatModel) {
  return createModelReward({
    chat,
    encode: (raster) => encodePhoto(raster, { format: 'jpeg' }),
    measured: createEmbeddedReward(),
  });
}

const profile = { attempts: 1, firstPieceMs: 2000, stallMs: 2000 };

describe('a judge behind a server', () => {
  test.each(['openai', 'vllm', 'ollama'] as const)('is asked in the way of %s', (kind) =>
    withServer(
      { kind, plays: [answer(JSON.stringify(CRITERIA)), answer(JSON.stringify(scoresOf(8, 6)))] },
      async (chat, server) => {
        const [reward] = await judgeWith(chat).doScore(request);
        expect(reward!.metrics.map(({ score }) => score)).toEqual([8, 6]);
        expect(server.requests.map(({ refused }) => refused)).toEqual([undefined, undefined]);
      },
    ),
  );

  test('may think aloud and fence its answer', () =>
    withServer(
      {
        plays: [
          answer(`<think>{"criteria": 1}</think>\n\`\`\`json\n${JSON.stringify(CRITERIA)}\n\`\`\``),
          answer(`Here you are:
\`\`\`
${JSON.stringify(scoresOf(8, 6))}
\`\`\``),
        ],
      },
      async (chat) => {
        const [reward] = await judgeWith(chat).doScore(request);
        expect(reward!.metrics.map(({ score }) => score)).toEqual([8, 6]);
      },
    ));

  test.each<[string, Play]>([
    ['a server error', status(500)],
    ['a refused key', status(401)],
    ['an unknown model', status(404)],
    ['a page instead of an answer', webPage(502)],
    ['a cut connection', reset('{"reason')],
    ['an endless answer', flood(50)],
    ['prose', answer('I would rather talk about the weather.')],
  ])('never costs the ranking: %s', (_, play) =>
    withServer({ plays: [play], profile }, async (chat) => {
      const [reward] = await judgeWith(chat).doScore(request);
      const [measured] = await createEmbeddedReward().doScore(request);
      expect(reward!.score).toBe(measured!.score);
      expect(reward!.metrics[0]!.evidence).toMatch(/did not judge: ./);
    }),
  );
});
