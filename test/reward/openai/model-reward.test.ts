import type { Raster } from '#image/raster.ts';
import { encodePhoto } from '#node/encode.ts';
import { createEmbeddedReward } from '#reward/embedded/embedded.ts';
import { createModelReward, type ModelRewardParts } from '#reward/openai/model-reward.ts';
import type { ScoreRequest } from '#reward/reward.ts';
import { RetouchError } from '#wire/error.ts';
import { rewardSchema } from '#wire/result.ts';
import { EDITS } from '../edits.ts';
import { goal, makeScene, observe, reading } from '../scene.ts';
import { CRITERIA, imagesOf, scoresOf, scriptedChat, wordsOf } from './support.ts';

const scene = makeScene();
const observation = observe(scene);
const warm = EDITS.warmth(scene, 1);
const warmer = EDITS.warmth(scene, 1.6);
/** Blown to white: what no judge may like. */
const burnt = EDITS.brightness(scene, 9);

const encode = (raster: Raster) => encodePhoto(raster, { format: 'jpeg' });

function rewardFrom(chat: ModelRewardParts['chat'], more: Partial<ModelRewardParts> = {}) {
  return createModelReward({ chat, encode, measured: createEmbeddedReward(), ...more });
}

function request(pictures: readonly Raster[], more: Partial<ScoreRequest> = {}): ScoreRequest {
  return {
    observation,
    instruction: 'a bit warmer, please',
    reading: reading({ goals: [goal('warmth', 1)] }),
    base: {},
    before: scene,
    candidates: pictures.map((after, i) => ({ settings: { Exposure2012: 0.37 + i }, after })),
    ...more,
  };
}

