import * as z from 'zod';
import { LOCAL_PARAMETERS, PANELS, PARAMETERS, parameterByName } from '#settings/parameters.ts';
import { settingsSchema } from '#settings/schema.ts';

describe('PARAMETERS', () => {
  test('hold every slider, curve and switch of the develop panels, once', () => {
    const counts = Object.fromEntries(
      PANELS.map((panel) => [
        panel,
        [...PARAMETERS, ...LOCAL_PARAMETERS].filter((one) => one.panel === panel).length,
      ]),
    );
    expect(counts).toEqual({
      Basic: 16,
      'Tone curve': 12,
      Mixer: 24,
      'B&W mix': 9,
      Grading: 14,
      Detail: 10,
      Effects: 9,
      Calibration: 7,
      Local: 35,
    });
    const names = [...PARAMETERS, ...LOCAL_PARAMETERS].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  const real: readonly [string, number, number, number, number][] = [
    ['Exposure2012', -5, 5, 0, 0.01],
    ['Temperature', 2000, 50000, 6500, 1],
    ['Tint', -150, 150, 0, 1],
    ['IncrementalTint', -100, 100, 0, 1],
    ['ParametricHighlightSplit', 30, 90, 75, 1],
    ['CurveRefineSaturation', 0, 200, 100, 1],
    ['HueAdjustmentAqua', -100, 100, 0, 1],
    ['SplitToningShadowHue', 0, 360, 0, 1],
    ['ColorGradeBlending', 0, 100, 50, 1],
    ['Sharpness', 0, 150, 0, 1],
    ['SharpenRadius', 0.5, 3, 1, 0.1],
    ['PostCropVignetteStyle', 1, 3, 1, 1],
    ['GrainFrequency', 0, 100, 50, 1],
    ['LocalExposure2012', -1, 1, 0, 0.0025],
    ['LocalGrain', 0, 1, 0, 0.01],
    ['LocalCurveRefineSaturation', 0, 100, 100, 1],
    ['LocalColorGradeBlending', 0, 100, 50, 1],
  ];
  test.each(real)(
    '%s runs from %d to %d, neutral at %d, in steps of %d',
    (name, minimum, maximum, neutral, step) => {
      expect(parameterByName(name)).toMatchObject({ kind: 'number', minimum, maximum, neutral, step });
    },
  );

  test('leave out names that Camera Raw does not have', () => {
    for (const name of [
      'ColorGradeShadowHue',
      'ColorGradeBalance',
      'GrainRoughness',
      'toString',
      '__proto__',
    ]) {
      expect(parameterByName(name)).toBeUndefined();
    }
  });

  test('name only parameters as owners of a companion', () => {
    const owners = [...PARAMETERS, ...LOCAL_PARAMETERS].flatMap((one) =>
      one.kind === 'number' ? (one.companionOf ?? []) : [],
    );
    expect(owners.length).toBeGreaterThan(20);
    expect(owners.filter((name) => parameterByName(name) === undefined)).toEqual([]);
  });

  test('stand at neutral within their own range', () => {
    for (const one of [...PARAMETERS, ...LOCAL_PARAMETERS]) {
      if (one.kind !== 'number') continue;
      expect(one.neutral).toBeGreaterThanOrEqual(one.minimum);
      expect(one.neutral).toBeLessThanOrEqual(one.maximum);
    }
  });
});

describe('settingsSchema', () => {
  const mask = { kind: 'linear', combine: 'add', inverted: false, zeroX: 0, zeroY: 0, fullX: 1, fullY: 1 };
  const correction = { name: 'A', active: true, amount: 1, values: {}, masks: [mask] };
  const inCorrection = (change: object) => ({ MaskGroupBasedCorrections: [{ ...correction, ...change }] });

  test('accepts nothing, and an ordinary edit', () => {
    expect(settingsSchema.parse({})).toEqual({});
    const edit = {
      Exposure2012: 0.35,
      ConvertToGrayscale: true,
      ...inCorrection({ values: { LocalHue: 0.5 } }),
    };
    expect(settingsSchema.parse(edit)).toEqual(edit);
  });

  const hostile: readonly [string, unknown][] = [
    ['an unknown key', { Exposure: 1 }],
    ['a misspelt key', { ColorGradeShadowHue: 1 }],
    ['a local key outside a correction', { LocalHue: 0.5 }],
    ['__proto__', JSON.parse('{"__proto__": {"Exposure2012": 1}}')],
    ['constructor', { constructor: 1 }],
    ['NaN', { Exposure2012: Number.NaN }],
    ['Infinity', { Exposure2012: Number.POSITIVE_INFINITY }],
    ['1e308', { Contrast2012: 1e308 }],
    ['a number in a string', { Contrast2012: '12' }],
    ['null', null],
    ['a list', []],
    ['an empty curve', { ToneCurvePV2012: [] }],
    [
      'a curve that turns back',
      {
        ToneCurvePV2012: [
          [0, 0],
          [50, 50],
          [50, 60],
        ],
      },
    ],
    [
      'a curve out of range',
      {
        ToneCurvePV2012: [
          [0, 0],
          [255, 256],
        ],
      },
    ],
    ['a curve of 1000 points', { ToneCurvePV2012: Array.from({ length: 1000 }, (_, x) => [x, x]) }],
    ['splits out of order', { ParametricShadowSplit: 60, ParametricMidtoneSplit: 40 }],
    ['a split beyond a neighbour that is not stated', { ParametricMidtoneSplit: 20 }],
    ['10,000 corrections', { MaskGroupBasedCorrections: Array(10_000).fill(correction) }],
    ['10,000 masks', inCorrection({ masks: Array(10_000).fill(mask) })],
    ['a name of 10,000 characters', inCorrection({ name: 'x'.repeat(10_000) })],
    ['a control character in a name', inCorrection({ name: 'a\u0000' })],
    ['half a surrogate in a name', inCorrection({ name: '\uD800' })],
    ['a mask far outside', inCorrection({ masks: [{ ...mask, zeroX: 1e9 }] })],
    ['a mask of an unknown kind', inCorrection({ masks: [{ ...mask, kind: 'brush' }] })],
    ['an amount above 200 %', inCorrection({ amount: 2.5 })],
    ['an unknown local key', inCorrection({ values: { LocalGlow: 1 } })],
    ['a slider value where a stored one belongs', inCorrection({ values: { LocalContrast2012: 20 } })],
    [
      'a luminance window that falls',
      inCorrection({
        masks: [
          {
            kind: 'luminance',
            combine: 'add',
            inverted: false,
            lowNone: 0.5,
            lowFull: 0.4,
            highFull: 1,
            highNone: 1,
          },
        ],
      }),
    ],
  ];
  test.each(hostile)('refuses %s', (_name, settings) => {
    expect(settingsSchema.safeParse(settings).success).toBe(false);
  });

  test('becomes a JSON Schema that allows no other keys', () => {
    const schema = z.toJSONSchema(settingsSchema) as {
      additionalProperties: unknown;
      properties: Record<string, unknown>;
    };
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties)).toEqual([
      ...PARAMETERS.map(({ name }) => name),
      'MaskGroupBasedCorrections',
    ]);
    expect(schema.properties['Exposure2012']).toMatchObject({ type: 'number', minimum: -5, maximum: 5 });
  });
});
