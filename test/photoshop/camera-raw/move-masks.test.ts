import fc from 'fast-check';
import { embeddedRenderer } from '#render/pipeline.ts';
import { settingsSchema } from '#settings/schema.ts';
import type { Mask, Settings } from '#settings/settings.ts';
import { canvasOf, moveMasks } from '../../../plugin/photoshop/camera-raw/move-masks.ts';
import { maskArbitrary } from '../../settings/arbitrary.ts';
import { rampRaster } from './pictures.ts';

const canvas = canvasOf({ width: 200, height: 100 });
const part = { left: 50, top: 20, right: 150, bottom: 60 };

function withMasks(...masks: readonly Mask[]): Settings {
  return {
    Contrast2012: 5,
    MaskGroupBasedCorrections: [
      { name: '', active: true, amount: 1, values: { LocalExposure2012: 0.5 }, masks },
    ],
  };
}

const linear: Mask = {
  kind: 'linear',
  combine: 'add',
  inverted: false,
  zeroX: 0,
  zeroY: 0,
  fullX: 1,
  fullY: 0.5,
};
const radial: Mask = {
  kind: 'radial',
  combine: 'add',
  inverted: false,
  top: 0.1,
  left: 0.2,
  bottom: 0.9,
  right: 0.7,
  angle: 30,
  feather: 60,
};

describe('moveMasks()', () => {
  test('takes points of a part to where they lie on the canvas', () => {
    const moved = moveMasks(withMasks(linear), part, canvas).MaskGroupBasedCorrections?.[0]?.masks[0];
    expect(moved).toEqual({ ...linear, zeroX: 0.25, zeroY: 0.2, fullX: 0.75, fullY: 0.4 });
  });

  test('takes every kind of mask along, and leaves windows on luminance', () => {
    const luminance: Mask = {
      kind: 'luminance',
      combine: 'add',
      inverted: false,
      lowNone: 0,
      lowFull: 0.1,
      highFull: 0.5,
      highNone: 0.6,
    };
    const ai: Mask = {
      kind: 'ai',
      combine: 'add',
      inverted: false,
      target: 'sky',
      referenceX: 0.5,
      referenceY: 0.5,
    };
    const color: Mask = {
      kind: 'color',
      combine: 'add',
      inverted: false,
      samples: [{ r: 1, g: 0, b: 0, x: 1, y: 1 }],
      amount: 50,
    };
    const moved = moveMasks(withMasks(luminance, ai, color), part, canvas);
    expect(moved.MaskGroupBasedCorrections?.[0]?.masks).toEqual([
      luminance,
      { ...ai, referenceX: 0.5, referenceY: 0.4 },
      { ...color, samples: [{ r: 1, g: 0, b: 0, x: 0.75, y: 0.6 }] },
    ]);
  });

  test('changes nothing where the part is the canvas, nor settings without masks', () => {
    const settings = withMasks(linear, radial);
    expect(moveMasks(settings, canvas, canvas)).toEqual(settings);
    expect(moveMasks({ Exposure2012: 1 }, part, canvas)).toEqual({ Exposure2012: 1 });
  });

  test.each([
    ['a gradient', linear],
    ['a turned ellipse', radial],
  ])('covers the same pixels with %s', (_name, mask) => {
    // A part of 40 × 32 at (8, 16) of a picture of 64 × 64.
    const whole = rampRaster();
    const rectangle = { left: 8, top: 16, right: 48, bottom: 48 };
    const [width, height] = [40, 32];
    const cut = new Uint8Array(width * height * 3);
    for (let y = 0; y < height; y++)
      cut.set(whole.data.subarray(((y + 16) * 64 + 8) * 3, ((y + 16) * 64 + 48) * 3), y * width * 3);
    const settings: Settings = { MaskGroupBasedCorrections: withMasks(mask).MaskGroupBasedCorrections ?? [] };
    const asked = embeddedRenderer.render(
      embeddedRenderer.open({ ...whole, width, height, data: cut }),
      settings,
    );
    const moved = moveMasks(settings, rectangle, canvasOf(whole));
    const got = embeddedRenderer.render(embeddedRenderer.open(whole), moved);
    let furthest = 0;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width * 3; x++)
        furthest = Math.max(
          furthest,
          Math.abs(asked.data[y * width * 3 + x]! - got.data[((y + 16) * 64 + 8) * 3 + x]!),
        );
    expect(furthest).toBeLessThanOrEqual(1);
  });

  test('gives valid settings for every mask, however small the part', () => {
    fc.assert(
      fc.property(
        fc.array(maskArbitrary, { maxLength: 3 }),
        fc.integer({ min: 1, max: 400 }),
        (masks, edge) => {
          const from = { left: 3, top: 5, right: 3 + edge, bottom: 5 + edge };
          for (const moved of [
            moveMasks(withMasks(...masks), from, canvas),
            moveMasks(withMasks(...masks), canvas, from),
          ])
            expect(settingsSchema.safeParse(moved).success).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
