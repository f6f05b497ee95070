import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import { readInstruction } from '#instruction/read.ts';
import { createEmbeddedPolicy } from '#policy/embedded/embedded.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { observe, previewScale } from '#retouch/observe.ts';
import type { RetouchNews } from '#retouch/progress.ts';
import { type RetouchRequest, retouch } from '#retouch/retouch.ts';
import { createEmbeddedReward } from '#reward/embedded/embedded.ts';
import { resultSchema } from '#wire/result.ts';

/** Dull green slopes under a grey-blue sky, with some texture. */
function landscape(width = 160, height = 120): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ripple = 12 * Math.sin(x * 0.9) * Math.cos(y * 1.3);
      const pixel = y < height * 0.4 ? [126, 140, 160] : [78 + ripple, 96 + ripple, 62 + ripple * 0.6];
      for (const value of pixel) data[i++] = value;
    }
  }
  return { width, height, data, space: SRGB };
}

const raster = landscape();
const facts = {
  name: 'slopes.png',
  width: raster.width,
  height: raster.height,
  source: 'rendered',
  sha256: '0'.repeat(64),
} as const;
const observation = observe(raster, facts);
const source = embeddedRenderer.open(observation.preview, { scale: previewScale(observation) });
const parts = {
  read: readInstruction,
  policy: createEmbeddedPolicy({ renderer: embeddedRenderer }),
  reward: createEmbeddedReward(),
  renderer: embeddedRenderer,
  now: () => performance.now(),
};
const request: RetouchRequest = {
  observation,
  source,
  decodeMs: 5,
  instruction: 'a bit warmer',
  candidates: 3,
  seed: 1,
  locks: [],
  base: {},
};

describe('retouch()', () => {
  test('gives a valid result, best first, and the same one again', async () => {
    const [one, two] = [await retouch(request, parts), await retouch(request, parts)];
    expect(resultSchema.safeParse(one).error).toBeUndefined();
    const scores = one.candidates.map(({ reward }) => reward.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect({ ...two, timings: null }).toEqual({ ...one, timings: null });
    expect(one.timings.totalMs).toBeGreaterThanOrEqual(one.timings.decodeMs);
  });

  test('tells what happens in the order in which it happens', async () => {
    const news: RetouchNews[] = [];
    const { candidates } = await retouch(request, { ...parts, onNews: (one) => news.push(one) });
    expect(
      news.filter(({ type }) => type === 'stage-start').map((one) => 'stage' in one && one.stage),
    ).toEqual(['read', 'propose', 'render', 'score', 'rank']);
    expect(news.filter(({ type }) => type === 'candidate-ready')).toHaveLength(candidates.length);
  });

  test('shows candidates while others are looked for, where there are turns, and answers the same', async () => {
    const order: string[] = [];
    const onNews = (news: RetouchNews) => order.push(news.type === 'stage-start' ? news.stage : news.type);
    const breathe = async () => {};
    const inTurns = await retouch(request, { ...parts, breathe, onNews });
    expect(order.indexOf('candidate-ready')).toBeLessThan(order.indexOf('render'));
    expect(order.filter((type) => type === 'candidate-ready')).toHaveLength(inTurns.candidates.length);
    const atOnce = await retouch(request, parts);
    expect({ ...inTurns, timings: null }).toEqual({ ...atOnce, timings: null });
  });

  test('stops between two steps when it is cancelled', async () => {
    const controller = new AbortController();
    const stages: string[] = [];
    const onNews = (news: RetouchNews) => {
      if (news.type === 'stage-start') stages.push(news.stage);
      if (news.type === 'reading-ready') controller.abort();
    };
    await expect(
      retouch({ ...request, signal: controller.signal }, { ...parts, onNews }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(stages).toEqual(['read']);
  });

  test('takes a reading that a person corrected instead of reading again', async () => {
    const reading = readInstruction('cooler');
    const result = await retouch({ ...request, reading }, parts);
    expect(result.reading).toEqual(reading);
    expect(result.candidates[0]!.settings['IncrementalTemperature'] ?? 0).toBeLessThanOrEqual(0);
  });

  test('has nothing to do when nothing is asked', async () => {
    const { candidates, verdict } = await retouch({ ...request, instruction: 'leave it as it is' }, parts);
    expect({ candidates, verdict }).toEqual({ candidates: [], verdict: 'nothing to do' });
  });

  test('starts from the settings of an earlier candidate', async () => {
    const base = { ConvertToGrayscale: true, Contrast2012: 20 };
    const { candidates } = await retouch(
      { ...request, instruction: 'brighter', base, locks: ['Contrast2012'] },
      parts,
    );
    expect(candidates.length).toBeGreaterThan(0);
    for (const { settings } of candidates) expect(settings).toMatchObject(base);
  });

  test('passes on what a policy says when it fails', async () => {
    const policy = { ...parts.policy, doPropose: () => Promise.reject(new RangeError('no answer')) };
    await expect(retouch(request, { ...parts, policy })).rejects.toThrow('no answer');
  });
});
