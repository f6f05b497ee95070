import { SCENES } from '../../scripts/samples/scenes.ts';

describe('the sample scenes', () => {
  test('have names that the service lists and shows as titles', () => {
    expect(SCENES.map(({ name }) => name).filter((name) => !/^[a-z][a-z0-9-]+$/.test(name))).toEqual([]);
  });

  test.each(SCENES.map((scene) => [scene.name, scene] as const))(
    '%s is a whole picture, the same each time',
    (_, scene) => {
      const [one, other] = [scene.draw(48, 32), scene.draw(48, 32)];
      expect(one.data.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      expect(one.data).toEqual(other.data);
      const sorted = [...one.data].sort((a, b) => a - b);
      // Not a flat field: the lightest tenth is far lighter than the darkest.
      expect(
        sorted[Math.floor(sorted.length * 0.9)]! / (sorted[Math.floor(sorted.length * 0.1)]! + 1e-3),
      ).toBeGreaterThan(3);
    },
  );
});
