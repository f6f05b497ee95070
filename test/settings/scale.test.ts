import fc from 'fast-check';
import { isNeutral } from '#settings/neutral.ts';
import { PARAMETERS } from '#settings/parameters.ts';
import { scaleSettings } from '#settings/scale.ts';
import { settingsSchema } from '#settings/schema.ts';
import type { CurvePoint, Settings } from '#settings/settings.ts';
import { settingsArbitrary } from './arbitrary.ts';

const rising = (points: readonly CurvePoint[]) =>
  points.every(([, y], index) => index === 0 || y >= (points[index - 1]?.[1] ?? 0));

describe('scaleSettings()', () => {
  const correction = {
    name: 'A',
    active: true,
    amount: 1,
    values: { LocalExposure2012: 0.2, LocalToningHue: 40 },
    masks: [],
  };
  const rows: readonly [string, Settings, number, Settings][] = [
    [
      'halves a slider',
      { Exposure2012: 0.5, Contrast2012: -20 },
      50,
      { Exposure2012: 0.25, Contrast2012: -10 },
    ],
    ['stays within the range', { Contrast2012: 80 }, 200, { Contrast2012: 100 }],
    [
      'moves around a neutral that is not 0',
      { CurveRefineSaturation: 120 },
      50,
      { CurveRefineSaturation: 110 },
    ],
    [
      'leaves companions alone',
      { GrainAmount: 40, GrainSize: 60, SplitToningShadowHue: 210 },
      50,
      { GrainAmount: 20, GrainSize: 60, SplitToningShadowHue: 210 },
    ],
    [
      'keeps black and white while anything is left',
      { ConvertToGrayscale: true, GrayMixerRed: 20 },
      1,
      { ConvertToGrayscale: true, GrayMixerRed: 0 },
    ],
    ['ends black and white at 0 %', { ConvertToGrayscale: true }, 0, { ConvertToGrayscale: false }],
    ['scales kelvin in mired', { Temperature: 10000 }, 50, { Temperature: 7879 }],
    [
      'blends a curve with the diagonal',
      {
        ToneCurvePV2012: [
          [0, 20],
          [128, 100],
          [255, 255],
        ],
      },
      50,
      {
        ToneCurvePV2012: [
          [0, 10],
          [128, 114],
          [255, 255],
        ],
      },
    ],
    [
      'drives a curve further',
      {
        ToneCurvePV2012: [
          [0, 20],
          [128, 128],
          [255, 235],
        ],
      },
      200,
      {
        ToneCurvePV2012: [
          [0, 40],
          [128, 128],
          [255, 215],
        ],
      },
    ],
    [
      'writes out flat ends before blending',
      {
        ToneCurvePV2012: [
          [20, 0],
          [255, 255],
        ],
      },
      50,
      {
        ToneCurvePV2012: [
          [0, 0],
          [20, 10],
          [255, 255],
        ],
      },
    ],
    [
      'scales a mask through its amount',
      { MaskGroupBasedCorrections: [correction] },
      150,
      { MaskGroupBasedCorrections: [{ ...correction, amount: 1.5 }] },
    ],
    [
      'puts what is beyond 200 % of a mask into its values',
      { MaskGroupBasedCorrections: [{ ...correction, amount: 1.5 }] },
      200,
      {
        MaskGroupBasedCorrections: [
          { ...correction, amount: 2, values: { LocalExposure2012: 0.3, LocalToningHue: 40 } },
        ],
      },
    ],
    ['takes more than 200 % for 200', { Contrast2012: 10 }, 900, { Contrast2012: 20 }],
    ['takes less than 0 % for 0', { Contrast2012: 10 }, -50, { Contrast2012: 0 }],
    ['takes what is no number for 100', { Contrast2012: 10 }, Number.NaN, { Contrast2012: 10 }],
  ];
  test.each(rows)('%s', (_name, settings, percent, expected) => {
    expect(scaleSettings(settings, percent)).toEqual(expected);
  });

  test('moves tint and kelvin around the photo’s own white', () => {
    const asShot = { kelvin: 5000, tint: 10 };
    expect(scaleSettings({ Temperature: 10000, Tint: 30 }, 50, asShot)).toEqual({
      Temperature: 6667,
      Tint: 20,
    });
  });

  test('is the same object at 100 %, neutral at 0 %, and valid at any strength', () => {
    fc.assert(
      fc.property(settingsArbitrary, fc.double({ min: 0, max: 200, noNaN: true }), (settings, percent) => {
        expect(scaleSettings(settings, 100)).toBe(settings);
        expect(isNeutral(scaleSettings(settings, 0))).toBe(true);
        expect(settingsSchema.safeParse(scaleSettings(settings, percent)).error).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('never makes a rising curve fall', () => {
    const risingCurve = fc
      .uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 2, maxLength: 12 })
      .chain((xs) =>
        fc
          .array(fc.integer({ min: 0, max: 255 }), { minLength: xs.length, maxLength: xs.length })
          .map((ys) => {
            const [sortedX, sortedY] = [xs, ys].map((values) => [...values].sort((a, b) => a - b));
            return (sortedX ?? []).map((x, index): CurvePoint => [x, sortedY?.[index] ?? 0]);
          }),
      );
    fc.assert(
      fc.property(risingCurve, fc.integer({ min: 0, max: 200 }), (curve, percent) => {
        const scaled = scaleSettings({ ToneCurvePV2012: curve }, percent)['ToneCurvePV2012'];
        expect(rising(scaled as readonly CurvePoint[])).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('moves every slider that scales further with every step', () => {
    for (const parameter of PARAMETERS) {
      if (parameter.kind !== 'number' || parameter.scaling === 'setting') continue;
      const at = (percent: number) =>
        scaleSettings({ [parameter.name]: parameter.maximum }, percent)[parameter.name] as number;
      expect(at(25)).toBeLessThan(at(50));
      expect(at(50)).toBeLessThan(at(100));
    }
  });
});
