import { settingsSchema } from '#settings/schema.ts';
import { RetouchError } from '#wire/error.ts';
import { readXmp } from '#xmp/read.ts';
import { FIXTURES, fixture } from './fixture.ts';

function description(content: string, attributes = ''): string {
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    `<rdf:Description rdf:about="" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" ${attributes}>` +
    `${content}</rdf:Description></rdf:RDF></x:xmpmeta>`
  );
}

function mask(attributes: string, inside = ''): string {
  return description(
    '<crs:MaskGroupBasedCorrections><rdf:Seq><rdf:li><rdf:Description crs:What="Correction" crs:CorrectionName="A">' +
      `<crs:CorrectionMasks><rdf:Seq><rdf:li><rdf:Description ${attributes}>${inside}</rdf:Description></rdf:li>` +
      '</rdf:Seq></crs:CorrectionMasks></rdf:Description></rdf:li></rdf:Seq></crs:MaskGroupBasedCorrections>',
  );
}

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (RetouchError.isInstance(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'no error';
}

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

  test('reads a sidecar with every form of mask', () => {
    const { settings } = readXmp(fixture('sidecar-with-masks.xmp'));
    const [sky, brushed] = settings.MaskGroupBasedCorrections ?? [];
    expect(sky).toMatchObject({
      name: 'Himmel & Wolken',
      amount: 1.12,
      values: {
        LocalExposure2012: 0.75,
        LocalHighlights2012: -0.3,
        LocalHue: 0.5,
        LocalColorGradeShadowHue: 27,
      },
      curves: {
        MainCurve: [
          [0, 0],
          [32, 22],
          [255, 255],
        ],
      },
    });
    expect(sky?.masks).toEqual([
      { kind: 'ai', combine: 'add', inverted: false, target: 'sky', referenceX: 0.5, referenceY: 0.25 },
      {
        kind: 'radial',
        name: 'Sun',
        combine: 'intersect',
        inverted: false,
        top: 0.25,
        left: 0.25,
        bottom: 0.75,
        right: 0.75,
        angle: 12,
        feather: 60,
      },
      {
        kind: 'linear',
        combine: 'subtract',
        inverted: false,
        zeroX: 0.5,
        zeroY: 0.55,
        fullX: 0.5,
        fullY: -0.25,
      },
      // Inverted twice.
      {
        kind: 'luminance',
        combine: 'add',
        inverted: false,
        lowNone: 0.6,
        lowFull: 0.75,
        highFull: 1,
        highNone: 1,
      },
      {
        kind: 'color',
        name: 'Red boat',
        combine: 'add',
        inverted: false,
        amount: 40,
        samples: [{ r: 0.7, g: 0.1, b: 0.15, x: 0.3, y: 0.6 }],
      },
    ]);
    expect(brushed).toMatchObject({ name: 'Brushed', masks: [] });
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

  const combinations: readonly [string, string, object][] = [
    ['0', 'false', { combine: 'add', inverted: false }],
    ['0', 'true', { combine: 'add', inverted: true }],
    ['1', 'false', { combine: 'subtract', inverted: false }],
    ['1', 'true', { combine: 'intersect', inverted: false }],
  ];
  test.each(combinations)('reads blend mode %s with inversion %s', (mode, inverted, expected) => {
    const text = mask(
      `crs:What="Mask/Gradient" crs:MaskBlendMode="${mode}" crs:MaskInverted="${inverted}" crs:ZeroX="0" crs:ZeroY="0" crs:FullX="1" crs:FullY="1"`,
    );
    expect(readXmp(text).settings.MaskGroupBasedCorrections?.[0]?.masks[0]).toMatchObject(expected);
  });

  const unreadable: readonly [string, string, string][] = [
    ['a brush', 'crs:What="Mask/Paint"', ''],
    ['an object selection', 'crs:What="Mask/Image" crs:MaskSubType="0"', ''],
    ['a depth range', 'crs:What="Mask/RangeMask"', '<crs:CorrectionRangeMask crs:Type="3"/>'],
    ['a gradient in both directions', 'crs:What="Mask/Gradient" crs:Bidirectional="true"', ''],
    ["'Mask/Invented'", 'crs:What="Mask/Invented"', ''],
    ['the mask is switched off', 'crs:What="Mask/Image" crs:MaskSubType="1" crs:MaskActive="false"', ''],
  ];
  test.each(unreadable)('says that %s is left out', (why, attributes, inside) => {
    const read = readXmp(mask(attributes, inside));
    expect(read.settings.MaskGroupBasedCorrections?.[0]?.masks).toEqual([]);
    expect(read.warnings.join()).toContain(why);
    expect(read.foreign).toHaveLength(1);
  });

  test('reads a background selection, and clamps local values that are far too large', () => {
    const text = mask('crs:What="Mask/Image" crs:MaskSubType="0" crs:MaskSubCategoryID="22"').replace(
      'crs:CorrectionName="A"',
      'crs:CorrectionName="A" crs:LocalContrast2012="20"',
    );
    const { settings, warnings } = readXmp(text);
    expect(settings.MaskGroupBasedCorrections?.[0]).toMatchObject({
      values: { LocalContrast2012: 1 },
      masks: [{ target: 'background' }],
    });
    expect(warnings).toHaveLength(1);
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

  const refused: readonly [string, string][] = [
    ['', 'empty'],
    ['   \n', 'empty'],
    ['hello', 'damaged'],
    ['{"Exposure2012": 1}', 'damaged'],
    ['<html><body/></html>', 'no rdf:RDF'],
    ['<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF', 'damaged'],
    [description('').replace('</rdf:RDF>', ''), 'damaged'],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'document type'],
    [
      `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${description('', 'crs:Name="&b;"')}`,
      'document type',
    ],
    [description('', 'crs:Name="&undeclared;"'), 'damaged'],
    [description('', 'crs:Exposure2012="1" crs:Exposure2012="2"'), 'damaged'],
    ['\u0089PNG\r\n\u001a\n', 'damaged'],
  ];
  test.each(refused)('refuses %j in a sentence', (text, why) => {
    expect(codeOf(() => readXmp(text))).toMatch(new RegExp(`^bad-settings: This is not XMP: .*${why}`));
  });

  test('survives deep nesting and very many keys', () => {
    const depth = 5000;
    const deep = description(`<crs:Look>${'<crs:a>'.repeat(depth)}${'</crs:a>'.repeat(depth)}</crs:Look>`);
    expect(codeOf(() => readXmp(deep))).toBe('no error');
    const many = Array.from({ length: 2000 }, (_, index) => `crs:Nonsense${index}="1"`).join(' ');
    const read = readXmp(description('', many));
    expect(read.settings).toEqual({});
    expect(read.unknown).toHaveLength(1000);
  });

  test('refuses what would keep it busy for long', () => {
    expect(codeOf(() => readXmp(description('<crs:a/>'.repeat(600_000))))).toMatch(/too many elements/);
    expect(codeOf(() => readXmp(' '.repeat(40_000_000)))).toMatch(/too large/);
  });

  test('is not slowed down by long runs of white space', () => {
    const text = description(
      `${' '.repeat(1_000_000)}<crs:a>${' '.repeat(1_000_000)}x</crs:a>`,
      'crs:Exposure2012="1"',
    );
    expect(readXmp(text).settings).toEqual({ Exposure2012: 1 });
  });

  test('bounds the number of corrections', () => {
    const one = '<rdf:li crs:What="Correction" crs:CorrectionName="A"/>';
    const text = description(
      `<crs:MaskGroupBasedCorrections><rdf:Seq>${one.repeat(1000)}</rdf:Seq></crs:MaskGroupBasedCorrections>`,
    );
    expect(readXmp(text).settings.MaskGroupBasedCorrections).toHaveLength(64);
  });
});
