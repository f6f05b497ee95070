import fc from 'fast-check';
import { BUILT_IN_SPACES } from '#color/spaces.ts';
import type { Raster } from '#image/raster.ts';
import { resize } from '#image/resample.ts';

const size = fc.integer({ min: 1, max: 24 });

const rasterArbitrary: fc.Arbitrary<Raster> = fc
  .record({
    width: size,
    height: size,
    deep: fc.boolean(),
    alpha: fc.boolean(),
    space: fc.constantFrom(...BUILT_IN_SPACES),
  })
  .chain(({ width, height, deep, alpha, space }) => {
    const samples = (length: number) => {
      const options = { minLength: length, maxLength: length };
      return deep ? fc.uint16Array(options) : fc.uint8Array(options);
    };
    const data = samples(width * height * 3);
    if (!alpha) return data.map((d): Raster => ({ width, height, data: d, space }));
    return fc
      .tuple(data, samples(width * height))
      .map(([d, a]): Raster => ({ width, height, data: d, space, alpha: a }));
  });

describe('resize()', () => {
  test('stays within the range of its input, channel by channel', () => {
    fc.assert(
      fc.property(rasterArbitrary, size, size, (raster, width, height) => {
        const { data } = resize(raster, width, height);
        expect(data.length).toBe(width * height * 3);
        for (const channel of [0, 1, 2]) {
          const own = (values: Raster['data']) => Array.from(values).filter((_, i) => i % 3 === channel);
          const before = own(raster.data);
          const after = own(data);
          expect(Math.min(...after)).toBeGreaterThanOrEqual(Math.min(...before) - 1);
          expect(Math.max(...after)).toBeLessThanOrEqual(Math.max(...before) + 1);
        }
      }),
    );
  });

  test('keeps the mean light of opaque pictures', () => {
    fc.assert(
      fc.property(
        rasterArbitrary.filter((raster) => !raster.alpha),
        size,
        size,
        (raster, width, height) => {
          const max = raster.data instanceof Uint8Array ? 255 : 65535;
          const light = ({ data }: Raster) =>
            Array.from(data).reduce((sum, v) => sum + raster.space.decode(v / max), 0) / data.length;
          expect(Math.abs(light(resize(raster, width, height)) - light(raster))).toBeLessThan(1.5 / 255);
        },
      ),
    );
  });

  test('leaves a plain picture plain', () => {
    const plain = fc.record({ width: size, height: size, value: fc.nat(255) });
    fc.assert(
      fc.property(plain, size, size, ({ width, height, value }, w, h) => {
        const raster: Raster = {
          width,
          height,
          data: new Uint8Array(width * height * 3).fill(value),
          space: BUILT_IN_SPACES[0]!,
        };
        expect(new Set(resize(raster, w, h).data)).toEqual(new Set([value]));
      }),
    );
  });
});
