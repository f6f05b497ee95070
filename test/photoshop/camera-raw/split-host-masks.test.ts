import { embeddedRenderer } from '#render/pipeline.ts';
import type { Correction, Mask, Settings } from '#settings/settings.ts';
import { splitHostMasks } from '../../../plugin/photoshop/camera-raw/split-host-masks.ts';
import { rampRaster } from './pictures.ts';

const common = { combine: 'add', inverted: false } as const;
const sky: Mask = { ...common, kind: 'ai', target: 'sky', referenceX: 0.5, referenceY: 0.2 };
const subject: Mask = { ...sky, target: 'subject' };
const radial: Mask = {
  ...common,
  kind: 'radial',
  top: 0.2,
  left: 0.2,
  bottom: 0.8,
  right: 0.8,
  angle: 0,
  feather: 50,
};
const linear: Mask = { ...common, kind: 'linear', zeroX: 0.5, zeroY: 0.8, fullX: 0.5, fullY: 0.2 };
const picked: Mask = {
  ...common,
  kind: 'color',
  samples: [{ r: 1, g: 0, b: 0, x: 0.5, y: 0.5 }],
  amount: 50,
};

function correction(masks: readonly Mask[], more: Partial<Correction> = {}): Correction {
  return { name: 'Sky', active: true, amount: 1, values: { LocalExposure2012: -0.25 }, masks, ...more };
}

function split(...corrections: readonly Correction[]) {
  return splitHostMasks({ Contrast2012: 10, MaskGroupBasedCorrections: corrections });
}

