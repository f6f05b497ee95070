import fc from 'fast-check';
import { ADOBE_RGB, PROPHOTO, SRGB } from '#color/spaces.ts';
import { depthOf } from '#image/depth.ts';
import type { Raster } from '#image/raster.ts';
import { loadKernels } from '#node/kernels.ts';
import { createRenderer } from '#render/pipeline.ts';
import type { OpenOptions } from '#render/renderer.ts';
import type { Correction, Settings } from '#settings/settings.ts';
import { testPicture } from './pictures.ts';

const plain = createRenderer();
const compiled = createRenderer(loadKernels());

/** Largest difference between plain TypeScript and the kernels, in 255ths. */
function largestDifference(raster: Raster, settings: Settings, options: OpenOptions = {}): number {
  const a = plain.render(plain.open(raster, options), settings).data;
  const b = compiled.render(compiled.open(raster, options), settings).data;
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]! - b[i]!));
  return depthOf(a) === 8 ? largest : largest / 257;
}

const DETAIL: Settings = { Sharpness: 80, LuminanceSmoothing: 60, ColorNoiseReduction: 60 };

/** An 8-bit code may be rounded to the other side; 16-bit codes tell how far apart the two are. */
function toleranceOf(depth: 8 | 16): number {
  return depth === 8 ? 1 : 0.2;
}

/** A spot in the middle, or on the left with nothing elsewhere. */
function spot(values: Correction['values'], left = 0.3): Correction {
  const place = { top: 0.3, left, bottom: 0.8, right: left + 0.4, angle: 20, feather: 60 };
  return {
    name: 'spot',
    active: true,
    amount: 1,
    values,
    masks: [{ kind: 'radial', combine: 'add', inverted: false, ...place }],
  };
}

test('the compiled kernels are there', () => {
  expect(loadKernels()).toBeDefined();
});

