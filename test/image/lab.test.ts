import { xyzToLab } from '#color/lab.ts';
import { apply3 } from '#color/matrix.ts';
import { BUILT_IN_SPACES } from '#color/spaces.ts';
import { toLab, toLabPlanes } from '#image/lab.ts';
import { runNow } from '#image/steps.ts';
import { deepen, paint } from './pictures.ts';

describe('toLab()', () => {
  test.each(BUILT_IN_SPACES.map((space) => ({ space })))(
    'agrees with the exact conversion in $space.name',
    ({ space }) => {
      const raster = paint(16, 16, (x, y) => [x * 17, y * 17, ((x + y) * 8) % 256], space);
      const exact = Float32Array.from(raster.data);
      for (let i = 0; i < exact.length; i += 3) {
        const [r, g, b] = [0, 1, 2].map((c) => space.decode(raster.data[i + c]! / 255)) as [
          number,
          number,
          number,
        ];
        exact.set(xyzToLab(apply3(space.toXyzD50, [r, g, b])), i);
      }
      for (const picture of [raster, deepen(raster)]) {
        const worst = toLab(picture).data.reduce(
          (max, value, i) => Math.max(max, Math.abs(value - exact[i]!)),
          0,
        );
        expect(worst).toBeLessThan(0.02);
      }
    },
  );
});

test('toLabPlanes() gives the L* of toLab() everywhere, its a* and b* at every third pixel', () => {
  const raster = paint(17, 13, (x, y) => [x * 15, y * 19, ((x + y) * 8) % 256]);
  const { data } = toLab(raster);
  const { lightness, a, b } = runNow(toLabPlanes(raster, 3));
  lightness.forEach((value, pixel) => {
    expect(value).toBe(data[3 * pixel]);
    const known = pixel % 3 === 0 ? [data[3 * pixel + 1]!, data[3 * pixel + 2]!] : [0, 0];
    expect(a[pixel]).toBeCloseTo(known[0]!, 3);
    expect(b[pixel]).toBeCloseTo(known[1]!, 3);
  });
});
