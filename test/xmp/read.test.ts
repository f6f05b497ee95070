import { settingsSchema } from '#settings/schema.ts';
import { readXmp } from '#xmp/read.ts';
import { FIXTURES, fixture } from './fixture.ts';
import { description } from './text-of.ts';

describe('readXmp()', () => {
  test.each(FIXTURES)('reads %s into settings that the schema accepts', (name) => {
    expect(settingsSchema.safeParse(readXmp(fixture(name)).settings).error).toBeUndefined();
  });

  test('reads a hobby preset: name, group, profile, and every key that Camera Raw does not know', () => {
    const read = readXmp(fixture('hobby-preset.xmp'));
    expect(read).toMatchObject({ kind: 'preset', name: '02 Harbour & Fog', group: 'Seaside' });
    expect(read.look).toEqual({
      name: 'Made-up Profile',
      amount: 1,
      uuid: 'B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0',
    });
    expect(Object.fromEntries(read.unknown.map(({ key, suggestion }) => [key, suggestion]))).toEqual({
      Treatment: undefined,
      GrainRoughness: 'GrainFrequency',
      SharpnessRadius: 'SharpenRadius',
      ColorGradeShadowHue: 'SplitToningShadowHue',
      ColorGradeShadowSat: 'SplitToningShadowSaturation',
      ColorGradeBalance: 'SplitToningBalance',
      Amount: undefined,
      Moodiness: undefined,
    });
  });

  test('puts values right and says so, and takes no shift for a color temperature', () => {
    const { settings, warnings } = readXmp(fixture('hobby-preset.xmp'));
    expect(settings).toEqual({
      Tint: 6,
      Exposure2012: 0.15,
      Contrast2012: 100,
      ToneCurvePV2012: [
        [0, 20],
        [64, 55],
        [192, 196],
        [255, 255],
      ],
      ConvertToGrayscale: false,
      ColorGradeMidtoneHue: 218,
      ColorGradeMidtoneSat: 20,
      GrainAmount: 20,
      GrainSize: 28,
    });
    expect(warnings.map((warning) => warning.split(' ')[0])).toEqual([
      'Name',
      'Temperature',
      'Contrast2012',
      'Highlights2012',
      'ToneCurvePV2012',
    ]);
  });

  test('reads the element form under any prefix, over several descriptions', () => {
    const read = readXmp(fixture('element-form.xmp'));
    expect(read.settings).toEqual({
      IncrementalTemperature: 11,
      Exposure2012: 0.45,
      ToneCurvePV2012Red: [
        [0, 10],
        [255, 250],
      ],
      ConvertToGrayscale: true,
    });
    expect(read.unknown).toEqual([]);
  });

  test('lists real keys that are not rendered apart from unknown ones, and looks not into the profile', () => {
    const read = readXmp(fixture('sidecar-with-masks.xmp'));
    expect(read.kind).toBe('sidecar');
    expect(read.settings['Exposure2012']).toBe(-0.3);
    expect(read.foreign.map(({ key, panel }) => `${panel}: ${key}`)).toEqual([
      'Lens: LensProfileEnable',
      'Lens: LensProfileSetup',
      'Transform: PerspectiveUpright',
      'Crop: CropTop',
      'Crop: HasCrop',
      'Profile: CameraProfile',
      'Point color: PointColors',
      'Masks: MaskGroupBasedCorrections[0].LocalGlow',
      'Masks: MaskGroupBasedCorrections[1].masks[0]',
    ]);
    expect(read.unknown).toEqual([{ key: 'MaskGroupBasedCorrections[0].LocalSheen', value: '0.2' }]);
  });

  test('says that settings of an exported picture are in its pixels already', () => {
    expect(readXmp(fixture('exported-jpeg.xmp')).warnings).toEqual([
      'These settings are already in the pixels of the file they come from',
    ]);
  });

  test('says that the sliders of an old process version are not read', () => {
    const read = readXmp(fixture('old-process.xmp'));
    expect(read.settings).toEqual({ Saturation: -5 });
    expect(read.warnings.join()).toContain('older than 2012');
  });

  test('takes the first of a key that is stated twice, and says so', () => {
    const read = readXmp(
      description('<crs:Exposure2012>+2.00</crs:Exposure2012>', 'crs:Exposure2012="+1.00"'),
    );
    expect(read.settings).toEqual({ Exposure2012: 1 });
    expect(read.warnings.join()).toContain('stated twice');
  });

  test('does not mistake the values of another namespace for settings', () => {
    const read = readXmp(
      description('', 'xmlns:crd="http://ns.adobe.com/camera-raw-defaults/1.0/" crd:Exposure2012="3"'),
    );
    expect(read.settings).toEqual({});
    expect(read.unknown).toEqual([]);
  });

  const encodings: readonly [string, (text: string) => Uint8Array][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a mark', (text) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 BE with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16 LE without a mark', (text) => Buffer.from(text, 'utf16le')],
    ['padding of zero bytes behind it', (text) => Buffer.from(`${text}\0\0 \n\0`)],
  ];
  test.each(encodings)('reads %s', (_name, encode) => {
    const text = description('', 'crs:PresetType="Normal" crs:Name="Größe 🌅" crs:Exposure2012="+1.00"');
    expect(readXmp(encode(text))).toMatchObject({ name: 'Größe 🌅', settings: { Exposure2012: 1 } });
  });

  test('keeps a space at the end of a name', () => {
    expect(readXmp(description('', 'crs:Name="02 "')).name).toBe('02 ');
  });
});
