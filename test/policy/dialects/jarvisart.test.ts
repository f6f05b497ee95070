import { readJarvisArt } from '#policy/dialects/jarvisart.ts';
import { settingsSchema } from '#settings/schema.ts';
import type { Correction } from '#settings/settings.ts';
import { context, fixture } from './fixture.ts';

const whole = readJarvisArt(fixture('jarvisart-masks.txt'), context).edits[0]!;
const damaged = readJarvisArt(fixture('jarvisart-damaged.txt'), context).edits[0]!;

function correction(edit: typeof whole, name: string): Correction {
  return edit.settings.MaskGroupBasedCorrections!.find((one) => one.name === name)!;
}

test('readJarvisArt() reads thinking, globals and index-keyed curves', () => {
  const { MaskGroupBasedCorrections: _, ...globals } = whole.settings;
  expect(globals).toEqual({
    IncrementalTemperature: expect.closeTo(-31.34, 1),
    IncrementalTint: 8,
    Exposure2012: 0.15,
    Contrast2012: -12,
    Highlights2012: -48,
    SaturationAdjustmentOrange: 14,
    ToneCurvePV2012: [
      [0, 12],
      [64, 60],
      [190, 196],
      [255, 248],
    ],
  });
  expect(whole.reasoning).toMatch(/^The photo shows a rider/);
  expect(settingsSchema.safeParse(whole.settings).success).toBe(true);
});

test('local values are taken as stored within −1…1 and as shown by the sliders beyond, side by side', () => {
  expect(correction(whole, 'Sky').values).toEqual({
    LocalExposure2012: -0.2,
    LocalContrast2012: 0.2,
    LocalDehaze: 0.15,
  });
  expect(correction(damaged, 'Sky').values).toEqual({ LocalExposure2012: -0.5, LocalSaturation: 0.35 });
  expect(correction(whole, 'Sky').curves?.RedCurve).toEqual([
    [0, 0],
    [126, 118],
    [255, 255],
  ]);
});

test('MaskSubType names the target, and a part of a person is the person where it was not found', () => {
  expect(correction(whole, 'Sky').masks).toMatchObject([{ kind: 'ai', target: 'sky', combine: 'add' }]);
  expect(correction(whole, 'Face').masks).toMatchObject([{ kind: 'ai', target: 'person' }]);
  expect(correction(whole, 'Face').amount).toBe(0.8);
  expect(whole.report).toContainEqual(
    expect.objectContaining({ why: expect.stringContaining('whole person') }),
  );
});

test('a face that was found in the photo is masked where it is', () => {
  const ellipse = {
    kind: 'radial',
    combine: 'add',
    inverted: false,
    left: 0.4,
    right: 0.5,
    top: 0.2,
    bottom: 0.3,
    angle: 0,
    feather: 60,
  } as const;
  const place = (region: string) => (region === 'face' ? [ellipse] : undefined);
  const [edit] = readJarvisArt(fixture('jarvisart-masks.txt'), { ...context, place }).edits;
  expect(correction(edit!, 'Face').masks).toEqual([{ ...ellipse, name: 'Face' }]);
});

test('a drawn outline becomes the ellipse of its area', () => {
  const [mask] = correction(whole, 'Horse').masks;
  expect(mask).toMatchObject({ kind: 'radial' });
  if (mask?.kind !== 'radial') return;
  const area = (Math.PI / 4) * (mask.right - mask.left) * (mask.bottom - mask.top);
  expect(area).toBeCloseTo(0.4 * 0.4, 6);
  expect((mask.left + mask.right) / 2).toBeCloseTo(0.4, 6);
  expect((mask.top + mask.bottom) / 2).toBeCloseTo(0.6, 6);
});