describe('the compiled kernels do detail, grain and vignettes as plain TypeScript does', () => {
  test.each<readonly [string, Settings]>([
    ['sharpening', { Sharpness: 120, SharpenRadius: 2.3, SharpenDetail: 90 }],
    ['sharpening of edges', { Sharpness: 100, SharpenEdgeMasking: 60 }],
    ['luminance noise', { LuminanceSmoothing: 100, LuminanceNoiseReductionContrast: 70 }],
    ['colour noise in blocks of 4', { ColorNoiseReduction: 100, ColorNoiseReductionSmoothness: 80 }],
    ['colour noise in blocks of 2', { ColorNoiseReduction: 100, ColorNoiseReductionSmoothness: 20 }],
    ['colour noise pixel by pixel', { ColorNoiseReduction: 100, ColorNoiseReductionSmoothness: 0 }],
    ['grain', { GrainAmount: 80, GrainSize: 40, GrainFrequency: 70 }],
    ['even grain of a pixel', { GrainAmount: 80, GrainSize: 0, GrainFrequency: 0 }],
    ['all of it', { ...DETAIL, GrainAmount: 40, PostCropVignetteAmount: -40, Exposure2012: 0.2 }],
    ['a dark vignette', { PostCropVignetteAmount: -70 }],
    ['a dark vignette that paints', { PostCropVignetteAmount: -70, PostCropVignetteStyle: 3 }],
    ['a light vignette', { PostCropVignetteAmount: 60, PostCropVignetteStyle: 2 }],
    ['a white vignette', { PostCropVignetteAmount: 60, PostCropVignetteStyle: 3 }],
    [
      'a rectangle',
      { PostCropVignetteAmount: -50, PostCropVignetteRoundness: -100, PostCropVignetteMidpoint: 20 },
    ],
    [
      'a wide circle',
      { PostCropVignetteAmount: -50, PostCropVignetteRoundness: 80, PostCropVignetteFeather: 100 },
    ],
    ['a hard edge', { PostCropVignetteAmount: -50, PostCropVignetteFeather: 0 }],
    ['held highlights', { PostCropVignetteAmount: -90, PostCropVignetteHighlightContrast: 100 }],
  ])('%s, within one level of 255', (_, settings) => {
    for (const [depth, space] of [
      [8, SRGB],
      [16, PROPHOTO],
      [8, ADOBE_RGB],
    ] as const)
      for (const [width, height] of [
        [203, 61],
        [96, 34],
      ] as const)
        expect(largestDifference(testPicture(width, height, depth, space), settings)).toBeLessThanOrEqual(
          toleranceOf(depth),
        );
  });

  test.each<readonly [string, Correction['values']]>([
    ['sharpness', { LocalSharpness: 0.8 }],
    ['softness', { LocalSharpness: -0.9 }],
    ['luminance noise', { LocalLuminanceNoise: 0.7 }],
    ['less noise reduction', { LocalLuminanceNoise: -0.7 }],
    ['moiré', { LocalMoire: 0.6, LocalDefringe: 0.3 }],
    ['grain', { LocalGrain: 0.9 }],
  ])('where masks lie, with and without an amount elsewhere: %s', (_, values) => {
    for (const rest of [{}, { ...DETAIL, GrainAmount: 30 }, { LuminanceSmoothing: 40 }])
      for (const left of [0.3, -0.2, 3]) {
        const settings = {
          ...rest,
          MaskGroupBasedCorrections: [spot(values, left), spot(values, left + 0.1)],
        };
        expect(largestDifference(testPicture(151, 80), settings)).toBeLessThanOrEqual(1);
      }
  });

  test.each([
    ['dark', { PostCropVignetteAmount: -60 }],
    ['light', { PostCropVignetteAmount: 60 }],
    ['dark with held highlights', { PostCropVignetteAmount: -60, PostCropVignetteHighlightContrast: 80 }],
  ] as const)('the scene light of a raw preview under a vignette: %s', (_, vignette) => {
    for (const depth of [8, 16] as const) {
      const settings = { ...vignette, Exposure2012: 0.3 };
      const largest = largestDifference(testPicture(203, 61, depth), settings, { source: 'raw-preview' });
      expect(largest).toBeLessThanOrEqual(toleranceOf(depth));
    }
  });

  test.each([
    [1, 1],
    [3, 2],
    [2, 9],
    [5, 1],
    [17, 4],
  ])('pictures of %d × %d px', (width, height) => {
    const settings: Settings = {
      ...DETAIL,
      SharpenRadius: 3,
      SharpenEdgeMasking: 30,
      GrainAmount: 50,
      PostCropVignetteAmount: -60,
    };
    for (const depth of [8, 16] as const)
      expect(largestDifference(testPicture(width, height, depth), settings)).toBeLessThanOrEqual(
        toleranceOf(depth),
      );
  });

  test('whatever the amounts, the size and the scale', () => {
    const slider = (max: number, min = 0) => fc.oneof(fc.constant(min), fc.double({ min, max, noNaN: true }));
    const settings = fc.record({
      Sharpness: slider(150),
      SharpenRadius: slider(3, 0.5),
      SharpenDetail: slider(100),
      SharpenEdgeMasking: slider(100),
      LuminanceSmoothing: slider(100),
      LuminanceNoiseReductionDetail: slider(100),
      LuminanceNoiseReductionContrast: slider(100),
      ColorNoiseReduction: slider(100),
      ColorNoiseReductionDetail: slider(100),
      ColorNoiseReductionSmoothness: slider(100),
      GrainAmount: slider(100),
      GrainSize: slider(100),
      GrainFrequency: slider(100),
      PostCropVignetteAmount: slider(100, -100),
      PostCropVignetteStyle: fc.constantFrom(1, 2, 3),
      PostCropVignetteMidpoint: slider(100),
      PostCropVignetteFeather: slider(100),
      PostCropVignetteRoundness: slider(100, -100),
      PostCropVignetteHighlightContrast: slider(100),
    });
    fc.assert(
      fc.property(
        settings,
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom<8 | 16>(8, 16),
        fc.constantFrom<'rendered' | 'raw-preview'>('rendered', 'raw-preview'),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (chosen, width, height, depth, source, scale) => {
          const raster = testPicture(width, height, depth);
          expect(largestDifference(raster, chosen, { source, scale })).toBeLessThanOrEqual(
            toleranceOf(depth),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('detail by the compiled kernels does not depend on how a picture is divided', () => {
  const settings: Settings = {
    ...DETAIL,
    SharpenEdgeMasking: 20,
    GrainAmount: 40,
    PostCropVignetteAmount: -40,
    MaskGroupBasedCorrections: [spot({ LocalSharpness: 0.5, LocalLuminanceNoise: 0.3 })],
  };
  const raster = testPicture(1601, 1200);
  const whole = compiled.render(compiled.open(raster), settings).data;

  test('ranges of rows on workers of their own make up one rendering', () => {
    const joined = new Uint8Array(whole.length);
    for (const [top, rows] of [
      [0, 333],
      [333, 867],
    ] as const)
      for (const strip of compiled.renderStrips(compiled.open(raster), settings, { top, rows }))
        joined.set(strip.data, strip.top * raster.width * 3);
    expect(Buffer.compare(joined, Buffer.from(whole.buffer))).toBe(0);
  });

  test('rows are what the rows around them make them, to the bit, wherever strips begin', () => {
    const { width } = raster;
    const sharp: Settings = { ...DETAIL, SharpenEdgeMasking: 20 };
    // The whole picture's second strip begins in the middle of it; a multiple of the blocks of colour noise.
    const [top, height, margin] = [848, 352, 64];
    const begins = [...compiled.renderStrips(compiled.open(raster), sharp)].map((strip) => strip.top);
    expect(begins.some((y) => y > top + margin && y < top + height - margin)).toBe(true);
    const data = raster.data.slice(top * width * 3, (top + height) * width * 3);
    const part = compiled.render(compiled.open({ ...raster, height, data }), sharp).data;
    const own = compiled.render(compiled.open(raster), sharp).data;
    const from = margin * width * 3;
    const to = (height - margin) * width * 3;
    const shift = top * width * 3;
    expect(part.slice(from, to)).toEqual(own.slice(shift + from, shift + to));
  });
});
