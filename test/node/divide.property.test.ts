import fc from 'fast-check';
import { divideRows, divisionOf, hullOf } from '#node/divide.ts';

const sizes = fc
  .record({ width: fc.integer({ min: 1, max: 65_500 }), height: fc.integer({ min: 1, max: 65_500 }) })
  .filter(({ width, height }) => width * height <= 120e6);

const formats = fc.constantFrom('jpeg' as const, 'png' as const, 'tiff' as const);

test('divisionOf() gives segments of whole blocks whose restart interval fits its field', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 700 }), formats, (size, unit, format) => {
      const division = divisionOf(size, unit, format);
      expect(division.segmentRows % 16).toBe(0);
      expect(division.segmentRows).toBeLessThanOrEqual(4096);
      expect(division.unit % division.segmentRows).toBe(0);
      if (division.segmentRows < size.height)
        expect((division.segmentRows / 16) * Math.ceil(size.width / 16)).toBeLessThanOrEqual(65_535);
    }),
  );
});

test('divisionOf() lets parts begin only where the settings allow it', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 700 }), formats, (size, unit, format) => {
      const division = divisionOf(size, unit, format);
      if (division.unit < size.height) expect(division.unit % unit).toBe(0);
    }),
  );
});

test('divideRows() covers every row once, in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9000 }),
      fc.integer({ min: 1, max: 2000 }),
      fc.integer({ min: 1, max: 9 }),
      fc.double({ min: 0, max: 2, noNaN: true }),
      (height, unit, parts, lead) => {
        const ranges = divideRows(height, unit, parts, lead);
        expect(ranges).toHaveLength(parts);
        let next = 0;
        for (const { top, rows } of ranges) {
          expect(top).toBe(next);
          expect(rows).toBeGreaterThanOrEqual(0);
          expect(top === height || top % unit === 0).toBe(true);
          next = top + rows;
        }
        expect(next).toBe(height);
      },
    ),
  );
});

test('divideRows() gives more rows to parts further up, the more the rows above cost', () => {
  const rowsOf = (lead: number) => divideRows(4000, 16, 2, lead).map(({ rows }) => rows);
  expect(rowsOf(0)).toEqual([2000, 2000]);
  const [first, second] = rowsOf(0.5) as [number, number];
  expect(first + 0.5 * first).toBeCloseTo(second + 0.5 * 4000, -2);
});

test('hullOf() spans the ranges that have rows', () => {
  const ranges = [
    { top: 500, rows: 0 },
    { top: 30, rows: 10 },
    { top: 64, rows: 16 },
  ];
  expect(hullOf(ranges)).toEqual({ top: 30, rows: 50 });
  expect(hullOf([])).toEqual({ top: 0, rows: 0 });
});
