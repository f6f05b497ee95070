import { BUILT_IN_SPACES } from '#color/spaces.ts';
import { encodeFast, encodeTable } from '#color/transfer.ts';
import { codeOf, codeTable } from '#image/code-table.ts';

describe('codeOf()', () => {
  test.each(BUILT_IN_SPACES.map((space) => ({ space })))(
    'rounds as the curve of $space.name does, also next to every limit between two codes',
    ({ space }) => {
      const table = encodeTable(space);
      const codes = codeTable(table);
      const limits = Array.from(codes.limits.slice(0, 256));
      const near = limits.flatMap((limit) => [limit * (1 - 1e-15), limit, limit * (1 + 1e-15)]);
      const even = Array.from({ length: 5000 }, (_, i) => i / 4999);
      for (const linear of [...near, ...even]) {
        expect(codeOf(codes, linear)).toBe(Math.floor(encodeFast(table, linear) * 255 + 0.5));
      }
    },
  );

  test('clamps what lies outside of 0…1', () => {
    const codes = codeTable(encodeTable(BUILT_IN_SPACES[0]!));
    expect([-1, Number.NaN, 1.5, Number.POSITIVE_INFINITY].map((linear) => codeOf(codes, linear))).toEqual([
      0, 0, 255, 255,
    ]);
  });
});
