import fc from 'fast-check';
import { SRGB } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import type { Goal, Reading } from '#wire/goal.ts';
import { AXES, GOAL_REGIONS } from '#wire/goal.ts';
import { rewardSchema } from '#wire/result.ts';
import { observe, reading, score } from './scene.ts';

const goals: fc.Arbitrary<Goal> = fc.record({
  axis: fc.constantFrom(...AXES),
  direction: fc.constantFrom(1 as const, -1 as const),
  amount: fc.double({ min: 0, max: 2, noNaN: true }),
  region: fc.option(fc.constantFrom(...GOAL_REGIONS)),
  words: fc.constantFrom('', 'asked'),
});

const readings: fc.Arbitrary<Reading> = fc
  .record({
    goals: fc.array(goals, { maxLength: 4 }),
    styles: fc.array(
      fc.record({
        name: fc.constantFrom('autumn', 'monochrome', 'auto', 'moody', 'unheard of'),
        weight: fc.double({ min: 0, max: 2, noNaN: true }),
        words: fc.constant('style'),
      }),
      { maxLength: 2 },
    ),
    locks: fc.array(
      fc.record({
        what: fc.constantFrom('contrast', 'sky', 'skin', 'Exposure2012', 'nonsense'),
        kind: fc.constantFrom('axis' as const, 'region' as const, 'parameter' as const),
        mode: fc.constantFrom('unchanged' as const, 'natural' as const, 'matched' as const),
        words: fc.constant('keep'),
      }),
      { maxLength: 2 },
    ),
  })
  .map(reading);

/** Two random pictures of one size, from 1×1; noise, flat, black and white alike. */
const pairs: fc.Arbitrary<readonly [Raster, Raster]> = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 }))
  .chain(([width, height]) => {
    const size = width * height * 3;
    const samples = fc.oneof(
      fc.uint8Array({ minLength: size, maxLength: size }),
      fc.integer({ min: 0, max: 255 }).map((value) => new Uint8Array(size).fill(value)),
    );
    return fc.tuple(samples, samples).map(
      ([one, two]) =>
        [
          { width, height, data: one, space: SRGB },
          { width, height, data: two, space: SRGB },
        ] as const,
    );
  });

describe('createEmbeddedReward() on any picture and any reading', () => {
  test('gives finite scores from 0 to 10 and whole sentences', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, readings, async ([before, after], asked) => {
        const observation = observe(before);
        const rewards = await score(asked, [after, before], { observation });
        for (const reward of rewards) {
          rewardSchema.parse(reward);
          const texts = [...reward.metrics, ...reward.guards].map(({ evidence }) => evidence);
          expect(texts.join(' ')).not.toMatch(/NaN|undefined|Infinity/);
        }
        for (const guard of rewards[1]!.guards) expect([guard.name, guard.score]).toEqual([guard.name, 10]);
      }),
      { numRuns: 120 },
    );
  });
});
