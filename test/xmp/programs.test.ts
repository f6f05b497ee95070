import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Parameter } from '#settings/parameter.ts';
import { PARAMETERS } from '#settings/parameters.ts';
import type { CurvePoint, Settings, SettingValue } from '#settings/settings.ts';
import { embedSettings, extractXmp } from '#xmp/embed.ts';
import { readXmp } from '#xmp/read.ts';
import { rewriteXmp } from '#xmp/rewrite.ts';
import { writePreset, writeSidecar } from '#xmp/write.ts';
import { describeWithProgram, runProgram } from '../support/programs.ts';
import { FIXTURES, fixture } from './fixture.ts';

/** A value that is not neutral, for every parameter. */
function example(parameter: Parameter): SettingValue {
  switch (parameter.kind) {
    case 'number':
      return parameter.name.endsWith('Split')
        ? parameter.neutral
        : Number(Math.min(parameter.maximum, parameter.minimum + parameter.step * 3).toFixed(2));
    case 'boolean':
      return true;
    case 'choice':
      return 'Custom';
    case 'curve':
      return [
        [0, 5],
        [128, 140],
        [255, 250],
      ];
  }
}

const everything: Settings = {
  ...Object.fromEntries(PARAMETERS.map((parameter) => [parameter.name, example(parameter)])),
  MaskGroupBasedCorrections: [
    {
      name: 'Sky & <more>',
      active: true,
      amount: 1.5,
      values: { LocalExposure2012: -0.2, LocalDehaze: 0.1 },
      curves: {
        MainCurve: [
          [0, 0],
          [255, 200],
        ],
      },
      masks: [
        { kind: 'linear', combine: 'add', inverted: false, zeroX: 0.5, zeroY: 0.55, fullX: 0.5, fullY: 0.25 },
        {
          kind: 'radial',
          combine: 'subtract',
          inverted: false,
          top: 0.1,
          left: 0.2,
          bottom: 0.8,
          right: 0.9,
          angle: 5,
          feather: 60,
        },
        {
          kind: 'luminance',
          combine: 'intersect',
          inverted: false,
          lowNone: 0.1,
          lowFull: 0.2,
          highFull: 0.9,
          highNone: 1,
        },
        {
          kind: 'color',
          combine: 'add',
          inverted: false,
          samples: [{ r: 0.1, g: 0.2, b: 0.3, x: 0.4, y: 0.5 }],
          amount: 40,
        },
        { kind: 'ai', combine: 'add', inverted: true, target: 'sky', referenceX: 0.5, referenceY: 0.2 },
      ],
    },
  ],
};

