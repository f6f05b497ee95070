import type { Raster } from '#image/raster.ts';
import type { Lock } from '#wire/goal.ts';
import { EDITS } from './edits.ts';
import { goal, lock, makeScene, mapPixels, observe, reading, score, scores, WIDTH } from './scene.ts';

const scene = makeScene();
const observation = observe(scene);

const KEPT: readonly (readonly [string, Lock, Raster, Raster])[] = [
  [
    'contrast',
    lock('contrast', 'axis'),
    EDITS.saturation(scene, -1),
    EDITS.contrast(EDITS.saturation(scene, -1), -1),
  ],
  [
    'brightness',
    lock('brightness', 'axis'),
    EDITS.saturation(scene, -1),
    EDITS.brightness(EDITS.saturation(scene, -1), 1),
  ],
  ['the sky', lock('sky', 'region'), onlyBelow(EDITS.saturation(scene, -1.4)), EDITS.saturation(scene, -1.4)],
];

/** The edit without its upper part. */
function onlyBelow(edit: Raster): Raster {
  return mapPixels(edit, (rgb, pixel) =>
    pixel >= 24 * WIDTH
      ? rgb
      : [scene.data[pixel * 3]!, scene.data[pixel * 3 + 1]!, scene.data[pixel * 3 + 2]!],
  );
}

describe('locks', () => {
  test.each(KEPT)('%s kept scores above moved', async (_what, asked, kept, moved) => {
    const request = reading({ goals: [goal('saturation', -1)], locks: [asked] });
    const [good, bad] = await scores(request, [kept, moved], { observation });
    expect(good).toBeGreaterThan(bad! + 1);
  });

  test('a parameter that differs from the base scores 0 on its own criterion', async () => {
    const request = reading({ goals: [goal('saturation', -1)], locks: [lock('Exposure2012', 'parameter')] });
    const after = EDITS.saturation(scene, -1);
    const rewards = await score(request, [after, after], {
      observation,
      base: { Exposure2012: 0.3 },
      settings: [{ Exposure2012: 0.3, Saturation: -20 }, { Exposure2012: 0.5 }],
    });
    const lockScores = rewards.map(
      ({ metrics }) => metrics.find(({ name }) => name === 'Exposure2012 untouched')?.score,
    );
    expect(lockScores).toEqual([10, 0]);
    expect(rewards[0]!.score).toBeGreaterThan(rewards[1]!.score);
  });

  test('a locked parameter that stands at neutral is as good as absent', async () => {
    const request = reading({ locks: [lock('Contrast2012', 'parameter')] });
    const [reward] = await score(request, [scene], { observation, settings: [{ Contrast2012: 0 }] });
    expect(reward!.metrics.find(({ name }) => name === 'Contrast2012 untouched')!.score).toBe(10);
  });

  test('contrast may move by 2 % of the spread of L*, not by 10 %', async () => {
    const request = reading({ goals: [goal('saturation', -1)], locks: [lock('contrast', 'axis')] });
    const rewards = await score(request, [EDITS.contrast(scene, 0.1), EDITS.contrast(scene, 0.8)], {
      observation,
    });
    const [little, much] = rewards.map(
      ({ metrics }) => metrics.find(({ name }) => name === 'contrast kept')!.score,
    );
    expect(little).toBe(10);
    expect(much).toBeLessThan(4);
  });

  test('skin "unchanged" is stricter than skin "natural", and matched skin is brought to the common hue', async () => {
    const [warmer, redder] = [
      EDITS.warmth(scene, 0.9),
      mapPixels(scene, ([r, g, b]) => [r * 1.05, g * 0.94, b * 1.02]),
    ];
    const of = async (mode: Lock['mode'], picture: Raster): Promise<number> => {
      const [reward] = await score(reading({ locks: [lock('skin', 'region', mode)] }), [picture], {
        observation,
      });
      return reward!.metrics.find(({ name }) => name.startsWith('skin kept'))!.score;
    };
    expect(await of('unchanged', scene)).toBe(10);
    expect(await of('natural', warmer)).toBeGreaterThan(9);
    expect(await of('unchanged', warmer)).toBeLessThan(8.5);
    expect(await of('matched', redder)).toBeLessThan(await of('matched', warmer));
  });

  test('what this picture does not have cannot be kept and writes no criterion', async () => {
    const [reward] = await score(reading({ locks: [lock('water', 'region')] }), [scene], { observation });
    expect(reward!.metrics.map(({ name }) => name)).toEqual(['picture left as it was']);
  });
});
