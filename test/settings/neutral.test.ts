import { changedParameters, isNeutral } from '#settings/neutral.ts';
import type { Settings } from '#settings/settings.ts';
import { correction } from './example.ts';

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