/** A program's text for a value against the value. */
function expectSame(name: string, found: unknown, value: SettingValue): void {
  if (typeof value === 'number') expect([name, Number(found)]).toEqual([name, value]);
  else if (typeof value === 'boolean')
    expect([name, String(found).toLowerCase()]).toEqual([name, String(value)]);
  else if (typeof value === 'string') expect([name, found]).toEqual([name, value]);
  else
    expect([name, String(found).split(/,\s*/).map(Number)]).toEqual([
      name,
      (value as readonly CurvePoint[]).flat(),
    ]);
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retouchiq-xmp-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const noise = Buffer.from(Array.from({ length: 32 * 32 * 3 }, (_, index) => (index * 7919) % 251));
const picture = sharp(noise, { raw: { width: 32, height: 32, channels: 3 } });
const jpeg = await picture.clone().jpeg().toBuffer();
const png = await picture.clone().png().toBuffer();

const { Temperature: _kelvin, Tint: _tint, ...incremental } = everything;
const files: readonly [string, () => string | Uint8Array, Settings][] = [
  ['sidecar.xmp', () => writeSidecar(everything, { rawFileName: 'A.CR3' }), everything],
  ['preset.xmp', () => writePreset(everything, { name: '02 Foo & "bar"', group: 'Tests' }), everything],
  ['rewritten.xmp', () => rewriteXmp(fixture('sidecar-with-masks.xmp'), everything), everything],
  ['embedded.jpg', () => embedSettings(jpeg, incremental), incremental],
  ['embedded.png', () => embedSettings(png, incremental), incremental],
];

describeWithProgram('exiftool', 'exiftool reads what we write', () => {
  type Dump = Readonly<Record<string, unknown>>;
  const dump = (path: string): Dump => {
    const [first] = JSON.parse(
      runProgram('exiftool', ['-j', '-n', '-struct', '-XMP:all', '-Warning', path]),
    ) as Dump[];
    return first ?? {};
  };

  test.each(files)('%s: every value as it was', (name, make, settings) => {
    const found = dump(file(name, make()));
    expect(found['Warning']).toBeUndefined();
    for (const { name: key } of PARAMETERS) {
      const value = settings[key];
      // exiftool has a name of its own for this one.
      const tag = key === 'Temperature' ? 'ColorTemperature' : key;
      if (value !== undefined) expectSame(key, found[tag], value);
    }
    const [correction] = found['MaskGroupBasedCorrections'] as Dump[];
    expect(correction).toMatchObject({
      CorrectionName: 'Sky & <more>',
      CorrectionAmount: 1.5,
      LocalExposure2012: -0.2,
      LocalDehaze: 0.1,
    });
    const masks = correction?.['CorrectionMasks'] as Dump[];
    expect(masks.map((mask) => mask['What'])).toEqual([
      'Mask/Gradient',
      'Mask/CircularGradient',
      'Mask/RangeMask',
      'Mask/RangeMask',
      'Mask/Image',
    ]);
    expect(masks[0]).toMatchObject({ ZeroX: 0.5, ZeroY: 0.55, FullX: 0.5, FullY: 0.25, MaskBlendMode: 0 });
    expect(masks[2]).toMatchObject({
      CorrectionRangeMask: { Type: 2, LumRange: '0.100000 0.200000 0.900000 1.000000' },
    });
  });

  test('finds nothing wrong with an embedded file but the small letters that Camera Raw writes too', () => {
    for (const [name, make] of files.slice(3)) {
      const path = file(`checked-${name}`, make());
      const lines = runProgram('exiftool', ['-validate', '-warning', '-error', '-a', path])
        .trim()
        .split('\n');
      const serious = lines
        .slice(1)
        .filter((line) => !line.includes('should be capitalized') && !line.includes('[minor]'));
      // A picture without Exif is what these are.
      expect(serious.filter((line) => !line.includes('Missing required'))).toEqual([]);
    }
  });

  test('writes what we read', () => {
    const path = file('by-exiftool.jpg', jpeg);
    const written = [
      '-XMP-crs:Exposure2012=+0.45',
      '-XMP-crs:ToneCurvePV2012=0, 9',
      '-XMP-crs:ToneCurvePV2012=255, 240',
    ];
    const more = [
      '-XMP-crs:IncrementalTemperature=-7',
      '-XMP-crs:ConvertToGrayscale=True',
      '-XMP-dc:Title=A & B',
    ];
    runProgram('exiftool', ['-q', '-overwrite_original', ...written, ...more, path]);
    const settings = {
      IncrementalTemperature: -7,
      Exposure2012: 0.45,
      ToneCurvePV2012: [
        [0, 9],
        [255, 240],
      ],
      ConvertToGrayscale: true,
    };
    expect(readXmp(extractXmp(readFileSync(path)) ?? '').settings).toEqual(settings);
    const changed = embedSettings(readFileSync(path), { Exposure2012: 1 });
    expect(dump(file('changed.jpg', changed))).toMatchObject({ Title: 'A & B', Exposure2012: '+1.00' });
  });

  test('names a preset as we named it', () => {
    const found = dump(file('named.xmp', writePreset({}, { name: '02 Foo & "bar"', group: 'Sea & Sand' })));
    expect(found).toMatchObject({ Name: '02 Foo & "bar"', Group: 'Sea & Sand', PresetType: 'Normal' });
  });
});

describeWithProgram('exiv2', 'exiv2 reads what we write', () => {
  // It knows an XMP file by its outer element, which this one does without.
  const wrapped = FIXTURES.filter((name) => name !== 'element-form.xmp');
  test.each(wrapped)('reads %s once it was written again', (name) => {
    const found = dump(file(`again-${name}`, rewriteXmp(fixture(name), { Exposure2012: 1.5 })));
    expect(found.get('Xmp.crs.Exposure2012')).toBe('+1.50');
  });

  const dump = (path: string): ReadonlyMap<string, string> => {
    const lines = runProgram('exiv2', ['-PXkt', 'pr', path]).split('\n');
    return new Map(lines.map((line) => [line.split(/\s/, 1)[0] ?? '', line.slice(line.indexOf(' ')).trim()]));
  };

  test.each(files)('%s: every value as it was', (name, make, settings) => {
    const found = dump(file(name, make()));
    for (const { name: key } of PARAMETERS) {
      const value = settings[key];
      if (value !== undefined) expectSame(key, found.get(`Xmp.crs.${key}`), value);
    }
    const correction = 'Xmp.crs.MaskGroupBasedCorrections[1]/crs:';
    expect(found.get(`${correction}CorrectionName`)).toBe('Sky & <more>');
    expect(found.get(`${correction}LocalExposure2012`)).toBe('-0.200000');
    expect(found.get(`${correction}CorrectionMasks[1]/crs:ZeroY`)).toBe('0.550000');
    expect(found.get(`${correction}CorrectionMasks[5]/crs:MaskSubType`)).toBe('2');
  });
});
