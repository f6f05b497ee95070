import * as z from 'zod';
import { SRGB } from '#color/spaces.ts';
import type { Observation } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { createEmbeddedReward } from '#reward/embedded/embedded.ts';
import type { Reading } from '#wire/goal.ts';
import { rewardSchema } from '#wire/result.ts';
import { curve, EDITS } from './edits.ts';
import { goal, makeScene, observe, reading, score, scores, style } from './scene.ts';

const scene = makeScene();
const observation = observe(scene);
const warmer = reading({ goals: [goal('warmth', 1)] });

describe('createEmbeddedReward()', () => {
  test('answers in the order asked, each candidate by itself, the same every time', async () => {
    const pictures = [EDITS.warmth(scene, 1), scene, EDITS.warmth(scene, 2.5), EDITS.contrast(scene, 1)];
    const forward = await score(warmer, pictures, { observation });
    const backward = await score(warmer, [...pictures].reverse(), { observation });
    expect([...backward].reverse()).toEqual(forward);
    expect(await score(warmer, [pictures[2]!], { observation })).toEqual([forward[2]]);
  });

  test('scores as if for the first time, whatever it was asked about the photo before', async () => {
    const reward = createEmbeddedReward();
    const ask = (asked: Reading, photo: Observation) =>
      reward.doScore({
        observation: photo,
        instruction: 'test',
        reading: asked,
        base: {},
        before: scene,
        candidates: [{ settings: {}, after: EDITS.warmth(scene, 1) }],
      });
    const sky = reading({ goals: [goal('warmth', 1, { region: 'sky' })] });
    const skyless = { ...observation, regions: [] };
    for (const [asked, photo] of [
      [warmer, observation],
      [sky, observation],
      [sky, skyless],
      [sky, observation],
      [warmer, observation],
    ] as const) {
      const fresh = await score(asked, [EDITS.warmth(scene, 1)], { observation: photo });
      expect(await ask(asked, photo)).toEqual(fresh);
    }
    expect(await ask(sky, skyless)).not.toEqual(await ask(sky, observation));
  });

  test('gives rewards that the wire accepts, with weights that sum to 1 and a reason each', async () => {
    const asked = reading({
      goals: [goal('warmth', 1), goal('brightness', -1, { region: 'sky' })],
      styles: [style('autumn')],
    });
    const rewards = await score(asked, [EDITS.warmth(scene, 1)], { observation });
    const [reward] = z.array(rewardSchema).parse(rewards);
    expect(reward!.metrics.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 2);
    for (const { why, evidence } of reward!.metrics)
      expect([why, evidence].every((text) => text.length > 5)).toBe(true);
    expect(new Set(reward!.metrics.map(({ name }) => name)).size).toBe(reward!.metrics.length);
  });

  test('scores an edit lower under another instruction', async () => {
    const edit = EDITS.warmth(scene, 1);
    const others = [
      reading({ goals: [goal('brightness', 1)] }),
      reading({ goals: [goal('warmth', -1)] }),
      reading({ goals: [goal('saturation', -1)] }),
    ];
    const [own] = await scores(warmer, [edit], { observation });
    for (const other of others)
      expect((await scores(other, [edit], { observation }))[0]).toBeLessThan(own! - 3);
  });

  test('"a bit" is not "a lot", both ways', async () => {
    const [bit, lot] = [0.5, 2].map((amount) => reading({ goals: [goal('warmth', 1, { amount })] }));
    const pictures = [EDITS.warmth(scene, 0.5), EDITS.warmth(scene, 2)];
    const [littleForBit, muchForBit] = await scores(bit!, pictures, { observation });
    const [littleForLot, muchForLot] = await scores(lot!, pictures, { observation });
    expect(littleForBit).toBeGreaterThan(muchForBit! + 2);
    expect(muchForLot).toBeGreaterThan(littleForLot! + 2);
  });

  test('measures a regional goal in its region and wants the rest left alone', async () => {
    const asked = reading({ goals: [goal('brightness', -1, { region: 'sky' })] });
    const darker = EDITS.brightness(scene, -1);
    const onlySky = { ...darker, data: darker.data.slice() } satisfies Raster;
    onlySky.data.set(scene.data.subarray(22 * scene.width * 3), 22 * scene.width * 3);
    const onlyGround = { ...darker, data: darker.data.slice() } satisfies Raster;
    onlyGround.data.set(scene.data.subarray(0, 22 * scene.width * 3));
    const [sky, all, none, ground] = await scores(asked, [onlySky, darker, scene, onlyGround], {
      observation,
    });
    expect(sky).toBeGreaterThan(all! + 0.3);
    expect(all).toBeGreaterThan(none!);
    expect(ground).toBeLessThan(none!);
  });

  test("uses the person's weights by name and keeps the sum at 1", async () => {
    const asked = reading({ goals: [goal('warmth', 1), goal('brightness', 1)] });
    const edit = EDITS.warmth(scene, 1);
    const weights = { 'brighter overall': 0, 'warmer overall': 1, 'no such criterion': 1 };
    const [plain] = await score(asked, [edit], { observation });
    const [own] = await score(asked, [edit], { observation, weights });
    expect(own!.metrics.find(({ name }) => name === 'brighter overall')!.weight).toBe(0);
    expect(own!.metrics.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 2);
    expect(own!.score).toBeGreaterThan(plain!.score + 2);
  });

  test('an instruction with nothing to measure asks for the picture as it was', async () => {
    const [kept, changed] = await scores(reading({}), [scene, EDITS.warmth(scene, 1)], { observation });
    expect(kept).toBe(10);
    expect(changed).toBeLessThan(7);
  });

  test('refuses pictures of another size, naming both', async () => {
    const other: Raster = { width: 2, height: 1, data: new Uint8Array(6), space: SRGB };
    await expect(score(warmer, [other], { observation })).rejects.toThrow(
      new RangeError('Expected candidates of 96 × 64 px, received 2 × 1'),
    );
  });

  test('stops when cancelled', async () => {
    const signal = {
      aborted: true,
      throwIfAborted: () => {
        throw new Error('stopped');
      },
    };
    await expect(score(warmer, [scene], { observation, signal })).rejects.toThrow('stopped');
  });

  test('finds its own noise: a picture rounded one level off is no different', async () => {
    const edit = EDITS.warmth(scene, 1);
    const off = {
      ...edit,
      data: edit.data.map((value, index) => Math.max(0, value - (index % 2))),
    } satisfies Raster;
    const [one, other] = await scores(warmer, [edit, off], { observation });
    expect(Math.abs(one! - other!)).toBeLessThan(createEmbeddedReward().noise);
  });
});

