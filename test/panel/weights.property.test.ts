import fc from 'fast-check';
import { currentWeights, setWeight, shiftWeight } from '#panel/state/weights.ts';

const weights = fc
  .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 })
  .map((values) => {
    const sum = values.reduce((total, value) => total + value, 0);
    return Object.fromEntries(values.map((value, index) => [`c${index}`, value / sum]));
  });
const sumOf = (all: Readonly<Record<string, number>>) =>
  Object.values(all).reduce((total, value) => total + value, 0);

describe('weights', () => {
  test('sum to 1 after every change', () => {
    fc.assert(
      fc.property(
        weights,
        fc.constantFrom(1 as const, -1 as const),
        fc.double({ min: -1, max: 2, noNaN: true }),
        (all, direction, value) => {
          expect(sumOf(shiftWeight(all, 'c0', direction))).toBeCloseTo(1, 9);
          expect(sumOf(setWeight(all, 'c0', value))).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  test('"matters more" raises its own weight and no other', () => {
    fc.assert(
      fc.property(weights, (all) => {
        const more = shiftWeight(all, 'c0', 1);
        expect(more['c0']).toBeGreaterThan(all['c0']!);
        expect(more['c1']).toBeLessThan(all['c1']!);
      }),
    );
  });

  test('set exactly keep the proportions of the others', () => {
    expect(setWeight({ a: 0.5, b: 0.3, c: 0.2 }, 'a', 0)).toEqual({ a: 0, b: 0.6, c: 0.4 });
  });

  test('are those of the criteria until the person moves one', () => {
    const metric = { why: '', score: 5, evidence: '' };
    const metrics = [
      { ...metric, name: 'a', weight: 0.75 },
      { ...metric, name: 'b', weight: 0.25 },
    ];
    expect(currentWeights(metrics, {})).toEqual({ a: 0.75, b: 0.25 });
    expect(currentWeights(metrics, { a: 0.5, b: 0.5 })).toEqual({ a: 0.5, b: 0.5 });
  });
});
