import { localSettings } from '#render/local-settings.ts';
import type { Correction } from '#settings/settings.ts';

function correction(values: Correction['values'], amount: number): Correction {
  return { name: 'here', active: true, amount, values, masks: [] };
}

describe('localSettings()', () => {
  test.each<[string, Correction['values'], number, Record<string, number>]>([
    ['stops from quarter stops', { LocalExposure2012: 0.25 }, 1, { Exposure2012: 1 }],
    ['half of it at an amount of 50 %', { LocalContrast2012: 0.4 }, 0.5, { Contrast2012: 20 }],
    [
      'what is neutral at 100 by its distance from there',
      { LocalCurveRefineSaturation: 60 },
      0.5,
      { CurveRefineSaturation: 80 },
    ],
    [
      'a neutral value as it is at any amount',
      { LocalCurveRefineSaturation: 100 },
      0.5,
      { CurveRefineSaturation: 100 },
    ],
    ['a hue at its full angle', { LocalColorGradeShadowHue: 200 }, 0.5, { SplitToningShadowHue: 200 }],
  ])('gives %s', (_case, values, amount, expected) => {
    expect(localSettings(correction(values, amount))).toEqual(expected);
  });
});
