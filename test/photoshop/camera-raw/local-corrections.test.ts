import { LOCAL_PARAMETERS, parameterByName } from '#settings/parameters.ts';
import type { Correction, Mask } from '#settings/settings.ts';
import { GRADE_ORDER, LOCAL_ORDER } from '#xmp/write-corrections.ts';
import { compareApplied } from '../../../plugin/photoshop/camera-raw/compare-applied.ts';
import { cameraRawDescriptor } from '../../../plugin/photoshop/camera-raw/descriptor.ts';
import { writeLocalCorrections } from '../../../plugin/photoshop/camera-raw/local-corrections.ts';
import { readFilter } from '../../../plugin/photoshop/camera-raw/read-back.ts';
import { RECORDED_CORRECTION } from './recorded.ts';

const linear: Mask = {
  kind: 'linear',
  combine: 'add',
  inverted: false,
  zeroX: 0.480487,
  zeroY: 0.711423,
  fullX: 0.48,
  fullY: -0.2,
};
const radial: Mask = {
  kind: 'radial',
  combine: 'add',
  inverted: false,
  top: 0.1,
  left: -0.2,
  bottom: 0.9,
  right: 1.25,
  angle: 12,
  feather: 40,
};
const bright: Mask = {
  kind: 'luminance',
  combine: 'add',
  inverted: false,
  lowNone: 0.5,
  lowFull: 0.6,
  highFull: 1,
  highNone: 1,
};
const sky: Mask = {
  kind: 'ai',
  combine: 'add',
  inverted: false,
  target: 'sky',
  referenceX: 0.5,
  referenceY: 0.2,
};

function correction(masks: readonly Mask[], more: Partial<Correction> = {}): Correction {
  return { name: 'One', active: true, amount: 1, values: { LocalExposure2012: 0.75 }, masks, ...more };
}

