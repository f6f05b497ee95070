import { toLab } from '#image/lab.ts';
import type { Region } from '#image/observation.ts';
import type { LabImage } from '#image/raster.ts';
import { likelySkin } from '#image/regions/likely-skin.ts';
import { findRegions } from '#image/regions.ts';
import { runNow } from '#image/steps.ts';
import { paint } from './pictures.ts';
import { landscape, portrait, SKIES, SKIN_TONES } from './scenes.ts';

/** People too small to have features, before a grey-blue wall: heads of 8 px. */
const crowd = paint(320, 240, (x, y) => {
  const head = Math.hypot((x % 64) - 32, (y % 120) - 60);
  return head < 4 ? [196, 148, 120] : [96 + (x % 3), 110 + (y % 3), 128];
});

function skinIn(lab: LabImage): Region | null {
  return runNow(likelySkin(lab));
}

describe('likelySkin()', () => {
  test('is what findRegions() finds, where it finds skin', () => {
    const lab = toLab(portrait(SKIN_TONES[1]!.skin));
    const found = findRegions(portrait(SKIN_TONES[1]!.skin), lab).find(({ name }) => name === 'skin')!;
    expect(skinIn(lab)!.confidence).toBeCloseTo(found.confidence, 6);
    expect(skinIn(lab)!.area).toBeCloseTo(found.area, 6);
  });

  test('points at faces that are too small to be found, doubtfully', () => {
    const lab = toLab(crowd);
    expect(findRegions(crowd, lab).some(({ name }) => name === 'skin')).toBe(false);
    const { mask, area, confidence } = skinIn(lab)!;
    expect(confidence).toBeLessThan(0.3);
    expect(mask.data[60 * 320 + 32]).toBeGreaterThan(0.5);
    expect(mask.data[10 * 320 + 10]).toBeLessThan(0.1);
    expect(area).toBeLessThan(0.05);
  });

  test('is null where nothing has the colour, and in tiny pictures', () => {
    expect(skinIn(toLab(landscape(SKIES[0]!.sky, 0.45, [40, 90, 50])))).toBeNull();
    expect(skinIn(toLab(paint(8, 8, () => [196, 148, 120])))).toBeNull();
  });
});
