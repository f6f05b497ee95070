import { readXmp } from '#xmp/read.ts';
import { fixture } from './fixture.ts';
import { mask } from './text-of.ts';

describe('readXmp() of masks', () => {
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

  const combinations: readonly [string, string, object][] = [
    ['0', 'false', { combine: 'add', inverted: false }],
    ['0', 'true', { combine: 'add', inverted: true }],
    ['1', 'false', { combine: 'subtract', inverted: false }],
    ['1', 'true', { combine: 'intersect', inverted: false }],
  ];
  const gradient = (mode: string, inverted: string) =>
    `<rdf:li crs:What="Mask/Gradient" crs:MaskBlendMode="${mode}" crs:MaskInverted="${inverted}" crs:ZeroX="0" crs:ZeroY="0" crs:FullX="1" crs:FullY="1"/>`;
  /** Two masks: one as given, then a gradient. */
  const masksOf = (first: string, second: string) =>
    readXmp(
      mask(first).replace(
        '</rdf:li></rdf:Seq></crs:CorrectionMasks>',
        `</rdf:li>${second}</rdf:Seq></crs:CorrectionMasks>`,
      ),
    );

  test.each(combinations)('reads blend mode %s with inversion %s', (mode, inverted, expected) => {
    const { settings } = masksOf('crs:What="Mask/Image" crs:MaskSubType="2"', gradient(mode, inverted));
    expect(settings.MaskGroupBasedCorrections?.[0]?.masks[1]).toMatchObject(expected);
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

  test('leaves a correction without effect when a mask that others build on cannot be read', () => {
    const brush = 'crs:What="Mask/Paint" crs:MaskBlendMode="0"';
    const added = masksOf(brush, gradient('0', 'false'));
    expect(added.settings.MaskGroupBasedCorrections?.[0]?.masks).toHaveLength(1);
    const taken = masksOf(brush, gradient('1', 'false'));
    expect(taken.settings.MaskGroupBasedCorrections?.[0]?.masks).toEqual([]);
    expect(taken.warnings.join()).toContain('no effect');
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
});
