import { measureHistogram } from '#image/histogram.ts';
import { toLab } from '#image/lab.ts';
import { COLOR_NAMES } from '#image/observation.ts';
import type { Raster } from '#image/raster.ts';
import { measureStatistics } from '#image/statistics.ts';
import { deepen, gaussian, mix, paint } from './pictures.ts';

function measure(raster: Raster) {
  return measureStatistics(raster, toLab(raster));
}

/** A street: grey asphalt and walls in many tones, a red door, a blue sign. */
function street(
  tint: (rgb: readonly [number, number, number]) => readonly [number, number, number] = (rgb) => rgb,
): Raster {
  return paint(120, 80, (x, y) => {
    const grey = 40 + ((x * 7 + y * 13) % 160);
    if (x > 20 && x < 35 && y > 30) return tint([170, 30, 25]);
    if (x > 90 && x < 100 && y < 20) return tint([30, 60, 170]);
    return tint([grey, grey, grey]);
  });
}

describe('measureStatistics()', () => {
  test('reads percentiles, mean and spread of a grey ramp', () => {
    const ramp = paint(256, 4, (x) => [x, x, x]);
    const lab = toLab(ramp);
    const { lightness, chroma, mean } = measureStatistics(ramp, lab);
    for (const [name, share] of [
      ['p05', 0.05],
      ['p25', 0.25],
      ['p50', 0.5],
      ['p75', 0.75],
      ['p95', 0.95],
    ] as const) {
      expect(Math.abs(lightness[name] - lab.data[Math.round(share * 256) * 3]!)).toBeLessThan(0.6);
    }
    expect(lightness.spread).toBeGreaterThan(25);
    expect(chroma.mean).toBeLessThan(0.1);
    expect(Math.abs(mean.a)).toBeLessThan(0.1);
  });

  test('is the same for 8 and 16 bits', () => {
    const eight = measure(street());
    const sixteen = measure(deepen(street()));
    expect(sixteen.lightness.p50).toBeCloseTo(eight.lightness.p50, 1);
    expect(sixteen.clipping).toEqual(eight.clipping);
    expect(sixteen.haze).toBeCloseTo(eight.haze, 3);
  });

  test('counts a clipped channel once per pixel', () => {
    const half = paint(10, 10, (x) => (x < 5 ? [255, 254, 0] : [100, 100, 100]));
    expect(measure(half).clipping).toEqual({ shadows: 0.5, highlights: 0.5 });
  });

  test.each([
    ['red', [200, 40, 40]],
    ['orange', [220, 130, 50]],
    ['yellow', [220, 210, 40]],
    ['green', [60, 160, 60]],
    ['aqua', [60, 190, 190]],
    ['blue', [70, 120, 210]],
    ['purple', [130, 60, 200]],
    ['magenta', [210, 60, 190]],
  ] as const)('files %s under its own family', (name, rgb) => {
    const { hues } = measure(paint(4, 4, () => rgb));
    expect(hues).toEqual(COLOR_NAMES.map((color) => (color === name ? 1 : 0)));
  });

  test('tells the toning of dark and light parts apart', () => {
    const split = paint(64, 64, (_, y) => (y < 32 ? [20, 40, 60] : [220, 200, 160]));
    const { shadows, highlights } = measure(split);
    expect(shadows.b).toBeLessThan(-8);
    expect(highlights.b).toBeGreaterThan(12);
  });

  describe('cast', () => {
    test('of neutral greys is nil, and sure', () => {
      const { cast } = measure(street());
      expect(Math.hypot(cast.a, cast.b)).toBeLessThan(1);
      expect(cast.confidence).toBeGreaterThan(0.6);
    });

    test('is found under warm light, and sure', () => {
      const { cast } = measure(street(([r, g, b]) => [Math.min(255, r * 1.12), g, b * 0.82]));
      expect(cast.b).toBeGreaterThan(8);
      expect(cast.confidence).toBeGreaterThan(0.5);
    });

    test('of a frame full of leaves is doubted', () => {
      const next = gaussian(3);
      const leaves = paint(120, 80, () => {
        const light = 70 + 25 * next();
        return [light * 0.75, light, light * (0.35 + 0.05 * next())].map((v) =>
          Math.min(255, Math.max(3, v)),
        ) as [number, number, number];
      });
      expect(measure(leaves).cast.confidence).toBeLessThan(0.25);
    });

    test('of a sunset is doubted', () => {
      const sunset = paint(120, 80, (x, y) => {
        if (y > 55) return [22 + (x % 5), 14, 12];
        return mix([150, 90, 70], [250, 170, 70], y / 55);
      });
      expect(measure(sunset).cast.confidence).toBeLessThan(0.4);
    });
  });

  test('haze grows with the veil and is near nil in clear air', () => {
    const next = gaussian(11);
    const tones = Array.from({ length: 120 * 80 }, () => Math.min(250, Math.max(5, 110 + 60 * next())));
    const veiled = (veil: number) =>
      measure(
        paint(120, 80, (x, y) =>
          mix([tones[y * 120 + x]!, tones[y * 120 + x]! * 0.8, 40], [225, 228, 232], veil),
        ),
      ).haze;
    expect(veiled(0)).toBeLessThan(0.05);
    expect(veiled(0.3)).toBeGreaterThan(veiled(0) + 0.05);
    expect(veiled(0.7)).toBeGreaterThan(veiled(0.3) + 0.2);
  });

  test.each([0, 1, 3])('noise of deviation %d L* is measured, edges apart', (sigma) => {
    const next = gaussian(5);
    // 2.55 code values per L* is close enough around middle grey; a hard edge must not count.
    const raster = paint(160, 120, (x) => {
      const grey = (x < 80 ? 110 : 150) + sigma * 2.55 * next();
      return [grey, grey, grey];
    });
    expect(Math.abs(measure(raster).noise - sigma)).toBeLessThan(0.15 + 0.15 * sigma);
  });

  test('fine and coarse stripes count as fine and middle detail', () => {
    const stripes = (period: number) =>
      measure(paint(200, 100, (x) => (x % period < period / 2 ? [90, 90, 90] : [160, 160, 160]))).detail;
    expect(stripes(2).fine).toBeGreaterThan(stripes(20).fine);
    expect(stripes(12).middle).toBeGreaterThan(stripes(2).middle);
  });

  test('vignette is negative when corners are darker', () => {
    const dark = paint(90, 60, (x, y) => {
      const d = ((x - 45) / 45) ** 2 + ((y - 30) / 30) ** 2;
      const grey = 200 - 60 * d;
      return [grey, grey, grey];
    });
    expect(measure(dark).vignette).toBeLessThan(-15);
    expect(Math.abs(measure(paint(90, 60, () => [128, 128, 128])).vignette)).toBeLessThan(0.01);
  });

  test.each([
    [1, 1],
    [1, 7],
    [7, 1],
    [2, 2],
    [3, 3],
    [500, 1],
    [1, 500],
    [17, 16],
  ])('has no NaN for %d × %d', (width, height) => {
    const statistics = measure(paint(width, height, (x, y) => [x % 256, y % 256, 255]));
    const numbers = JSON.stringify(statistics); // NaN and infinities become null
    expect(numbers).not.toContain('null');
  });
});

describe('measureHistogram()', () => {
  test('counts every pixel once per channel', () => {
    const { red, green, luminance } = measureHistogram(paint(4, 2, (x) => [x < 2 ? 10 : 200, 128, 128]));
    expect([red[10], red[200], green[128]]).toEqual([4, 4, 8]);
    expect(luminance.reduce((sum, count) => sum + count, 0)).toBe(8);
  });

  test('reads 16 bits by their high byte and puts white in the last bin', () => {
    const { luminance } = measureHistogram(deepen(paint(2, 1, () => [255, 255, 255])));
    expect(luminance[255]).toBe(2);
  });
});
