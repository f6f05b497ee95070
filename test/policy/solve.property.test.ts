import fc from 'fast-check';
import { runNow } from '#image/steps.ts';
import { type Solution, solve, type Unknown } from '#policy/embedded/solve.ts';

const finite = (minimum: number, maximum: number) => fc.double({ min: minimum, max: maximum, noNaN: true });

function solveNow(
  unknowns: readonly Unknown[],
  residuals: (values: readonly number[]) => number[],
): Solution {
  return runNow(
    // biome-ignore lint/correctness/useYield: there is nothing to wait for
    solve(unknowns, function* (values) {
      return residuals(values);
    }),
  );
}

test('solve() reaches a reachable target of a monotonic response', () => {
  fc.assert(
    fc.property(finite(0.3, 2), finite(-25, 25), (gain, wanted) => {
      const response = (x: number) => gain * x + 0.002 * x * x;
      const { values } = solveNow([{ prior: 0, reach: 40, minimum: -100, maximum: 100 }], ([x]) => [
        (response(x!) - response(wanted)) / 0.2,
      ]);
      expect(Math.abs(response(values[0]!) - response(wanted))).toBeLessThan(0.5);
    }),
  );
});

test('solve() never leaves the ends, whatever the residuals want', () => {
  fc.assert(
    fc.property(fc.array(finite(-1000, 1000), { minLength: 2, maxLength: 2 }), (wanted) => {
      const unknowns = [
        { prior: 3, reach: 10, minimum: -5, maximum: 20 },
        { prior: 0, reach: 1, minimum: 0, maximum: 0.5 },
      ];
      const { values } = solveNow(unknowns, (x) => x.map((value, i) => value - wanted[i]!));
      values.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(unknowns[i]!.minimum - 1e-9);
        expect(value).toBeLessThanOrEqual(unknowns[i]!.maximum + 1e-9);
      });
    }),
  );
});

test('solve() stays at the prior when nothing is asked', () => {
  expect(solveNow([{ prior: 12, reach: 5, minimum: -100, maximum: 100 }], () => [0]).values).toEqual([12]);
});
