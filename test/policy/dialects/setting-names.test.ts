import { globalName, localName, misspeltName } from '#policy/dialects/setting-names.ts';
import { LOCAL_PARAMETERS, PARAMETERS } from '#settings/parameters.ts';

const MEANT: readonly (readonly [given: string, name: string | undefined])[] = [
  ['exposure', 'Exposure2012'],
  ['Exposure_2012', 'Exposure2012'],
  ['Highlights', 'Highlights2012'],
  ['temp', 'Temperature'],
  ['vignette', 'PostCropVignetteAmount'],
  ['saturation red', 'SaturationAdjustmentRed'],
  ['Red saturation', 'SaturationAdjustmentRed'],
  ['orange_lum', 'LuminanceAdjustmentOrange'],
  ['RedSaturation', 'RedSaturation'],
  ['tone curve', 'ToneCurvePV2012'],
  ['sparkle', undefined],
  ['__proto__', undefined],
  ['toString', undefined],
  ['', undefined],
];

describe('globalName()', () => {
  for (const [given, name] of MEANT) {
    test(`takes "${given}" for ${name ?? 'nothing'}`, () => {
      expect(globalName(given)).toBe(name);
    });
  }

  test('keeps every name of the registry', () => {
    for (const { name } of PARAMETERS) expect(globalName(name)).toBe(name);
  });

  test('knows no local name', () => {
    for (const { name } of LOCAL_PARAMETERS) expect(globalName(name)).not.toBe(name);
  });
});

test('localName() takes names with and without their prefix and year', () => {
  for (const { name } of LOCAL_PARAMETERS) expect(localName(name)).toBe(name);
  expect(localName('Exposure')).toBe('LocalExposure2012');
  expect(localName('Clarity2012')).toBe('LocalClarity2012');
  expect(localName('LocalClarity')).toBe('LocalClarity2012');
  expect(localName('Vibrance')).toBeUndefined();
});

test('misspeltName() finds names that models invent, and no local ones', () => {
  expect(misspeltName('GrainRoughness')).toBe('GrainFrequency');
  expect(misspeltName('ColorGradeShadowHue')).toBe('SplitToningShadowHue');
  expect(misspeltName('Exposre2012')).toBe('Exposure2012');
  expect(misspeltName('LocalExposre2012')).toBeUndefined();
  expect(misspeltName('sparkle')).toBeUndefined();
});
