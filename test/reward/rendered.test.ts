import { readInstruction } from '#instruction/read.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import type { Settings } from '#settings/settings.ts';
import { makeScene, observe, score, scores } from './scene.ts';

const scene = makeScene();
const observation = observe(scene);
const source = embeddedRenderer.open(scene);

/** An instruction with settings that do it, settings that do the opposite, and settings that overdo it. */
const SAID: readonly (readonly [string, Settings, Settings, Settings])[] = [
  [
    'make it warmer',
    { IncrementalTemperature: 25 },
    { IncrementalTemperature: -25 },
    { IncrementalTemperature: 100 },
  ],
  [
    'too warm',
    { IncrementalTemperature: -25 },
    { IncrementalTemperature: 25 },
    { IncrementalTemperature: -100 },
  ],
  ['a bit brighter', { Exposure2012: 0.3 }, { Exposure2012: -0.3 }, { Exposure2012: 1.4 }],
  ['less saturated', { Saturation: -22 }, { Saturation: 22 }, { Saturation: -75 }],
  [
    'more contrast',
    { Contrast2012: 50 },
    { Contrast2012: -50 },
    { Contrast2012: 100, ParametricDarks: -90, ParametricLights: 90 },
  ],
];

describe('createEmbeddedReward() on rendered edits', () => {
  test.each(SAID)(
    '"%s": right > too much, right > nothing > opposite',
    async (instruction, right, opposite, over) => {
      const pictures = [right, {}, opposite, over].map((settings) =>
        embeddedRenderer.render(source, settings),
      );
      const [good, none, bad, much] = await scores(readInstruction(instruction), pictures, { observation });
      expect(good).toBeGreaterThan(6);
      expect(none).toBeLessThan(3);
      expect(bad).toBeLessThan(none!);
      expect(much).toBeLessThan(good!);
    },
  );

  test('"less saturated but don\'t touch contrast" prefers the edit that leaves contrast', async () => {
    const asked = readInstruction("less saturated but don't touch contrast");
    const pictures = [{ Saturation: -22 }, { Saturation: -22, Contrast2012: -50 }].map((settings) =>
      embeddedRenderer.render(source, settings),
    );
    const [kept, moved] = await score(asked, pictures, { observation });
    expect(kept!.metrics.find(({ name }) => name === 'contrast kept')!.score).toBeGreaterThan(9);
    expect(kept!.score).toBeGreaterThan(moved!.score + 1);
  });
});
