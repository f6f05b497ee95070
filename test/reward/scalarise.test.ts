import { fitAsked } from '#reward/criteria/fit.ts';
import { guardFactor, scalarise } from '#reward/scalarise.ts';

describe('fitAsked()', () => {
  test.each([
    ['the opposite', -1, 0],
    ['nothing', 0, 1],
    ['all of it', 1, 10],
    ['somewhat more', 1.5, 10],
    ['three times as much', 3, 5.5],
    ['nine times as much', 9, 0],
  ])('%s scores as documented', (_what, moved, score) => {
    expect(fitAsked(moved * 7, 7)).toBeCloseTo(score, 6);
  });

  test('rises to the target and falls beyond it', () => {
    const parts = Array.from({ length: 100 }, (_, index) => index / 10 - 1);
    const values = parts.map((part) => fitAsked(part, 1));
    values.forEach((value, index) => {
      const next = values[index + 1] ?? 0;
      if (parts[index]! < 1) expect(next).toBeGreaterThanOrEqual(value);
      if (parts[index]! > 1.6) expect(next).toBeLessThanOrEqual(value);
    });
  });
});

describe('scalarise()', () => {
  const met = { weight: 0.5, explicit: true, score: 8 };
  const missed = { weight: 0.5, explicit: true, score: 2 };
  const fine = { name: 'halo', score: 10, limit: 6 };

  test('is 0.6 · weighted mean + 0.4 · the worst asked', () => {
    expect(scalarise([met, missed], [fine])).toBeCloseTo(0.6 * 5 + 0.4 * 2, 9);
  });

  test('is the mean when nothing was asked in words', () => {
    expect(
      scalarise(
        [
          { ...met, explicit: false },
          { ...missed, explicit: false },
        ],
        [],
      ),
    ).toBeCloseTo(5, 9);
  });

  test('does not count the worst of what weighs nothing', () => {
    expect(
      scalarise(
        [
          { ...met, weight: 1 },
          { ...missed, weight: 0 },
        ],
        [],
      ),
    ).toBeCloseTo(8, 9);
  });

  test('guards take nothing at their limit, and more and more below', () => {
    expect([10, 6, 3, 0].map((score) => guardFactor({ name: 'halo', score, limit: 6 }))).toEqual([
      1, 1, 0.55, 0.1,
    ]);
    expect(scalarise([met], [fine])).toBeGreaterThan(scalarise([met], [{ ...fine, score: 3 }]));
  });
});
