import type { Raster } from '#image/raster.ts';
import { EDITS } from './edits.ts';
import { makeScene, mapPixels, observe, reading, score, scores, style } from './scene.ts';

const scene = makeScene();
const observation = observe(scene);

/** Adds to red and blue by lightness: +1 warms lights and cools darks, −1 the opposite. */
function split(raster: Raster, strength: number): Raster {
  return mapPixels(raster, ([r, g, b]) => {
    const light = (0.25 * r + 0.66 * g + 0.09 * b) / 255 - 0.5;
    return [r + 34 * strength * light, g, b - 34 * strength * light];
  });
}

describe('criteria of looks', () => {
  test('autumn: golden > golden with its colours drained', async () => {
    const golden = EDITS.hue(EDITS.warmth(scene, 1.4), -1.2);
    const [rich, drained] = await scores(
      reading({ styles: [style('autumn')] }),
      [golden, EDITS.saturation(golden, -2.2)],
      { observation },
    );
    expect(rich).toBeGreaterThan(drained! + 1);
  });

  test('teal and orange: counts shadows against lights, whatever colour prevails', async () => {
    const asked = reading({ styles: [style('teal and orange')] });
    for (const picture of [scene, mapPixels(scene, ([r, g, b]) => [r * 1.1 + 20, g * 0.75, b * 0.65])]) {
      const [parted, none, reversed] = await scores(
        asked,
        [split(picture, 1.2), picture, split(picture, -1.2)],
        { observation: observe(picture) },
      );
      expect(parted).toBeGreaterThan(7.5);
      expect(parted).toBeGreaterThan(none! + 3);
      expect(reversed).toBeLessThan(none!);
    }
  });

  test('airy: the full, visible edit is no worse than half of it', async () => {
    const full = (part: number): Raster => EDITS.contrast(EDITS.brightness(scene, 1.6 * part), -0.7 * part);
    const [whole, half] = await scores(reading({ styles: [style('airy')] }), [full(1), full(0.5)], {
      observation,
    });
    expect(whole).toBeGreaterThanOrEqual(half!);
  });

  test('vintage film: two looks with the same mark write it once', async () => {
    const [reward] = await score(reading({ styles: [style('vintage'), style('film')] }), [scene], {
      observation,
    });
    const names = reward!.metrics.map(({ name }) => name);
    expect(names.filter((name) => /^(vintage|film):/.test(name))).toHaveLength(1);
  });
});
