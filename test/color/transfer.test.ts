import { BUILT_IN_SPACES, SRGB } from '#color/spaces.ts';
import { decodeTable8, decodeTable16, encodeFast, encodeTable } from '#color/transfer.ts';

const SPACES = BUILT_IN_SPACES.map((space) => ({ space }));

describe('transfer tables', () => {
  test.each(SPACES)('$space.name: every 8-bit code comes back', ({ space }) => {
    const table = encodeTable(space);
    const codes = [...decodeTable8(space)].map((linear) => Math.round(encodeFast(table, linear) * 255));
    expect(codes).toEqual(Array.from({ length: 256 }, (_, i) => i));
  });

  test.each(SPACES)('$space.name: every 16-bit code comes back within one step', ({ space }) => {
    const table = encodeTable(space);
    const worst = decodeTable16(space).reduce(
      (max, linear, code) => Math.max(max, Math.abs(encodeFast(table, linear) * 65535 - code)),
      0,
    );
    expect(worst).toBeLessThan(1);
  });

  test('encodeFast() clamps what is out of range', () => {
    const table = encodeTable(SRGB);
    expect([-1, Number.NaN, 0, 1, 7].map((linear) => encodeFast(table, linear))).toEqual([0, 0, 0, 1, 1]);
  });

  test('channels with one curve share a table, others do not', () => {
    expect(decodeTable8(SRGB, 2)).toBe(decodeTable8(SRGB, 0));
    const split = { ...SRGB, decode: (v: number, channel?: number) => (channel === 2 ? v : SRGB.decode(v)) };
    expect(decodeTable8(split, 2)[128]).toBeCloseTo(128 / 255, 6);
    expect(decodeTable8(split, 1)).toBe(decodeTable8(split, 0));
  });
});
