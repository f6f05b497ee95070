import fc from 'fast-check';
import { boxBlur } from '#image/box-blur.ts';
import { labelComponents } from '#image/components.ts';
import { guidedFilter } from '#image/guided-filter.ts';
import type { Plane } from '#image/raster.ts';

const planeArbitrary: fc.Arbitrary<Plane> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) => {
    const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
      minLength: width * height,
      maxLength: width * height,
    });
    return values.map((data) => ({ width, height, data: Float32Array.from(data) }));
  });

/** The definition, pixel by pixel. */
function slowBlur({ width, height, data }: Plane, radius: number): number[] {
  return Array.from(data, (_, i) => {
    const [cx, cy] = [i % width, Math.floor(i / width)];
    let [sum, count] = [0, 0];
    for (let y = Math.max(0, cy - radius); y <= Math.min(height - 1, cy + radius); y++) {
      for (let x = Math.max(0, cx - radius); x <= Math.min(width - 1, cx + radius); x++) {
        sum += data[y * width + x]!;
        count++;
      }
    }
    return sum / count;
  });
}

describe('boxBlur()', () => {
  test('is the mean of the window cut at the border, also in place', () => {
    fc.assert(
      fc.property(planeArbitrary, fc.integer({ min: 0, max: 20 }), (plane, radius) => {
        const expected = slowBlur(plane, radius);
        const apart = boxBlur(plane, radius);
        const inPlace = boxBlur(plane, radius, plane);
        for (const [i, value] of expected.entries()) {
          expect(Math.abs(apart.data[i]! - value)).toBeLessThan(1e-3);
          expect(inPlace.data[i]).toBe(apart.data[i]);
        }
      }),
    );
  });
});

describe('guidedFilter()', () => {
  test('leaves a plain plane plain and is finite everywhere', () => {
    fc.assert(
      fc.property(planeArbitrary, fc.integer({ min: 1, max: 20 }), (guide, radius) => {
        const plain = { ...guide, data: new Float32Array(guide.data.length).fill(0.5) };
        for (const value of guidedFilter(plain, guide, radius, 0.01).data) expect(value).toBeCloseTo(0.5, 3);
        for (const value of guidedFilter(guide, guide, radius, 1).data)
          expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });

  test('keeps a step of its guide and removes what the guide does not have', () => {
    const [width, height] = [20, 5];
    const guide = {
      width,
      height,
      data: Float32Array.from({ length: 100 }, (_, i) => (i % width < 10 ? 0 : 1)),
    };
    const noisy = { ...guide, data: guide.data.map((value, i) => value + (i % 2 === 0 ? 0.1 : -0.1)) };
    const out = guidedFilter(noisy, guide, 3, 1e-4).data;
    expect(out[2 * width + 9]!).toBeLessThan(0.1);
    expect(out[2 * width + 10]!).toBeGreaterThan(0.9);
    expect(Math.abs(out[2 * width + 3]! - out[2 * width + 4]!)).toBeLessThan(0.05);
  });
});

describe('labelComponents()', () => {
  test('tells diagonal neighbours apart and measures each set', () => {
    const mask = Uint8Array.of(1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1); // prettier: rows as drawn
    const { labels, components } = labelComponents(mask, 4, 3);
    expect(
      components.map(({ count, left, top, right, bottom }) => [count, left, top, right, bottom]),
    ).toEqual([
      [3, 0, 0, 2, 2],
      [3, 2, 1, 4, 3],
    ]);
    expect([...labels]).toEqual([1, 1, 0, 0, 0, 1, 0, 2, 0, 0, 2, 2]);
  });
});
