import fc from 'fast-check';
import { clampSettings } from '#settings/clamp.ts';
import { diffSettings } from '#settings/diff.ts';
import { settingsSchema } from '#settings/schema.ts';
import { settingsArbitrary } from './arbitrary.ts';

describe('clampSettings()', () => {
  const rows: readonly [string, unknown, unknown, readonly string[]][] = [
    ['keeps what is right', { Exposure2012: 0.5 }, { Exposure2012: 0.5 }, []],
    [
      'takes numbers from strings without a word',
      { Exposure2012: ' +0.50 ', Tint: '-3' },
      { Tint: -3, Exposure2012: 0.5 },
      [],
    ],
    [
      'moves values into their range',
      { Contrast2012: 130, Sharpness: -1 },
      { Contrast2012: 100, Sharpness: 0 },
      ['Contrast2012', 'Sharpness'],
    ],
    ['moves 1e308 as well', { Contrast2012: 1e308 }, { Contrast2012: 100 }, ['Contrast2012']],
    [
      'leaves out what is no number',
      { Contrast2012: 'much', Tint: Number.NaN, Dehaze: {}, Texture: null },
      {},
      ['Tint', 'Contrast2012', 'Texture', 'Dehaze'],
    ],
    ['leaves out a shift where kelvin are meant', { Temperature: '+400' }, {}, ['Temperature']],
    ['moves kelvin that are merely extreme', { Temperature: 1800 }, { Temperature: 2000 }, ['Temperature']],
    ['reads booleans as written anywhere', { ConvertToGrayscale: 'True' }, { ConvertToGrayscale: true }, []],
    ['leaves out an odd boolean', { ConvertToGrayscale: 'maybe' }, {}, ['ConvertToGrayscale']],
    ['reads choices in any case', { WhiteBalance: 'as shot' }, { WhiteBalance: 'As Shot' }, []],
    ['leaves out unknown choices', { WhiteBalance: 'Moonlight' }, {}, ['WhiteBalance']],
    ['leaves out unknown keys', { GrainRoughness: 3, LocalHue: 1 }, {}, ['GrainRoughness', 'LocalHue']],
    [
      'leaves out hostile keys',
      JSON.parse('{"__proto__": 1, "constructor": 2}'),
      {},
      ['__proto__', 'constructor'],
    ],
    [
      'survives values without a text',
      { ConvertToGrayscale: Object.create(null), WhiteBalance: [] },
      {},
      ['WhiteBalance', 'ConvertToGrayscale'],
    ],
    ['takes nothing from a list', [1], {}, ['settings']],
    ['takes nothing from null', null, {}, ['settings']],
    [
      'reads the flat curve of a descriptor',
      { ToneCurvePV2012: [0, 5, 255, 250] },
      {
        ToneCurvePV2012: [
          [0, 5],
          [255, 250],
        ],
      },
      [],
    ],
    [
      'reads the curve of an XMP list',
      { ToneCurvePV2012: ['0, 5', '255,250'] },
      {
        ToneCurvePV2012: [
          [0, 5],
          [255, 250],
        ],
      },
      [],
    ],
    [
      'sorts, rounds and bounds a curve',
      {
        ToneCurvePV2012: [
          [255, 300],
          [0.4, -3],
          [64.6, 50],
        ],
      },
      {
        ToneCurvePV2012: [
          [0, 0],
          [65, 50],
          [255, 255],
        ],
      },
      ['ToneCurvePV2012'],
    ],
    [
      'keeps the last of two points at one place',
      {
        ToneCurvePV2012: [
          [0, 0],
          [9, 1],
          [9, 2],
          [255, 255],
        ],
      },
      {
        ToneCurvePV2012: [
          [0, 0],
          [9, 2],
          [255, 255],
        ],
      },
      ['ToneCurvePV2012'],
    ],
    ['leaves out a curve of one point', { ToneCurvePV2012: [[3, 3]] }, {}, ['ToneCurvePV2012']],
    [
      'puts splits in order',
      { ParametricShadowSplit: 70, ParametricMidtoneSplit: 30, ParametricHighlightSplit: 50 },
      { ParametricShadowSplit: 30, ParametricMidtoneSplit: 50, ParametricHighlightSplit: 70 },
      ['ParametricShadowSplit', 'ParametricMidtoneSplit', 'ParametricHighlightSplit'],
    ],
    [
      'moves the neighbour of a split that runs into it',
      { ParametricShadowSplit: 60 },
      { ParametricShadowSplit: 50, ParametricMidtoneSplit: 60 },
      ['ParametricShadowSplit', 'ParametricMidtoneSplit'],
    ],
  ];
  test.each(rows)('%s', (_name, given, settings, reported) => {
    const result = clampSettings(given);
    expect(result.settings).toEqual(settings);
    expect(result.report.map(({ name }) => name)).toEqual(reported);
    expect(result.report.every(({ why }) => why.length > 0)).toBe(true);
  });

  test('tells from, to and why', () => {
    expect(clampSettings({ Contrast2012: '+130' }).report).toEqual([
      { name: 'Contrast2012', from: '+130', to: 100, why: 'outside -100…100' },
    ]);
  });

  test('puts corrections right', () => {
    const linear = { kind: 'linear', zeroX: '0.5', zeroY: 0.5, fullX: 0.5, fullY: 99 };
    const given = {
      MaskGroupBasedCorrections: [
        {
          name: 'a\u0000b',
          amount: 7,
          values: { LocalContrast2012: 20, LocalMood: 1 },
          masks: [linear, { kind: 'brush' }, 3],
        },
        'nonsense',
      ],
    };
    const { settings, report } = clampSettings(given);
    expect(settings.MaskGroupBasedCorrections).toEqual([
      {
        name: 'ab',
        active: true,
        amount: 2,
        values: { LocalContrast2012: 1 },
        masks: [
          { kind: 'linear', combine: 'add', inverted: false, zeroX: 0.5, zeroY: 0.5, fullX: 0.5, fullY: 10 },
        ],
      },
    ]);
    expect(report.map(({ name }) => name)).toEqual([
      'MaskGroupBasedCorrections[0].masks[0].fullY',
      'MaskGroupBasedCorrections[0].masks[1]',
      'MaskGroupBasedCorrections[0].masks[2]',
      'MaskGroupBasedCorrections[0].amount',
      'LocalContrast2012',
      'MaskGroupBasedCorrections[0].LocalMood',
      'MaskGroupBasedCorrections[1]',
    ]);
  });

  test('bounds what it takes and what it reports', () => {
    const correction = { masks: Array(10_000).fill({}) };
    const many = { MaskGroupBasedCorrections: Array(10_000).fill(correction) };
    const { settings, report } = clampSettings(many);
    expect(settings.MaskGroupBasedCorrections).toHaveLength(64);
    expect(report.length).toBeLessThanOrEqual(500);
  });

  test('changes and reports nothing of settings that the schema accepts', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        const result = clampSettings(settings);
        expect(result.report).toEqual([]);
        expect(diffSettings(result.settings, settings)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('makes settings that the schema accepts of anything, without failing', () => {
    const names = [
      'Exposure2012',
      'WhiteBalance',
      'ConvertToGrayscale',
      'ToneCurvePV2012',
      'ParametricMidtoneSplit',
      'MaskGroupBasedCorrections',
      '__proto__',
      'x',
    ];
    const anything = fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withSparseArray: true,
      maxDepth: 1,
      maxKeys: 3,
    });
    const correction = fc.record({
      name: anything,
      amount: anything,
      values: fc.dictionary(fc.constantFrom('LocalHue', 'x'), anything),
      curves: fc.dictionary(fc.constantFrom('MainCurve', 'x'), anything),
      masks: fc.array(
        fc.record({
          kind: fc.constantFrom('linear', 'radial', 'luminance', 'color', 'ai', 'x'),
          name: anything,
          combine: anything,
          samples: anything,
          feather: anything,
          lowNone: anything,
        }),
      ),
    });
    const value = fc.oneof(
      anything,
      fc.double(),
      fc.array(fc.tuple(fc.double(), fc.double())),
      fc.array(correction),
    );
    fc.assert(
      fc.property(fc.oneof(anything, fc.dictionary(fc.constantFrom(...names), value)), (given) => {
        expect(settingsSchema.safeParse(clampSettings(given).settings).error).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});
