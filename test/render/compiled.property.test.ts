import fc from 'fast-check';
import { ADOBE_RGB, DISPLAY_P3, PROPHOTO, SRGB } from '#color/spaces.ts';
import { depthOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import { loadKernels } from '#node/kernels.ts';
import { createRenderer } from '#render/pipeline.ts';
import type { OpenOptions } from '#render/renderer.ts';
import type { Settings } from '#settings/settings.ts';
import { testPicture } from './pictures.ts';
import { anySettings } from './settings-arbitrary.ts';

const plain = createRenderer();
const compiled = createRenderer(loadKernels());

/** Differences between plain TypeScript and the kernels, in 255ths. */
function differences(raster: Raster, settings: Settings, options: OpenOptions = {}): number[] {
  const a = plain.render(plain.open(raster, options), settings).data;
  const b = compiled.render(compiled.open(raster, options), settings).data;
  const unit = depthOf(a) === 8 ? 1 : 257;
  return Array.from(a, (code, i) => Math.abs(code - b[i]!) / unit);
}

function largestDifference(raster: Raster, settings: Settings, options: OpenOptions = {}): number {
  return differences(raster, settings, options).reduce((a, b) => Math.max(a, b), 0);
}

const EVERYTHING: Settings = {
  IncrementalTemperature: 12,
  Exposure2012: 0.4,
  Contrast2012: 18,
  Highlights2012: -60,
  Shadows2012: 60,
  Clarity2012: 20,
  Texture: 15,
  Vibrance: 20,
  HueAdjustmentOrange: -30,
  SaturationAdjustmentBlue: 40,
  LuminanceAdjustmentGreen: -50,
  SplitToningShadowHue: 215,
  SplitToningShadowSaturation: 14,
  ToneCurvePV2012: [
    [0, 0],
    [64, 58],
    [255, 255],
  ],
};

test('the compiled kernels are there', () => {
  expect(loadKernels()).toBeDefined();
});

describe('the compiled kernels render as plain TypeScript does, within one level of 255', () => {
  test.each([SRGB, DISPLAY_P3, ADOBE_RGB, PROPHOTO].map((space) => [space.name, space] as const))(
    'in %s',
    (_, space) => {
      expect(largestDifference(testPicture(901, 403, 8, space), EVERYTHING)).toBeLessThanOrEqual(1);
    },
  );

  test.each([
    ['vibrance down', { Vibrance: -70 }],
    ['exposure down', { Exposure2012: -1.5 }],
    ['whites down, blacks up', { Whites2012: -60, Blacks2012: 50 }],
    ['whites up, blacks down', { Whites2012: 60, Blacks2012: -50 }],
    ['calibration', { RedHue: 40, GreenSaturation: -30, ShadowTint: 30 }],
    ['black and white', { ConvertToGrayscale: true, GrayMixerRed: 60 }],
    ['dehaze', { Dehaze: 40, Exposure2012: 0.3 }],
    ['a lighter sky with everything', { ...EVERYTHING, LuminanceAdjustmentBlue: 100 }],
  ] as const)('8 bits, 16 bits and raw previews: %s', (_, settings) => {
    for (const depth of [8, 16] as const)
      for (const source of ['rendered', 'raw-preview'] as const)
        expect(largestDifference(testPicture(301, 63, depth), settings, { source })).toBeLessThanOrEqual(1);
  });

  test('where a mask lies', () => {
    const settings: Settings = {
      ...EVERYTHING,
      MaskGroupBasedCorrections: [
        {
          name: 'spot',
          active: true,
          amount: 1,
          values: { LocalExposure2012: 0.3, LocalClarity2012: 0.4, LocalSaturation: 0.3 },
          masks: [
            {
              kind: 'radial',
              combine: 'add',
              inverted: false,
              top: 0.2,
              left: 0.2,
              bottom: 0.9,
              right: 0.7,
              angle: 20,
              feather: 60,
            },
          ],
        },
      ],
    };
    expect(largestDifference(testPicture(907, 401), settings)).toBeLessThanOrEqual(1);
  });

  test('whatever the settings and the size, but where curves as steep as a wall enlarge it', () => {
    fc.assert(
      fc.property(
        anySettings(),
        fc.integer({ min: 1, max: 110 }),
        fc.integer({ min: 1, max: 64 }),
        fc.constantFrom<8 | 16>(8, 16),
        fc.constantFrom<'rendered' | 'raw-preview'>('rendered', 'raw-preview'),
        (settings, width, height, depth, source) => {
          const found = differences(testPicture(width, height, depth), settings, { source });
          const over = found.filter((one) => one > 1);
          expect(over.length).toBeLessThanOrEqual(12 + found.length / 100);
        },
      ),
      { numRuns: 200 },
    );
  });
});