function attributesIn(xmp: string): readonly (readonly [string, string])[] {
  return [...xmp.matchAll(/crs:(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
}

describe('writeLocalCorrections()', () => {
  test('reproduces the recorded correction attribute by attribute', () => {
    const values = Object.fromEntries(
      RECORDED_CORRECTION.filter(([name]) => parameterByName(name)).map(([name, text]) => [
        name,
        Number(text),
      ]),
    );
    const { xmp } = writeLocalCorrections([correction([linear], { amount: 1.12, values })]);
    const written = attributesIn(xmp.slice(0, xmp.indexOf('CorrectionMasks')));
    expect(written.filter(([name]) => !/^(What|CorrectionName|CorrectionSyncID)$/.test(name))).toEqual(
      RECORDED_CORRECTION,
    );
  });

  test('writes the base attributes always, the grade all or none', () => {
    const plain = writeLocalCorrections([correction([linear])]).xmp;
    expect(LOCAL_ORDER).toHaveLength(27);
    expect([...plain.matchAll(/crs:(Local\w+)=/g)].map(([, name]) => name)).toEqual(LOCAL_ORDER);
    const graded = writeLocalCorrections([
      correction([linear], { values: { LocalColorGradeGlobalLum: 8 } }),
    ]).xmp;
    expect(GRADE_ORDER).toHaveLength(14);
    expect([...graded.matchAll(/crs:(Local\w+)=/g)].map(([, name]) => name)).toEqual([
      ...LOCAL_ORDER,
      ...GRADE_ORDER,
    ]);
    expect(graded).toContain('crs:LocalColorGradeBlending="+50"');
  });

  test('has a place for every local slider', () => {
    const places = new Set<string>([...LOCAL_ORDER, ...GRADE_ORDER]);
    expect(LOCAL_PARAMETERS.filter(({ name }) => !places.has(name))).toEqual([]);
  });

  test('writes a gradient as it was recorded', () => {
    expect(writeLocalCorrections([correction([linear])]).xmp).toMatch(
      /<rdf:li crs:What="Mask\/Gradient" crs:MaskActive="true" crs:MaskName="Linear Gradient 1" crs:MaskBlendMode="0" crs:MaskInverted="false" crs:MaskSyncID="[0-9A-F]{32}" crs:MaskValue="1" crs:ZeroX="0.480487" crs:ZeroY="0.711423" crs:FullX="0.48" crs:FullY="-0.2"\/>/,
    );
  });

  test('writes an ellipse of version 2 that is turned over by MaskInverted', () => {
    const { xmp } = writeLocalCorrections([correction([{ ...radial, inverted: true }])]);
    expect(xmp).toContain('crs:MaskInverted="true"');
    expect(xmp).toContain(
      'crs:Top="0.1" crs:Left="-0.2" crs:Bottom="0.9" crs:Right="1.25" crs:Angle="12" crs:Midpoint="50" crs:Roundness="0" crs:Feather="40" crs:Flipped="false" crs:Version="2"',
    );
  });

  test('writes a luminance range of version 4 with sample type 2, without which it does nothing', () => {
    expect(writeLocalCorrections([correction([bright])]).xmp).toContain(
      '<crs:CorrectionRangeMask crs:Version="4" crs:Type="2" crs:Invert="false" crs:SampleType="2" crs:LumRange="0.5 0.6 1 1"/>',
    );
  });

  test.each([
    ['add', false, '0', 'false', '1'],
    ['add', true, '0', 'true', '1'],
    ['subtract', false, '1', 'false', '0'],
    ['intersect', false, '1', 'true', '0'],
  ] as const)('combines by %s, inverted %s', (combine, inverted, mode, written, value) => {
    const { xmp } = writeLocalCorrections([correction([radial, { ...linear, combine, inverted }])]);
    const second = xmp.slice(xmp.lastIndexOf('Mask/Gradient'));
    expect(attributesIn(second)).toEqual(
      expect.arrayContaining([
        ['MaskBlendMode', mode],
        ['MaskInverted', written],
        ['MaskValue', value],
      ]),
    );
  });

  test('escapes names', () => {
    const name = '<script> & "sky"';
    const { descriptor } = cameraRawDescriptor({
      MaskGroupBasedCorrections: [correction([linear], { name })],
    });
    expect(descriptor['$LCs']).not.toContain('<script>');
    expect(readFilter(descriptor).settings.MaskGroupBasedCorrections?.[0]?.name).toBe(name);
  });

  test('leaves a correction out as a whole when the filter cannot take one of its masks', () => {
    const { corrections, unsupported } = writeLocalCorrections([
      correction([radial]),
      correction([linear, { ...sky, combine: 'intersect' }], { name: 'Sky' }),
      correction([sky], { active: false }),
    ]);
    expect(corrections.map(({ masks }) => masks[0]?.kind)).toEqual(['radial']);
    expect(unsupported).toEqual([
      { name: 'MaskGroupBasedCorrections[1]', why: expect.stringContaining("'Sky' needs a selection") },
    ]);
  });

  test('leaves a correction without masks out, as it touches nothing', () => {
    expect(writeLocalCorrections([correction([])])).toMatchObject({ corrections: [], unsupported: [] });
  });

  test('is the same text for the same corrections', () => {
    expect(writeLocalCorrections([correction([radial, bright])]).xmp).toBe(
      writeLocalCorrections([correction([radial, bright])]).xmp,
    );
  });
});

describe('compareApplied() on local corrections', () => {
  const settings = {
    MaskGroupBasedCorrections: [
      correction([radial, { ...bright, combine: 'intersect' as const }], {
        values: { LocalExposure2012: 0.75, LocalColorGradeShadowHue: 360, LocalColorGradeShadowSat: 5 },
        curves: {
          MainCurve: [
            [0, 0],
            [128, 140],
            [255, 255],
          ],
        },
      }),
    ],
  };
  const { descriptor, sent } = cameraRawDescriptor(settings);

  function held(change: (xmp: string) => string) {
    return readFilter({ ...descriptor, $LCs: change(String(descriptor['$LCs'])) });
  }

  test('finds none in what came back as it was sent', () => {
    expect(
      compareApplied(
        sent,
        held((xmp) => xmp),
      ).differences,
    ).toEqual([]);
  });

  test.each([
    [
      'a value',
      /LocalExposure2012="0.75"/,
      'LocalExposure2012="0.5"',
      'MaskGroupBasedCorrections[0].LocalExposure2012',
    ],
    [
      'the amount',
      /CorrectionAmount="1"/,
      'CorrectionAmount="0.5"',
      'MaskGroupBasedCorrections[0].CorrectionAmount',
    ],
    [
      'whether it is on',
      /CorrectionActive="true"/,
      'CorrectionActive="false"',
      'MaskGroupBasedCorrections[0].CorrectionActive',
    ],
    ['a curve', /<rdf:li>128,140</, '<rdf:li>128,120<', 'MaskGroupBasedCorrections[0].MainCurve'],
    ['where a mask lies', /crs:Top="0.1"/, 'crs:Top="0.2"', 'MaskGroupBasedCorrections[0].masks'],
    ['how masks combine', /MaskBlendMode="1"/, 'MaskBlendMode="0"', 'MaskGroupBasedCorrections[0].masks'],
  ])('finds that the host changed %s', (_name, from, to, name) => {
    const got = held((xmp) => xmp.replace(from, to));
    expect(compareApplied(sent, got).differences.map((one) => one.name)).toEqual([name]);
  });

  test('finds that the host dropped them', () => {
    const { $LCs: _, ...rest } = descriptor;
    expect(compareApplied(sent, readFilter(rest)).differences).toEqual([
      { name: 'MaskGroupBasedCorrections', asked: sent.MaskGroupBasedCorrections, got: [] },
    ]);
  });

  test('says that a text which is no XMP cannot be read, and goes on', () => {
    const got = readFilter({ $Cr12: 5, $LCs: '<broken' });
    expect(got.settings).toEqual({ Contrast2012: 5 });
    expect(got.warnings).toHaveLength(1);
  });
});
