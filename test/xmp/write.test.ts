import { LOCAL_PARAMETERS } from '#settings/parameters.ts';
import type { Mask, Settings } from '#settings/settings.ts';
import { readXmp } from '#xmp/read.ts';
import { writePreset, writeSidecar } from '#xmp/write.ts';
import { LOCAL_ORDER } from '#xmp/write-corrections.ts';

function correction(masks: readonly Mask[], values: Readonly<Record<string, number>> = {}): Settings {
  return { MaskGroupBasedCorrections: [{ name: 'Sky & "more"', active: true, amount: 1, values, masks }] };
}
const linear: Mask = {
  kind: 'linear',
  combine: 'add',
  inverted: false,
  zeroX: 0.5,
  zeroY: 0.55,
  fullX: 0.5,
  fullY: 0.25,
};

describe('writeSidecar()', () => {
  const spellings: readonly [string, Settings, string][] = [
    [
      'a plus before positive values of sliders that go both ways',
      { Shadows2012: 25 },
      'crs:Shadows2012="+25"',
    ],
    ['negative values', { Contrast2012: -12 }, 'crs:Contrast2012="-12"'],
    ['zero without a sign', { Vibrance: 0 }, 'crs:Vibrance="0"'],
    ['exposure with two decimals', { Exposure2012: 0.5 }, 'crs:Exposure2012="+0.50"'],
    ['no exposure with two decimals', { Exposure2012: 0 }, 'crs:Exposure2012="0.00"'],
    ['no minus before what rounds to zero', { Exposure2012: -0.001 }, 'crs:Exposure2012="0.00"'],
    ['the sharpening radius signed, with one decimal', { SharpenRadius: 1 }, 'crs:SharpenRadius="+1.0"'],
    ['its neighbours bare', { SharpenDetail: 25 }, 'crs:SharpenDetail="25"'],
    ['kelvin bare', { Temperature: 5200 }, 'crs:Temperature="5200"'],
    ['hues bare', { SplitToningShadowHue: 220 }, 'crs:SplitToningShadowHue="220"'],
    ['booleans with a capital', { ConvertToGrayscale: true }, 'crs:ConvertToGrayscale="True"'],
    ['white balance Custom beside its numbers', { IncrementalTint: 3 }, 'crs:WhiteBalance="Custom"'],
    [
      'a curve with spaces',
      {
        ToneCurvePV2012: [
          [0, 5],
          [255, 250],
        ],
      },
      '<rdf:li>0, 5</rdf:li><rdf:li>255, 250</rdf:li>',
    ],
    [
      'a curve’s name',
      {
        ToneCurvePV2012: [
          [0, 5],
          [255, 250],
        ],
      },
      'crs:ToneCurveName2012="Custom"',
    ],
    [
      'the name of a straight curve',
      {
        ToneCurvePV2012: [
          [0, 0],
          [255, 255],
        ],
      },
      'crs:ToneCurveName2012="Linear"',
    ],
  ];
  test.each(spellings)('writes %s', (_name, settings, expected) => {
    expect(writeSidecar(settings)).toContain(expected);
  });

  test('writes what a host needs to take them for instructions, and nothing that was not asked', () => {
    expect(writeSidecar({ Exposure2012: 1 }, { rawFileName: 'A & B.CR3' }).match(/crs:\w+="[^"]*"/g)).toEqual(
      [
        'crs:Version="17.1"',
        'crs:CompatibleVersion="251854848"',
        'crs:ProcessVersion="15.4"',
        'crs:RawFileName="A &amp; B.CR3"',
        'crs:HasSettings="True"',
        'crs:AlreadyApplied="False"',
        'crs:Exposure2012="+1.00"',
      ],
    );
  });

  test('writes the white balance in the form that the file takes', () => {
    const raw = writeSidecar(
      { IncrementalTemperature: 20, IncrementalTint: -4 },
      { asShot: { kelvin: 5000, tint: 10 } },
    );
    expect(readXmp(raw).settings).toEqual({ Temperature: 5556, Tint: 6 });
    const rendered = writeSidecar({ Temperature: 7500, Tint: 12 }, { rendered: true });
    expect(readXmp(rendered).settings).toEqual({ IncrementalTemperature: 21, IncrementalTint: 12 });
  });

  test('writes every attribute of a correction in Camera Raw’s order', () => {
    const text = writeSidecar(correction([linear], { LocalExposure2012: -0.2 }));
    const written = [...text.matchAll(/crs:(Local\w+)=/g)].map(([, name]) => name);
    expect(written).toEqual(LOCAL_ORDER);
    expect(text).toContain('crs:LocalExposure2012="-0.200000"');
    expect(text).toContain('crs:LocalCurveRefineSaturation="100.000000"');
    expect(text).toContain('crs:CorrectionName="Sky &amp; &quot;more&quot;"');
  });

  test('knows a place for every local parameter', () => {
    const placed = new Set<string>(LOCAL_ORDER);
    const rest = LOCAL_PARAMETERS.map(({ name }) => name).filter((name) => !placed.has(name));
    expect(rest.every((name) => name.startsWith('LocalColorGrade'))).toBe(true);
    expect(rest).toHaveLength(14);
  });

  test('writes local grading all or nothing, as signed whole numbers', () => {
    const text = writeSidecar(
      correction([linear], { LocalColorGradeShadowHue: 27, LocalColorGradeMidtoneLum: -5 }),
    );
    expect(text.match(/crs:LocalColorGrade/g)).toHaveLength(14);
    expect(text).toContain('crs:LocalColorGradeShadowHue="+27"');
    expect(text).toContain('crs:LocalColorGradeMidtoneLum="-5"');
    expect(text).toContain('crs:LocalColorGradeBlending="+50"');
    expect(text).toContain('crs:LocalColorGradeBalance="0"');
  });

  const combinations: readonly [Mask['combine'], boolean, string, string, string][] = [
    ['add', false, '0', 'false', '1.000000'],
    ['add', true, '0', 'true', '1.000000'],
    ['subtract', false, '1', 'false', '0.000000'],
    ['intersect', false, '1', 'true', '0.000000'],
    // Taking away an inverted mask is intersecting with the mask.
    ['subtract', true, '1', 'true', '0.000000'],
    ['intersect', true, '1', 'false', '0.000000'],
  ];
  test.each(combinations)(
    'writes %s, inverted %s, as the triple of the census',
    (combine, inverted, mode, inversion, value) => {
      const text = writeSidecar(correction([linear, { ...linear, combine, inverted }]));
      const last = text.slice(text.lastIndexOf('MaskBlendMode'));
      expect(last).toMatch(
        new RegExp(`^MaskBlendMode="${mode}" crs:MaskInverted="${inversion}".* crs:MaskValue="${value}"`),
      );
    },
  );

  test('writes a luminance range in the form without which Camera Raw 18 ignores it', () => {
    const range: Mask = {
      kind: 'luminance',
      combine: 'add',
      inverted: false,
      lowNone: 0.6,
      lowFull: 0.75,
      highFull: 1,
      highNone: 1,
    };
    const text = writeSidecar(correction([range]));
    expect(text).toContain(
      'crs:Version="4" crs:Type="2" crs:Invert="false" crs:SampleType="2" crs:LumRange="0.600000 0.750000 1.000000 1.000000"',
    );
  });

  test('gives every correction and mask an id of its own, the same each time', () => {
    const one = correction([linear, linear]).MaskGroupBasedCorrections ?? [];
    const settings = { MaskGroupBasedCorrections: [...one, ...one] };
    const ids = [...writeSidecar(settings).matchAll(/SyncID="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    expect(ids.every((id) => /^[0-9A-F]{32}$/.test(id ?? ''))).toBe(true);
    expect(writeSidecar(settings)).toBe(writeSidecar(settings));
    expect(writeSidecar(settings, { seed: 'other' })).not.toBe(writeSidecar(settings));
  });

  test('writes a profile that is read back', () => {
    const look = { name: 'Adobe Color', amount: 0.5, uuid: 'B952C231111CD8E0ECCF14B86BAA7077' };
    expect(readXmp(writeSidecar({}, { look })).look).toEqual(look);
  });
});

describe('writePreset()', () => {
  const preset = { name: '02 Foo & <"bar"> ', group: 'Sea & Sand' };

  test('names it so that it is read back as it was', () => {
    const read = readXmp(writePreset({ Exposure2012: 0.35 }, preset));
    expect(read).toMatchObject({
      kind: 'preset',
      ...preset,
      settings: { Exposure2012: 0.35 },
      warnings: [],
      unknown: [],
    });
  });

  test('sets only the keys given, and says that it takes an amount', () => {
    const text = writePreset({ Exposure2012: 0.35 }, preset);
    expect(text).toContain('crs:SupportsAmount="True"');
    expect(text).not.toMatch(/WhiteBalance|Temperature|AlreadyApplied|RawFileName/);
  });

  test('has an id from its content: equal for equal, other for anything else', () => {
    const idOf = (settings: Settings, options: Parameters<typeof writePreset>[1]) =>
      /crs:UUID="([0-9A-F]{32})"/.exec(writePreset(settings, options))?.[1];
    const id = idOf({ Exposure2012: 0.35 }, preset);
    expect(id).toBeDefined();
    expect(idOf({ Exposure2012: 0.35 }, preset)).toBe(id);
    expect(idOf({ Exposure2012: 0.36 }, preset)).not.toBe(id);
    expect(idOf({ Exposure2012: 0.35 }, { ...preset, name: 'Other' })).not.toBe(id);
    expect(idOf({ Exposure2012: 0.35 }, { ...preset, seed: 'x' })).not.toBe(id);
  });

  test('drops what XML cannot hold from a name', () => {
    expect(readXmp(writePreset({}, { name: 'a\u0000b\u0007\uD800c', group: '' })).name).toBe('abc');
  });
});