describe('splitHostMasks()', () => {
  test('leaves settings alone that one filter can do', () => {
    const settings: Settings = { Exposure2012: 1 };
    expect(splitHostMasks(settings)).toEqual({ global: settings, parts: [], unsupported: [], replaced: [] });
    const local = correction([radial]);
    expect(split(local)).toEqual({
      global: { Contrast2012: 10, MaskGroupBasedCorrections: [local] },
      parts: [],
      unsupported: [],
      replaced: [],
    });
  });

  test('makes a part of a found sky, with global sliders for the local ones', () => {
    const values = {
      LocalExposure2012: -0.25,
      LocalTemperature: -0.1,
      LocalSaturation: 0.2,
      LocalDehaze: 0.3,
    };
    const { global, parts } = split(correction([radial]), correction([sky], { values, amount: 0.5 }));
    expect(global.MaskGroupBasedCorrections).toEqual([correction([radial])]);
    expect(parts).toEqual([
      {
        find: 'sky',
        inverted: false,
        name: 'Sky',
        settings: { Exposure2012: -0.5, IncrementalTemperature: -5, Saturation: 10, Dehaze: 15 },
      },
    ]);
  });

  test.each([
    ['subject', false, 'subject', false],
    ['subject', true, 'subject', true],
    ['sky', true, 'sky', true],
    ['background', false, 'subject', true],
    ['background', true, 'subject', false],
    ['person', false, 'subject', false],
  ] as const)('finds %s (inverted %s) by %s', (target, given, find, inverted) => {
    expect(split(correction([{ ...sky, target, inverted: given }])).parts[0]).toMatchObject({
      find,
      inverted,
    });
  });

  test('says that a person is looked for as the subject', () => {
    expect(split(correction([{ ...sky, target: 'person' }])).replaced).toHaveLength(1);
  });

  const products: readonly [string, readonly Mask[], boolean, readonly Mask[]][] = [
    ['sky ∩ radial', [sky, { ...radial, combine: 'intersect' }], false, [radial]],
    ['sky − radial', [sky, { ...radial, combine: 'subtract' }], false, [{ ...radial, inverted: true }]],
    [
      'sky − inverted radial',
      [sky, { ...radial, combine: 'subtract', inverted: true }],
      false,
      [{ ...radial, inverted: false }],
    ],
    ['radial ∩ sky', [radial, { ...sky, combine: 'intersect' }], false, [radial]],
    ['radial − sky', [radial, { ...sky, combine: 'subtract' }], true, [radial]],
    [
      'radial + linear, all of it ∩ sky',
      [radial, linear, { ...sky, combine: 'intersect' }],
      false,
      [radial, linear],
    ],
    [
      'sky ∩ radial − linear',
      [sky, { ...radial, combine: 'intersect' }, { ...linear, combine: 'subtract' }],
      false,
      [radial, { ...linear, combine: 'subtract' }],
    ],
  ];
  test.each(products)(
    'shares %s between the layer’s mask and the filter’s',
    (_name, masks, inverted, rest) => {
      const { parts, unsupported } = split(correction(masks));
      expect(unsupported).toEqual([]);
      expect(parts).toEqual([
        { find: 'sky', inverted, name: 'Sky', settings: { MaskGroupBasedCorrections: [correction(rest)] } },
      ]);
    },
  );

  test.each([
    ['sums with a found part', [sky, radial], 'adds other areas'],
    ['sums that end with a found part', [radial, sky], 'adds other areas'],
    ['two found parts', [sky, { ...subject, combine: 'intersect' as const }], 'several selections'],
    ['picked colors', [picked], 'picked'],
  ])('does not guess at %s, and says so', (_name, masks, words) => {
    const { parts, unsupported, global } = split(correction(masks as Mask[]));
    expect(parts).toEqual([]);
    expect(global.MaskGroupBasedCorrections).toEqual([]);
    expect(unsupported).toEqual([
      { name: 'MaskGroupBasedCorrections[0]', why: expect.stringContaining(words) },
    ]);
  });

  test('has no part for a correction without effect', () => {
    const { parts, unsupported } = split(
      correction([sky], { values: {} }),
      correction([sky], { active: false }),
    );
    expect([...parts, ...unsupported]).toEqual([]);
  });

  test.each([
    ['has no global slider', { values: { LocalContrast2012: 0.2, LocalHue: 0.1 } }],
    [
      'goes beyond a global slider',
      { amount: 2, values: { LocalContrast2012: 0.2, LocalExposure2012: 0.75 } },
    ],
    [
      'is a curve at another amount',
      {
        amount: 0.5,
        curves: {
          MainCurve: [
            [0, 10],
            [255, 255],
          ],
        },
      },
    ],
  ] as const)('keeps a correction together that %s, as one of the whole canvas', (_name, more) => {
    const given = correction([sky], more);
    const [part] = split(given).parts;
    expect(part?.settings).toEqual({
      MaskGroupBasedCorrections: [
        { ...given, masks: [expect.objectContaining({ kind: 'linear', inverted: false })] },
      ],
    });
  });

  test.each([
    ['sliders', { LocalExposure2012: 0.1, LocalSaturation: 0.3, LocalTint: 0.1, LocalContrast2012: 0.2 }],
    ['sliders without a global one', { LocalExposure2012: 0.1, LocalHue: 0.2, LocalToningSaturation: 0.2 }],
    [
      'grading',
      { LocalColorGradeShadowHue: 220, LocalColorGradeShadowSat: 30, LocalColorGradeGlobalLum: -10 },
    ],
  ] as readonly [string, Correction['values']][])(
    'renders %s as the correction within its mask',
    (_name, values) => {
      const curves = {
        MainCurve: [
          [0, 0],
          [128, 150],
          [255, 255],
        ],
      } as const;
      const [part] = split(correction([sky], { values, curves })).parts;
      const source = embeddedRenderer.open(rampRaster());
      const everywhere: Mask = { ...linear, zeroY: -3, fullY: -2 };
      const expected = embeddedRenderer.render(source, {
        MaskGroupBasedCorrections: [correction([everywhere], { values, curves })],
      });
      const got = embeddedRenderer.render(source, part?.settings ?? {});
      let furthest = 0;
      got.data.forEach((value, i) => {
        furthest = Math.max(furthest, Math.abs(value - expected.data[i]!));
      });
      // Levels of 255.
      expect(furthest).toBeLessThanOrEqual(2);
      expect(got.data).not.toEqual(source.raster.data);
    },
  );
});
