import type { Raster } from '#image/raster.ts';
import { GUARDS } from '#reward/guards/guards.ts';
import { curve, EDITS } from './edits.ts';
import {
  goal,
  makeScene,
  mapPixels,
  noiseAt,
  observe,
  reading,
  SKY_ROWS,
  score,
  scores,
  WIDTH,
} from './scene.ts';

const scene = makeScene();
const observation = observe(scene);
const brighter = reading({ goals: [goal('brightness', 1)] });
const right = EDITS.brightness(scene, 1);

/** Ways to break a picture that is otherwise edited as asked, and the guard that must say so. */
const BROKEN: readonly (readonly [string, string, (raster: Raster) => Raster])[] = [
  ['blown', 'clipping', (raster) => curve(raster, (v) => v * 1.9)],
  ['crushed', 'clipping', (raster) => curve(raster, (v) => (v - 0.4) * 1.5)],
  ['neon', 'over-saturation', (raster) => EDITS.saturation(raster, 6)],
  ['inverted', 'structure', (raster) => curve(raster, (v) => 1 - v)],
  ['posterised', 'banding', (raster) => curve(raster, (v) => Math.round(v * 6) / 6)],
  [
    'very noisy',
    'noise gain',
    (raster) =>
      mapPixels(raster, ([r, g, b], pixel) => {
        const noise = 60 * noiseAt(pixel + 5);
        return [r + noise, g + noise, b + noise];
      }),
  ],
  ['green people', 'skin', (raster) => mapPixels(raster, ([r, g, b]) => [r * 0.82, g * 1.08, b * 0.9])],
];

describe('guards', () => {
  test('pass an edit that changes nothing with 10', async () => {
    const [reward] = await score(brighter, [scene], { observation });
    expect(reward!.guards.map(({ name, score }) => [name, score])).toEqual(
      GUARDS.map(({ name }) => [name, 10]),
    );
  });

  test('do not bite an ordinary edit', async () => {
    const [reward] = await score(brighter, [right], { observation });
    for (const guard of reward!.guards)
      expect([guard.name, guard.score >= guard.limit]).toEqual([guard.name, true]);
  });

  test.each(BROKEN)('pull down a %s picture by "%s"', async (_what, name, breakIt) => {
    const [whole, broken] = await score(brighter, [right, breakIt(right)], { observation });
    const guard = broken!.guards.find((found) => found.name === name)!;
    expect(guard).toMatchObject({ name, evidence: expect.any(String) });
    expect(guard.score).toBeLessThan(guard.limit);
    expect(broken!.score).toBeLessThan(0.6 * whole!.score);
  });

  test('halo: tells a glow along an edge from a tone curve', async () => {
    const towers = mapPixels(scene, (_rgb, pixel) => {
      const value = Math.floor((pixel % WIDTH) / 24) % 2 === 0 ? 70 : 150;
      return [value, value, value];
    });
    const haloOf = async (after: Raster): Promise<number> =>
      (await score(brighter, [after], { observation: observe(towers) }))[0]!.guards.find(
        ({ name }) => name === 'halo',
      )!.score;
    expect(await haloOf(curve(towers, (v) => v * v * (3 - 2 * v)))).toBeGreaterThan(9.5);
    expect(await haloOf(EDITS.clarity(towers, 9))).toBeLessThan(6);
  });

  test('halo: a part that was asked to change has a tone of its own', async () => {
    const asked = reading({ goals: [goal('brightness', -1, { region: 'sky' })] });
    const darker = EDITS.brightness(scene, -1.2);
    const cut = SKY_ROWS * WIDTH;
    const sky = mapPixels(scene, (rgb, pixel) =>
      pixel < cut ? [darker.data[pixel * 3]!, darker.data[pixel * 3 + 1]!, darker.data[pixel * 3 + 2]!] : rgb,
    );
    const [reward] = await score(asked, [sky], { observation });
    expect(reward!.guards.find(({ name }) => name === 'halo')!.score).toBeGreaterThan(9);
  });

  test('let grain pass that was asked for', async () => {
    const grainy = EDITS.grain(scene, 2.5);
    const gain = async (asked: typeof brighter): Promise<number> =>
      (await score(asked, [grainy], { observation }))[0]!.guards.find(({ name }) => name === 'noise gain')!
        .score;
    expect(await gain(reading({ goals: [goal('grain', 1)] }))).toBe(10);
    expect(await gain(brighter)).toBeLessThan(10);
  });

  test('notice what moved unasked', async () => {
    const [kept, moved] = await scores(brighter, [right, EDITS.warmth(right, -2)], { observation });
    expect(moved).toBeLessThan(kept! - 1);
  });
});