describe('looks', () => {
  test.each([
    [
      'monochrome',
      (raster: Raster) => EDITS.saturation(raster, -40),
      (raster: Raster) => EDITS.saturation(raster, -1),
    ],
    [
      'faded',
      (raster: Raster) => EDITS.saturation(EDITS.fade(raster, 1), -0.5),
      (raster: Raster) => EDITS.contrast(raster, 1),
    ],
    [
      'golden hour',
      (raster: Raster) => EDITS.warmth(raster, 1.2),
      (raster: Raster) => EDITS.warmth(raster, -1),
    ],
    [
      'night',
      (raster: Raster) => EDITS.warmth(EDITS.brightness(raster, -1.5), -1),
      (raster: Raster) => EDITS.brightness(raster, 1),
    ],
    [
      'airy',
      (raster: Raster) => EDITS.contrast(EDITS.brightness(raster, 1.1), -0.5),
      (raster: Raster) => EDITS.contrast(raster, 1),
    ],
    [
      'autumn',
      (raster: Raster) => EDITS.hue(EDITS.warmth(raster, 0.8), -1.1),
      (raster: Raster) => EDITS.warmth(raster, -1),
    ],
  ] as const)('%s: its own edit > no edit, and > a wrong one', async (name, own, wrong) => {
    const [good, none, bad] = await scores(
      reading({ styles: [style(name)] }),
      [own(scene), scene, wrong(scene)],
      { observation },
    );
    expect(good).toBeGreaterThan(6);
    expect(good).toBeGreaterThan(none! + 2);
    expect(good).toBeGreaterThan(bad! + 2);
  });

  test('auto: a dark, flat picture is better corrected than left, a good one better left than pushed', async () => {
    const auto = reading({ styles: [style('auto')] });
    const dark = curve(scene, (v) => 0.04 + v * 0.45);
    const [corrected, left] = await scores(auto, [scene, dark], { observation: observe(dark) });
    expect(corrected).toBeGreaterThan(left! + 2);
    const [untouched, pushed] = await scores(auto, [scene, EDITS.contrast(EDITS.brightness(scene, 3), 3)], {
      observation,
    });
    expect(untouched).toBeGreaterThan(8);
    expect(pushed).toBeLessThan(untouched! - 2);
  });
});
