import type { Raster } from '#image/raster.ts';
import type { Goal } from '#wire/goal.ts';
import { EDITS } from './edits.ts';
import { goal, lock, makeScene, observe, reading, score } from './scene.ts';

const scene = makeScene();
const observation = observe(scene);

async function told(asked: Goal, picture: Raster): Promise<string> {
  const [reward] = await score(reading({ goals: [asked] }), [picture], { observation });
  return reward!.metrics[0]!.evidence;
}

describe('evidence', () => {
  test('says what moved, how far, and how far was asked', async () => {
    expect(await told(goal('warmth', 1), EDITS.warmth(scene, 1))).toMatch(
      /^the picture warmer by \d+\.\d b\*, about 5\.5 b\* asked$/,
    );
    expect(await told(goal('contrast', 1), EDITS.contrast(scene, 1))).toMatch(
      /^more contrast: \d+\.\d % \(spread of L\* \d+\.\d → \d+\.\d\), about \d+\.\d % asked$/,
    );
  });

  test('tells turned hues by the name of the hue they turn to', async () => {
    expect(await told(goal('hue', -1, { region: 'green' }), EDITS.hue(scene, -1))).toMatch(
      /^the greens turned \d+° toward (amber|yellow), about 12° asked$/,
    );
  });

  test('says which way was asked when it went the other way', async () => {
    expect(await told(goal('brightness', -1, { region: 'sky' }), EDITS.brightness(scene, 1))).toMatch(
      /^the sky brighter by .*; asked: darker by about \d+\.\d L\*$/,
    );
  });

  test('has true minus signs', async () => {
    const asked = reading({ goals: [goal('vignette', 1)], locks: [lock('sky', 'region')] });
    const rewards = await score(asked, [EDITS.vignette(scene, 2), EDITS.hue(scene, -1)], { observation });
    const all = rewards.flatMap(({ metrics, guards }) =>
      [...metrics, ...guards].map(({ evidence }) => evidence),
    );
    expect(all.join('\n')).not.toMatch(/(^|[\s(])-\d/m);
  });
});
