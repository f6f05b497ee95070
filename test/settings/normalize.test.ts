import fc from 'fast-check';
import { roundSettings } from '#settings/normalize.ts';
import { settingsSchema } from '#settings/schema.ts';
import type { Mask, Settings } from '#settings/settings.ts';
import { settingsArbitrary } from './arbitrary.ts';
import { correction, linear } from './example.ts';

describe('roundSettings()', () => {
  const rows: readonly [string, Settings, Settings][] = [
    [
      'rounds to each slider’s step',
      { Exposure2012: 0.3333, Contrast2012: 12.5, SharpenRadius: 1.23 },
      { Exposure2012: 0.33, Contrast2012: 13, SharpenRadius: 1.2 },
    ],
    ['knows no minus zero', { Exposure2012: -0.001 }, { Exposure2012: 0 }],
    [
      'drops Custom, which goes without saying beside numbers',
      { WhiteBalance: 'Custom', Tint: 3 },
      { Tint: 3 },
    ],
    ['keeps Custom that stands alone', { WhiteBalance: 'Custom' }, { WhiteBalance: 'Custom' }],
    [
      'keeps As Shot beside the numbers that it stands for',
      { WhiteBalance: 'As Shot', Tint: 3 },
      { WhiteBalance: 'As Shot', Tint: 3 },
    ],
    [
      'drops neutral values of a correction and a mask’s default name',
      {
        MaskGroupBasedCorrections: [
          {
            ...correction,
            values: { LocalHue: 1 / 18, LocalTint: 0, LocalCurveRefineSaturation: 100 },
            masks: [{ ...linear, name: 'Linear Gradient 1' }],
          },
        ],
      },
      { MaskGroupBasedCorrections: [{ ...correction, values: { LocalHue: 0.055556 }, masks: [linear] }] },
    ],
    [
      'has one form for what is the same',
      {
        MaskGroupBasedCorrections: [
          {
            ...correction,
            masks: [
              linear,
              { ...linear, combine: 'subtract', inverted: true },
              { ...linear, combine: 'intersect', inverted: true },
            ],
          },
        ],
      },
      {
        MaskGroupBasedCorrections: [
          {
            ...correction,
            masks: [linear, { ...linear, combine: 'intersect' }, { ...linear, combine: 'subtract' }],
          },
        ],
      },
    ],
  ];
  test.each(rows)('%s', (_name, settings, expected) => {
    const rounded = roundSettings(settings);
    expect(rounded).toEqual(expected);
    expect(Object.values(rounded).some((value) => Object.is(value, -0))).toBe(false);
  });

  test('gives the same bytes whatever the order of keys', () => {
    const one = roundSettings({
      Contrast2012: 1,
      Exposure2012: 2,
      MaskGroupBasedCorrections: [correction],
      Tint: 3,
    });
    const other = roundSettings({
      Tint: 3,
      MaskGroupBasedCorrections: [
        {
          ...correction,
          values: { LocalDehaze: 0.1, LocalExposure2012: -0.2 },
          masks: [Object.fromEntries(Object.entries(linear).reverse()) as unknown as Mask],
        },
      ],
      Exposure2012: 2,
      Contrast2012: 1,
    });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect(Object.keys(one)).toEqual(['Tint', 'Exposure2012', 'Contrast2012', 'MaskGroupBasedCorrections']);
  });

  test('changes nothing the second time, and stays valid', () => {
    fc.assert(
      fc.property(settingsArbitrary, fc.boolean(), (settings, dropNeutral) => {
        const once = roundSettings(settings, { dropNeutral });
        expect(JSON.stringify(roundSettings(once, { dropNeutral }))).toBe(JSON.stringify(once));
        expect(settingsSchema.safeParse(roundSettings(settings)).error).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test('drops on request what has no effect, and only that', () => {
    const settings = {
      Exposure2012: 0,
      Contrast2012: 5,
      GrainAmount: 0,
      GrainSize: 40,
      Sharpness: 10,
      SharpenRadius: 2,
      Temperature: 6500,
      MaskGroupBasedCorrections: [],
    };
    expect(roundSettings(settings, { dropNeutral: true })).toEqual({
      Temperature: 6500,
      Contrast2012: 5,
      Sharpness: 10,
      SharpenRadius: 2,
    });
  });
});

describe('the first mask of a correction', () => {
  const rows: readonly [Mask['combine'], boolean, Pick<Mask, 'combine' | 'inverted'>][] = [
    ['intersect', false, { combine: 'add', inverted: false }],
    ['intersect', true, { combine: 'add', inverted: true }],
    ['subtract', false, { combine: 'subtract', inverted: false }],
    ['subtract', true, { combine: 'subtract', inverted: false }],
  ];
  test.each(rows)('%s, inverted %s, has one form', (combine, inverted, expected) => {
    const settings = {
      MaskGroupBasedCorrections: [{ ...correction, masks: [{ ...linear, combine, inverted }] }],
    };
    expect(roundSettings(settings).MaskGroupBasedCorrections?.[0]?.masks).toEqual([
      { ...linear, ...expected },
    ]);
  });
});