test('blend mode 1 intersects, and with value 0 takes away as in Camera Raw files', () => {
  expect(correction(whole, 'Glow').masks).toMatchObject([
    { kind: 'radial', combine: 'add' },
    { kind: 'ai', target: 'subject', combine: 'intersect', inverted: true },
  ]);
  const masks = [
    { What: 'Mask/Image', MaskSubType: 2 },
    { What: 'Mask/Image', MaskSubType: 1, MaskBlendMode: 1, MaskValue: 0 },
  ];
  const text = JSON.stringify({
    MaskGroupBasedCorrections: [{ CorrectionName: 'x', LocalExposure2012: 0.1, CorrectionMasks: masks }],
  });
  expect(correction(readJarvisArt(text, context).edits[0]!, 'x').masks[1]).toMatchObject({
    combine: 'subtract',
  });
});

test('without the mask that others are cut with, a correction is left out', () => {
  const masks = [
    { What: 'Mask/Image', MaskSubType: 2 },
    { What: 'Mask/Paint', MaskBlendMode: 1, MaskValue: 0 },
  ];
  const text = JSON.stringify({
    Exposure2012: 0.1,
    MaskGroupBasedCorrections: [{ CorrectionName: 'x', LocalExposure2012: 0.1, CorrectionMasks: masks }],
  });
  expect(readJarvisArt(text, context).edits[0]!.settings).toEqual({ Exposure2012: 0.1 });
});

test('readJarvisArt() survives missing tags, spare commas, Python quotes, NaN and a cut', () => {
  expect(damaged.settings['Exposure2012']).toBe(0.4);
  expect(damaged.settings['Contrast2012']).toBe(100);
  expect(damaged.settings['Vibrance']).toBeUndefined();
  expect(damaged.settings['ToneCurvePV2012']).toEqual([
    [0, 0],
    [128, 140],
    [255, 255],
  ]);
  expect(damaged.reasoning).toBe('The light is flat, a little contrast will help.');
  expect(damaged.settings.MaskGroupBasedCorrections!.map(({ name }) => name)).toEqual(['Sky', 'Cup']);
});

test('a box in the mask, or in the words of the person, is the place of an object', () => {
  const box = { kind: 'radial', left: expect.closeTo(0.218, 3), right: expect.closeTo(0.782, 3) };
  expect(correction(damaged, 'Cup').masks).toMatchObject([box]);
  const text =
    '{"MaskGroupBasedCorrections": [{"CorrectionName": "x", "LocalExposure2012": 0.1, "CorrectionMasks": [{"What": "Mask/Image", "MaskSubType": 0}]}]}';
  const instruction = 'brighten <box>[0.25, 0.25, 0.75, 0.75]</box>';
  expect(correction(readJarvisArt(text, { ...context, instruction }).edits[0]!, 'x').masks).toMatchObject([
    box,
  ]);
  expect(readJarvisArt(text, context).edits).toEqual([]);
});

test('what this engine does not have is reported', () => {
  expect(whole.report).toContainEqual(expect.objectContaining({ name: 'LensBlur', to: undefined }));
});

test('of a look, sliders and curves are taken at its amount, under those of the root', () => {
  const look = {
    Name: 'Vintage 07',
    Amount: 0.5,
    Parameters: {
      ParametricLights: -20,
      SaturationAdjustmentBlue: -28,
      Contrast2012: 40,
      ConvertToGrayscale: true,
      LookTable: 'E1095149FDB39D7A057BAB208837E2E1',
      ToneCurvePV2012: { 1: 0, 2: 20, 3: 255, 4: 255 },
    },
  };
  const [edit] = readJarvisArt(JSON.stringify({ Contrast2012: -5, Look: look }), context).edits;
  expect(edit!.settings).toEqual({
    Contrast2012: -5,
    ParametricLights: -10,
    SaturationAdjustmentBlue: -14,
    ConvertToGrayscale: true,
    ToneCurvePV2012: [
      [0, 10],
      [255, 255],
    ],
  });
  expect(edit!.report).toContainEqual(expect.objectContaining({ name: 'Look Vintage 07', to: 0.5 }));
  const bare = readJarvisArt('{"Contrast2012": 5, "Look": {"Name": "B&W 01", "Amount": 1}}', context)
    .edits[0]!;
  expect(bare.report).toMatchObject([{ name: 'Look B&W 01', to: undefined }]);
});
