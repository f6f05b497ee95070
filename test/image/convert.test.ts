import { ADOBE_RGB, DISPLAY_P3, PROPHOTO, SRGB } from '#color/spaces.ts';
import { convertRaster } from '#image/convert.ts';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/metrics.ts';
import { deepen, paint } from './pictures.ts';

const COLORS = paint(16, 16, (x, y) => [x * 17, y * 17, (x * y * 17) % 256]);

describe('convertRaster()', () => {
  test.each([{ space: DISPLAY_P3 }, { space: ADOBE_RGB }, { space: PROPHOTO }])(
    'keeps every colour in $space.name',
    ({ space }) => {
      const there = convertRaster(COLORS, space, 16);
      expect(meanDeltaE2000(toLab(there), toLab(COLORS))).toBeLessThan(0.01);
      expect([...convertRaster(there, SRGB, 8).data]).toEqual([...COLORS.data]);
    },
  );

  test('returns the same picture when nothing changes', () => {
    expect(convertRaster(COLORS, SRGB)).toBe(COLORS);
  });

  test('changes depth full range to full range, alpha too', () => {
    const deep = convertRaster({ ...COLORS, alpha: new Uint8Array(256).fill(255) }, SRGB, 16);
    expect([...deep.data]).toEqual([...deepen(COLORS).data]);
    expect(deep.alpha![0]).toBe(65535);
    expect([...convertRaster(deep, SRGB, 8).data]).toEqual([...COLORS.data]);
  });

  test('clips what the new space cannot hold', () => {
    const green = convertRaster(
      paint(1, 1, () => [0, 255, 0], PROPHOTO),
      SRGB,
    );
    expect(green.data[0]).toBe(0);
    expect(green.data[1]).toBe(255);
  });
});