describe('createModelReward()', () => {
  test("answers in the paper's shape: criteria with weights, a score and a line of evidence for each, one scalar", async () => {
    const chat = scriptedChat({ criteria: CRITERIA, scores: scoresOf(8, 6) });
    const [reward] = await rewardFrom(chat).doScore(request([warm]));
    expect(rewardSchema.parse(reward)).toEqual(reward);
    expect(reward!.metrics).toEqual([
      {
        name: 'Warmer light',
        why: 'The wish says warmer.',
        weight: 0.7,
        score: 8,
        evidence: 'Seen at place 1',
      },
      {
        name: 'Natural skin',
        why: 'There is a person in it.',
        weight: 0.3,
        score: 6,
        evidence: 'Seen at place 2',
      },
    ]);
    expect(reward!.guards.map(({ name }) => name)).toContain('clipping');
    // 0.6 · (0.7 · 8 + 0.3 · 6) + 0.4 · 8
    expect(reward!.score).toBeCloseTo(7.64, 5);
  });

  test('writes the criteria once, from the photo before, and then scores each candidate by itself', async () => {
    const chat = scriptedChat({ criteria: CRITERIA, scores: [scoresOf(9, 9), scoresOf(3, 3)] });
    await rewardFrom(chat).doScore(request([warm, warmer]));
    expect(chat.asked.map(({ schema }) => schema!.name)).toEqual(['criteria', 'scores', 'scores']);
    const before = await encode(scene);
    expect(imagesOf(chat.asked[0]!)).toEqual([before]);
    expect(imagesOf(chat.asked[1]!)).toEqual([before, await encode(warm)]);
    expect(imagesOf(chat.asked[2]!)).toEqual([before, await encode(warmer)]);
  });

  test('is told nothing of settings, titles or reasoning', async () => {
    const chat = scriptedChat({
      criteria: CRITERIA,
      scores: scoresOf(8, 8),
      comparison: { reasoning: 'x', better: 'tie' },
    });
    const told = request([warm, warmer]);
    const candidates = told.candidates.map((one) => ({ ...one, title: 'TITLE', reasoning: ['REASON'] }));
    await rewardFrom(chat).doScore({ ...told, candidates });
    expect(chat.count('comparison')).toBe(2);
    const words = chat.asked.map(wordsOf).join('\n');
    expect(words).not.toMatch(/TITLE|REASON|Exposure|0\.37/);
    expect(words).toContain('"a bit warmer, please"');
  });

  test('asks nothing anew for candidates that it knows, so that own weights cost nothing', async () => {
    const chat = scriptedChat({ criteria: CRITERIA, scores: scoresOf(10, 2) });
    const reward = rewardFrom(chat);
    const [first] = await reward.doScore(request([warm]));
    const [again] = await reward.doScore(
      request([warm], { weights: { 'Warmer light': 0, 'Natural skin': 1 } }),
    );
    expect(chat.asked).toHaveLength(2);
    expect(again!.metrics.map(({ weight }) => weight)).toEqual([0, 1]);
    expect(again!.score).toBeLessThan(first!.score - 4);
  });

  test('a wish that is worded differently is another case', async () => {
    const chat = scriptedChat({ criteria: CRITERIA, scores: scoresOf(8, 8) });
    const reward = rewardFrom(chat);
    await reward.doScore(request([warm]));
    await reward.doScore(request([warm], { instruction: 'cooler' }));
    expect(chat.count('criteria')).toBe(2);
  });

  test('the measured guards pull down what the judge likes', async () => {
    const chat = scriptedChat({ criteria: CRITERIA, scores: scoresOf(10, 10) });
    const [liked, spoiled] = await rewardFrom(chat).doScore(request([warm, burnt]));
    expect(liked!.score).toBe(10);
    expect(spoiled!.score).toBeLessThan(5);
  });

  test('puts near-ties side by side, and a verdict that holds in both orders decides', async () => {
    const second = await encode(warmer);
    const chat = scriptedChat({
      criteria: CRITERIA,
      scores: scoresOf(8, 8),
      comparison: (asked) => ({
        reasoning: 'The second is fuller.',
        better: Buffer.from(imagesOf(asked)[1]!).equals(second) ? 'A' : 'B',
      }),
    });
    const reward = rewardFrom(chat);
    const [one, two] = await reward.doScore(request([warm, warmer]));
    expect(two!.score - one!.score).toBeCloseTo(reward.noise, 5);
    expect(two!.metrics.at(-1)).toMatchObject({ name: 'Side by side', weight: 0, score: 10 });
    expect(two!.metrics.at(-1)!.evidence).toContain('Preferred in both orders');
    expect(one!.metrics.at(-1)).toMatchObject({ name: 'Side by side', weight: 0, score: 0 });
  });

  test.each([
    ['a verdict that follows the order', 'A', /followed the order/],
    ['a tie', 'tie', /No difference/],
  ])('%s changes no score', async (_, better, evidence) => {
    const chat = scriptedChat({
      criteria: CRITERIA,
      scores: scoresOf(8, 8),
      comparison: { reasoning: 'x', better },
    });
    const rewards = await rewardFrom(chat).doScore(request([warm, warmer]));
    expect(rewards.map(({ score }) => score)).toEqual([8, 8]);
    for (const { metrics } of rewards) expect(metrics.at(-1)!.evidence).toMatch(evidence);
  });

  test('a comparison that fails leaves the scores, and says so', async () => {
    const failed = new RetouchError('timeout', 'The judge took too long');
    const chat = scriptedChat({ criteria: CRITERIA, scores: scoresOf(8, 8), comparison: failed });
    const rewards = await rewardFrom(chat).doScore(request([warm, warmer]));
    expect(rewards.map(({ score }) => score)).toEqual([8, 8]);
    expect(rewards[0]!.metrics.at(-1)!.evidence).toContain('The judge took too long');
  });

  test('compares no more pairs than it may, nothing that is clear, and nothing that a guard holds back', async () => {
    const tie = { reasoning: 'x', better: 'tie' };
    const spend = async (scores: readonly object[], pictures: readonly Raster[], comparisons?: number) => {
      const chat = scriptedChat({ criteria: CRITERIA, scores, comparison: tie });
      const more = comparisons === undefined ? {} : { comparisons };
      await rewardFrom(chat, more).doScore(request(pictures));
      return chat.count('comparison');
    };
    const three = [warm, warmer, EDITS.warmth(scene, 1.3)];
    expect(await spend([scoresOf(8, 8)], three)).toBe(2);
    expect(await spend([scoresOf(8, 8)], three, 5)).toBe(4);
    expect(await spend([scoresOf(8, 8)], three, 0)).toBe(0);
    expect(await spend([scoresOf(9, 9), scoresOf(5, 5), scoresOf(2, 2)], three)).toBe(0);
    expect(await spend([scoresOf(4, 4), scoresOf(10, 10)], [warm, burnt], 5)).toBe(0);
  });

  test('gives an unusable reply one turn to be put right', async () => {
    const chat = scriptedChat({
      criteria: ['I think warmth matters most.', CRITERIA],
      scores: scoresOf(8, 6),
    });
    const [reward] = await rewardFrom(chat).doScore(request([warm]));
    expect(reward!.metrics[0]!.name).toBe('Warmer light');
    const repair = chat.asked[1]!.messages;
    expect(repair.at(-2)).toMatchObject({ role: 'assistant', text: 'I think warmth matters most.' });
    expect(repair.at(-1)!.text).toContain('there is no JSON object in it');
  });

  test.each<[string, unknown]>([
    ['no scores', { reasoning: 'x', scores: [] }],
    ['a score too few', scoresOf(8)],
    ['a score beyond the scale', scoresOf(8, 11)],
    ['a score that is not a number', '{"scores": [{"criterion": 1, "score": NaN, "evidence": "x"}]}'],
    [
      'no evidence',
      {
        scores: [
          { criterion: 1, score: 8 },
          { criterion: 2, score: 8 },
        ],
      },
    ],
    ['nothing', ''],
    ['a broken object', '{"scores": [{"criterion"'],
  ])('measures when the judge answers twice with %s, and says so with every line', async (_, reply) => {
    const chat = scriptedChat({ criteria: CRITERIA, scores: reply as object });
    const told: string[] = [];
    const pictures = [warm, warmer];
    const rewards = await rewardFrom(chat, { onFallback: ({ code }) => told.push(code) }).doScore(
      request(pictures),
    );
    const measured = await createEmbeddedReward().doScore(request(pictures));
    expect(rewards.map(({ score }) => score)).toEqual(measured.map(({ score }) => score));
    expect(told).toEqual(['model-failed']);
    for (const { metrics } of rewards) {
      expect(metrics[0]!.evidence).toContain('double:judge did not judge: ');
      for (const { evidence } of metrics) expect(evidence).toContain('measured here');
    }
  });

  test.each(['busy', 'timeout', 'forbidden', 'model-failed', 'unauthorized'] as const)(
    'measures when the judge is out of reach (%s)',
    async (code) => {
      const chat = scriptedChat({ criteria: new RetouchError(code, 'No judge today') });
      const [reward] = await rewardFrom(chat).doScore(request([warm]));
      expect(reward!.metrics[0]!.evidence).toContain('No judge today');
    },
  );

  test('being cancelled is no reason to measure', async () => {
    const chat = scriptedChat({ criteria: new RetouchError('cancelled', 'Cancelled') });
    await expect(rewardFrom(chat).doScore(request([warm]))).rejects.toMatchObject({ code: 'cancelled' });
  });

  test('the first answer that fails stops the others, which nobody would use', async () => {
    let stopped = 0;
    const chat = scriptedChat({ criteria: CRITERIA });
    const ask: typeof chat.ask = async (asked) => {
      if (asked.schema!.name === 'criteria') return chat.ask(asked);
      const turn = chat.count('scores');
      const failing = chat.ask(asked);
      if (turn === 0) return failing;
      await failing.catch(() => {});
      const signal = asked.signal as AbortSignal;
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
      stopped += 1;
      throw new RetouchError('cancelled', 'Cancelled');
    };
    const rewards = await rewardFrom({ ...chat, ask }).doScore(request([warm, warmer, scene]));
    expect(rewards[0]!.metrics[0]!.evidence).toContain("Nothing was written for 'scores'");
    await new Promise(setImmediate);
    expect(stopped).toBe(2);
  });

  test('asks nothing when there is nothing to score', async () => {
    const chat = scriptedChat({});
    expect(await rewardFrom(chat).doScore(request([]))).toEqual([]);
    expect(chat.asked).toEqual([]);
  });

  test('what a model writes becomes plain text of bounded length, and weights that can be used', async () => {
    const chat = scriptedChat({
      criteria: {
        criteria: [
          { name: `<script>\u202e${'x'.repeat(500)}`, why: 'a\nb\u0000c', weight: '1e300', asked: 'yes' },
          { name: 'B', why: null, weight: 5 },
          { name: 'B', why: 'again', weight: 5, asked: false },
          ...Array.from({ length: 10_000 }, (_, i) => ({ name: `n${i}`, why: 'w', weight: 1, asked: true })),
        ],
      },
      scores: (asked) => scoresOf(...(wordsOf(asked).match(/^\d+\. /gm) ?? []).map(() => 7)),
    });
    const [reward] = await rewardFrom(chat).doScore(request([warm]));
    expect(rewardSchema.parse(reward)).toEqual(reward);
    expect(reward!.metrics.length).toBeLessThanOrEqual(8);
    for (const { name, why } of reward!.metrics) {
      expect(name.length).toBeLessThanOrEqual(60);
      expect(`${name}${why}`).not.toMatch(/\p{C}/u);
    }
  });
});
