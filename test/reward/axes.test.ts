import { AXES } from '#wire/goal.ts';
import { EDITS } from './edits.ts';
import { goal, makeScene, observe, reading, score } from './scene.ts';

const scene = makeScene();
const observation = observe(scene);
const cases = AXES.flatMap((axis) => ([1, -1] as const).map((direction) => [axis, direction] as const));

/** A clean picture has no more noise to lose than an ordinary clean-up takes: too much cannot be told from enough. */
const NO_TOO_MUCH = ['noise -1', 'grain -1'];

describe('createEmbeddedReward() on one asked axis', () => {
  test.each(cases)(
    '%s %i: right edit > no edit > opposite edit, and three times as much is worse than right',
    async (axis, direction) => {
      const edit = EDITS[axis];
      const rewards = await score(
        reading({ goals: [goal(axis, direction, { region: axis === 'hue' ? 'green' : null })] }),
        [edit(scene, direction), scene, edit(scene, -direction), edit(scene, 3.5 * direction)],
        { observation },
      );
      const [right, none, opposite, over] = rewards.map((reward) => reward.score) as [
        number,
        number,
        number,
        number,
      ];
      const told = rewards.map(({ metrics, guards }) =>
        [
          metrics[0]?.evidence,
          ...guards
            .filter(({ score, limit }) => score < limit)
            .map(({ name, evidence }) => `${name}: ${evidence}`),
        ].join('; '),
      );
      expect({ told, right: right > 7 }).toEqual({ told, right: true });
      expect(none).toBeLessThan(3);
      expect(opposite).toBeLessThan(none);
      if (!NO_TOO_MUCH.includes(`${axis} ${direction}`))
        expect({ told, over: over < right }).toEqual({ told, over: true });
    },
  );
});
