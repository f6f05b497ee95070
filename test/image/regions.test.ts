import { toLab } from '#image/lab.ts';
import { REGION_NAMES, type Region, type RegionName } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { findRegions } from '#image/regions.ts';
import { paint } from './pictures.ts';
import { brickWall, landscape, portrait, redBall, SKIES, SKIN_TONES } from './scenes.ts';

function find(raster: Raster): Partial<Record<RegionName, Region>> {
  return Object.fromEntries(findRegions(raster, toLab(raster)).map((region) => [region.name, region]));
}

function at({ mask }: Region, x: number, y: number): number {
  return mask.data[Math.floor(y * mask.height) * mask.width + Math.floor(x * mask.width)]!;
}

describe('findRegions()', () => {
  test.each(SKIES)('finds a $name sky down to the horizon', ({ sky }) => {
    const region = find(landscape(sky)).sky!;
    expect(region.confidence).toBeGreaterThan(0.5);
    expect(Math.abs(region.area - 0.45)).toBeLessThan(0.06);
    expect(at(region, 0.5, 0.2)).toBeGreaterThan(0.8);
    expect(at(region, 0.5, 0.8)).toBeLessThan(0.15);
  });

  test('draws the border of the sky on the edge, not about it', () => {
    const region = find(landscape(SKIES[0]!.sky)).sky!;
    expect(at(region, 0.5, 0.41)).toBeGreaterThan(0.7);
    expect(at(region, 0.5, 0.49)).toBeLessThan(0.3);
  });

  test('finds the foreground below the sky, and says that it guesses without one', () => {
    const outdoors = find(landscape(SKIES[0]!.sky)).foreground!;
    expect(at(outdoors, 0.5, 0.3)).toBeLessThan(0.05);
    expect(at(outdoors, 0.5, 0.9)).toBeGreaterThan(0.95);
    const indoors = find(brickWall()).foreground!;
    expect(indoors.confidence).toBeLessThan(outdoors.confidence);
  });

  test.each(SKIN_TONES)('finds face, skin and person of a portrait with $name skin', ({ skin }) => {
    const regions = find(portrait(skin));
    for (const name of ['face', 'skin', 'person', 'subject'] as const) {
      expect(regions[name]?.confidence ?? 0).toBeGreaterThan(0.35);
    }
    expect(at(regions.face!, 0.5, 0.35)).toBeGreaterThan(0.7);
    expect(at(regions.face!, 0.1, 0.1)).toBeLessThan(0.1);
    expect(at(regions.skin!, 0.5, 0.4)).toBeGreaterThan(0.5);
    expect(at(regions.skin!, 0.5, 0.8)).toBeLessThan(0.3);
    expect(at(regions.background!, 0.05, 0.1)).toBeGreaterThan(0.7);
  });

  test('takes no brick wall for skin, a face or a sky', () => {
    const regions = find(brickWall());
    expect(regions.face).toBeUndefined();
    expect(regions.skin).toBeUndefined();
    expect(regions.sky).toBeUndefined();
  });

  test('takes a red ball for the subject, not for skin', () => {
    const { subject, background, skin } = find(redBall());
    expect(skin).toBeUndefined();
    expect(subject!.confidence).toBeGreaterThan(0.5);
    expect(at(subject!, 0.5, 0.53)).toBeGreaterThan(0.8);
    expect(at(background!, 0.1, 0.5)).toBeGreaterThan(0.9);
    expect(subject!.area + background!.area).toBeCloseTo(1, 4);
  });

  test('finds green leaves below a sky as foliage', () => {
    const { foliage } = find(landscape(SKIES[0]!.sky, 0.4, [70, 110, 35]));
    expect(foliage!.confidence).toBeGreaterThan(0.5);
    expect(at(foliage!, 0.5, 0.8)).toBeGreaterThan(0.6);
    expect(at(foliage!, 0.5, 0.2)).toBeLessThan(0.1);
  });

  test('finds rippled water that mirrors the sky, never very sure', () => {
    const lake = paint(240, 160, (_, y) =>
      y < 70 ? [120, 160, 210] : y % 3 === 0 ? [95, 130, 165] : [70, 105, 145],
    );
    const { water, sky } = find(lake);
    expect(at(water!, 0.5, 0.8)).toBeGreaterThan(0.6);
    expect(at(water!, 0.5, 0.1)).toBeLessThan(0.1);
    expect(water!.confidence).toBeLessThanOrEqual(0.75);
    expect(sky!.area).toBeLessThan(0.5);
  });

  test('reports in the order of the contract, soft masks at the size of the picture, nothing doubtful', () => {
    const raster = portrait(SKIN_TONES[1]!.skin);
    const regions = findRegions(raster, toLab(raster));
    const order = regions.map(({ name }) => REGION_NAMES.indexOf(name));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const { mask, area, confidence, box } of regions) {
      expect([mask.width, mask.height, mask.data.length]).toEqual([240, 320, 240 * 320]);
      expect(mask.data.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(mask.data.reduce((sum, value) => sum + value, 0) / mask.data.length).toBeCloseTo(area, 4);
      expect(confidence).toBeGreaterThanOrEqual(0.3);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(box.left).toBeLessThan(box.right);
      expect(box.top).toBeLessThan(box.bottom);
    }
  });

  test('is the same every time', () => {
    const raster = landscape(SKIES[3]!.sky);
    const [first, second] = [0, 1].map(() =>
      findRegions(raster, toLab(raster)).map(({ mask, ...facts }) => ({
        ...facts,
        mask: Buffer.from(mask.data.buffer).toString('base64'),
      })),
    );
    expect(first).toEqual(second);
  });

  test.each([
    [1, 1],
    [1, 400],
    [400, 1],
    [15, 15],
    [16, 16],
    [17, 300],
    [512, 16],
  ])('survives %d × %d', (width, height) => {
    for (const raster of [
      paint(width, height, () => [0, 0, 0]),
      paint(width, height, (x, y) => [x % 256, y % 256, 90]),
    ]) {
      for (const { mask, area } of findRegions(raster, toLab(raster))) {
        expect(mask.data.length).toBe(width * height);
        expect(mask.data.some(Number.isNaN)).toBe(false);
        expect(area).toBeGreaterThan(0);
      }
    }
  });
});
