import { describeSettings, formatSetting } from '#settings/format.ts';
import type { SettingValue } from '#settings/settings.ts';
import { correction } from './example.ts';

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
