import fc from 'fast-check';
import { diffSettings } from '#settings/diff.ts';
import { describeSettings, formatSetting } from '#settings/format.ts';
import { applyLocks, unknownLocks } from '#settings/locks.ts';
import { mergeSettings } from '#settings/merge.ts';
import { changedParameters, isNeutral } from '#settings/neutral.ts';
import { roundSettings } from '#settings/normalize.ts';
import { settingsSchema } from '#settings/schema.ts';
import type { Correction, Mask, Settings, SettingValue } from '#settings/settings.ts';
import { settingsArbitrary } from './arbitrary.ts';

const linear: Mask = {
  kind: 'linear',
  combine: 'add',
  inverted: false,
  zeroX: 0,
  zeroY: 0,
  fullX: 1,
  fullY: 1,
};
const correction: Correction = {
  name: 'Sky',
  active: true,
  amount: 1,
  values: { LocalExposure2012: -0.2, LocalDehaze: 0.1 },
  masks: [linear],
};

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

describe('isNeutral()', () => {
  const neutral: readonly Settings[] = [
    {},
    { Exposure2012: 0 },
    { WhiteBalance: 'As Shot' },
    { WhiteBalance: 'Custom' },
    {
      ToneCurvePV2012: [
        [0, 0],
        [100, 100],
        [255, 255],
      ],
    },
    {
      GrainSize: 80,
      SharpenRadius: 2,
      SplitToningShadowHue: 200,
      ParametricShadowSplit: 20,
      PostCropVignetteStyle: 2,
    },
    { GrayMixerRed: 40 },
    { MaskGroupBasedCorrections: [] },
    { MaskGroupBasedCorrections: [{ ...correction, active: false }] },
    { MaskGroupBasedCorrections: [{ ...correction, amount: 0 }] },
    { MaskGroupBasedCorrections: [{ ...correction, masks: [] }] },
    { MaskGroupBasedCorrections: [{ ...correction, values: { LocalToningHue: 40 } }] },
  ];
  test.each(neutral)('takes %j for no edit', (settings) => {
    expect(isNeutral(settings)).toBe(true);
    expect(changedParameters(settings)).toEqual([]);
  });

  const edits: readonly Settings[] = [
    { Exposure2012: 0.01 },
    {
      ToneCurvePV2012: [
        [0, 1],
        [255, 255],
      ],
    },
    {
      ToneCurvePV2012: [
        [10, 10],
        [255, 255],
      ],
    },
    { ConvertToGrayscale: true },
    { Temperature: 6500 },
    { MaskGroupBasedCorrections: [correction] },
    {
      MaskGroupBasedCorrections: [
        {
          ...correction,
          values: {},
          curves: {
            MainCurve: [
              [0, 0],
              [255, 200],
            ],
          },
        },
      ],
    },
  ];
  test.each(edits)('takes %j for an edit', (settings) => {
    expect(isNeutral(settings)).toBe(false);
  });

  test('knows kelvin and tint for neutral once it knows the photo’s own', () => {
    const asShot = { kelvin: 5200, tint: 8 };
    expect(isNeutral({ Temperature: 5200, Tint: 8 }, asShot)).toBe(true);
    expect(isNeutral({ Temperature: 5200, Tint: 0 }, asShot)).toBe(false);
  });
});

describe('mergeSettings()', () => {
  test('lets the change win and appends its masks', () => {
    const base = { Exposure2012: 1, Contrast2012: 5, MaskGroupBasedCorrections: [correction] };
    const added = { ...correction, name: 'New' };
    expect(mergeSettings(base, { Exposure2012: 0, MaskGroupBasedCorrections: [added] })).toEqual({
      Exposure2012: 0,
      Contrast2012: 5,
      MaskGroupBasedCorrections: [correction, added],
    });
  });

  test('keeps one form of white balance, the change’s', () => {
    const base = { WhiteBalance: 'As Shot', Temperature: 5000, Tint: 3 };
    expect(mergeSettings(base, { IncrementalTemperature: 5 })).toEqual({ IncrementalTemperature: 5 });
    expect(mergeSettings(base, { Temperature: 6000 })).toEqual({ Temperature: 6000, Tint: 3 });
    expect(mergeSettings(base, { Exposure2012: 1 })).toEqual({ ...base, Exposure2012: 1 });
  });

  test('always gives what the schema accepts in corrections', () => {
    const many = { MaskGroupBasedCorrections: Array<Correction>(40).fill(correction) };
    expect(mergeSettings(many, many).MaskGroupBasedCorrections).toHaveLength(64);
  });
});

