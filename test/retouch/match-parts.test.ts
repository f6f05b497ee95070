import { toLab } from '#image/lab.ts';
import type { Raster } from '#image/raster.ts';
import { curve, kelvin, slider, wheel } from '#retouch/match/dial.ts';
import { invert, times } from '#retouch/match/linear.ts';
import { isMonochrome } from '#retouch/match/monochrome.ts';
import { systemOf } from '#retouch/match/system.ts';
import { targetOf } from '#retouch/match/target.ts';
import { trustOf } from '#retouch/match/trust.ts';
import type { Settings } from '#settings/settings.ts';
import { mix, paint } from '../image/pictures.ts';
import { brickWall, landscape, SKIES } from '../image/scenes.ts';

describe('dials', () => {
  test.each<[string, ReturnType<typeof slider>, Settings]>([
    ['a slider', slider('Exposure2012', 1), { Exposure2012: 0.8 }],
    ['Kelvin', kelvin({ kelvin: 5200, tint: 4 }, 40), { Temperature: 7000, Tint: 4 }],
    [
      'a wheel',
      wheel('SplitToningShadowHue', 'SplitToningShadowSaturation', 25),
      { SplitToningShadowHue: 215, SplitToningShadowSaturation: 30 },
    ],
    [
      'a curve',
      curve('ToneCurvePV2012', 20),
      {
        ToneCurvePV2012: [
          [0, 12],
          [64, 60],
          [128, 128],
          [192, 200],
          [255, 250],
        ],
      },
    ],
  ])('%s writes what it reads', (_, dial, settings) => {
    const written: Record<string, Settings[string]> = {};
    dial.write(dial.read(settings), written);
    for (const [name, value] of Object.entries(settings)) {
      if (typeof value === 'number') expect(written[name]).toBeCloseTo(value, 6);
      else expect(written[name]).toEqual(value);
    }
  });

  test('a curve stays rising however far it is driven', () => {
    const written: Record<string, Settings[string]> = {};
    curve('ToneCurvePV2012', 20).write([80, -60, 10, -200, 40], written);
    const levels = (written['ToneCurvePV2012'] as [number, number][]).map(([, y]) => y);
    expect([...levels].sort((a, b) => a - b)).toEqual(levels);
  });

  test('slider() refuses a name that is none', () => {
    expect(() => slider('Exposure', 1)).toThrow("'Exposure'");
  });

  test('what is not turned stays out of the settings', () => {
    const system = systemOf({ Contrast2012: 10 }, [slider('Exposure2012', 1), slider('Contrast2012', 40)]);
    expect(system.settings([0, 0])).toEqual({ Contrast2012: 10 });
    expect(system.settings([0.5, -0.25])).toEqual({ Exposure2012: 0.5, Contrast2012: 0 });
  });
});

test('invert() undoes a symmetric matrix', () => {
  const matrix = Float64Array.of(4, 1, 0.5, 1, 3, -1, 0.5, -1, 2);
  times(invert(matrix, 3), times(matrix, [1, -2, 3])).forEach((value, i) => {
    expect(value).toBeCloseTo([1, -2, 3][i]!, 9);
  });
});

describe('trustOf()', () => {
  const wall = brickWall();
  const everywhere = new Float32Array(wall.width * wall.height).fill(1);
  const inDisc = (x: number, y: number) => Math.hypot(x - 120, y - 80) < 36;
  const meanTrust = (after: Raster, where: (x: number, y: number) => boolean) => {
    const trust = trustOf(toLab(wall), toLab(after), everywhere);
    const chosen = trust.filter((_, i) => where(i % wall.width, Math.floor(i / wall.width)));
    return chosen.reduce((sum, value) => sum + value, 0) / chosen.length;
  };
  const change = (
    color: (
      rgb: readonly [number, number, number],
      x: number,
      y: number,
    ) => readonly [number, number, number],
  ) =>
    paint(wall.width, wall.height, (x, y) => {
      const at = 3 * (y * wall.width + x);
      return color([wall.data[at]!, wall.data[at + 1]!, wall.data[at + 2]!], x, y);
    });

  test('is low where something was painted over, and only there', () => {
    const after = change((rgb, x, y) => (inDisc(x, y) ? [30, 160, 60] : rgb));
    expect(meanTrust(after, inDisc)).toBeLessThan(0.15);
    const elsewhere = (x: number, y: number) => !inDisc(x, y);
    expect(meanTrust(after, elsewhere)).toBeGreaterThan(0.9 * meanTrust(wall, elsewhere));
  });

  test('does not mind light and colour', () => {
    const after = change((rgb) => mix(rgb, [255, 200, 80], 0.4));
    expect(meanTrust(after, () => true)).toBeGreaterThan(0.9 * meanTrust(wall, () => true));
  });
});

describe('isMonochrome()', () => {
  const garden = landscape(SKIES[0]!.sky);
  const lab = toLab(garden);
  const seen = (color: (luma: number) => readonly [number, number, number]) => {
    const after = paint(garden.width, garden.height, (x, y) => {
      const at = 3 * (y * garden.width + x);
      return color((garden.data[at]! + 2 * garden.data[at + 1]! + garden.data[at + 2]!) / 4);
    });
    return isMonochrome(targetOf(toLab(after), new Float32Array(lab.data.length / 3).fill(1)), lab);
  };

  test.each<[string, (luma: number) => readonly [number, number, number]]>([
    ['plain grey', (luma) => [luma, luma, luma]],
    ['sepia', (luma) => mix([luma, luma, luma], [112, 66, 20], 0.1)],
  ])('sees %s', (_, color) => expect(seen(color)).toBe(true));

  test('does not take a muted picture for one', () => {
    const muted = targetOf(
      { ...lab, data: lab.data.map((value, i) => (i % 3 === 0 ? value : 0.5 * value)) },
      new Float32Array(lab.data.length / 3).fill(1),
    );
    expect(isMonochrome(muted, lab)).toBe(false);
  });
});