describe('diffSettings()', () => {
  test('lists what differs, in the order of the panels', () => {
    const from = { GrainAmount: 5, Exposure2012: 1, Contrast2012: 2 };
    const to = { Exposure2012: 1, Contrast2012: 3, MaskGroupBasedCorrections: [correction] };
    expect(diffSettings(from, to)).toEqual([
      { name: 'Contrast2012', from: 2, to: 3 },
      { name: 'GrainAmount', from: 5, to: undefined },
      { name: 'MaskGroupBasedCorrections', from: undefined, to: [correction] },
    ]);
  });

  test('finds nothing between equals', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) =>
        expect(diffSettings(settings, structuredClone(settings))).toEqual([]),
      ),
      { numRuns: 50 },
    );
  });
});

describe('applyLocks()', () => {
  test('restores what is locked and takes out what the base does not have', () => {
    const settings = { Exposure2012: 1, Contrast2012: 5, Vibrance: 7 };
    expect(applyLocks(settings, { Exposure2012: 0.2 }, ['Exposure2012', 'Contrast2012'])).toEqual({
      Vibrance: 7,
      Exposure2012: 0.2,
    });
  });

  test('keeps masks as they were when they are locked', () => {
    const settings = { MaskGroupBasedCorrections: [correction, { ...correction, name: 'New' }] };
    expect(
      applyLocks(settings, { MaskGroupBasedCorrections: [correction] }, ['MaskGroupBasedCorrections']),
    ).toEqual({ MaskGroupBasedCorrections: [correction] });
    expect(applyLocks(settings, {}, ['MaskGroupBasedCorrections'])).toEqual({});
  });

  test('takes a locked local slider out of new corrections only', () => {
    const added = { ...correction, name: 'New' };
    const locked = applyLocks(
      { MaskGroupBasedCorrections: [correction, added] },
      { MaskGroupBasedCorrections: [correction] },
      ['LocalExposure2012'],
    );
    expect(locked.MaskGroupBasedCorrections).toEqual([
      correction,
      { ...added, values: { LocalDehaze: 0.1 } },
    ]);
  });

  test('holds every locked parameter whatever the settings are', () => {
    fc.assert(
      fc.property(
        settingsArbitrary,
        settingsArbitrary,
        fc.array(fc.constantFrom('Exposure2012', 'ToneCurvePV2012', 'MaskGroupBasedCorrections', 'Tint')),
        (settings, base, names) => {
          const locked = applyLocks(settings, base, names);
          for (const name of names) expect(locked[name]).toEqual(base[name]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('unknownLocks() finds names that no parameter has', () => {
    expect(
      unknownLocks(['Exposure2012', 'Exposure', 'MaskGroupBasedCorrections', 'LocalHue', '__proto__']),
    ).toEqual(['Exposure', '__proto__']);
  });
});

describe('formatSetting()', () => {
  const rows: readonly [string, SettingValue, string][] = [
    ['Exposure2012', 0.35, '+0.35 EV'],
    ['Exposure2012', -1, '−1.00 EV'],
    ['Exposure2012', -0.001, '0.00 EV'],
    ['Temperature', 5200, '5200 K'],
    ['Contrast2012', -12, '−12'],
    ['Contrast2012', 12, '+12'],
    ['Contrast2012', 0, '0'],
    ['GrainAmount', 20, '20'],
    ['SharpenRadius', 1.2, '1.2 px'],
    ['SplitToningShadowHue', 210, '210°'],
    ['CurveRefineSaturation', 120, '120 %'],
    ['LocalExposure2012', -0.2, '−0.80 EV'],
    ['LocalHue', 0.055556, '+10°'],
    ['LocalDehaze', 0.1, '+10'],
    ['LocalGrain', 0.1, '10'],
    ['ConvertToGrayscale', true, 'on'],
    ['WhiteBalance', 'As Shot', 'As Shot'],
    [
      'ToneCurvePV2012',
      [
        [0, 20],
        [255, 235],
      ],
      '0→20 255→235',
    ],
    ['MaskGroupBasedCorrections', [correction], '1 mask'],
    ['Unheard', 3, '3'],
  ];
  test.each(rows)('shows %s %j as %s', (name, value, text) => {
    expect(formatSetting(name, value)).toBe(text);
  });

  test('describeSettings() lists what changes the picture, masks last', () => {
    const settings = {
      Contrast2012: 0,
      GrainSize: 50,
      Exposure2012: 0.35,
      MaskGroupBasedCorrections: [{ ...correction, amount: 1.5 }],
    };
    expect(describeSettings(settings)).toEqual([
      { name: 'Exposure2012', label: 'Exposure', text: '+0.35 EV' },
      { name: 'MaskGroupBasedCorrections', label: 'Sky', text: 'Exposure −0.80 EV, Dehaze +10 at 150 %' },
    ]);
  });
});
