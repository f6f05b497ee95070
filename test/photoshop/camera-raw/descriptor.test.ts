import { PARAMETERS } from '#settings/parameters.ts';
import type { Settings } from '#settings/settings.ts';
import { compareApplied } from '../../../plugin/photoshop/camera-raw/compare-applied.ts';
import { cameraRawDescriptor } from '../../../plugin/photoshop/camera-raw/descriptor.ts';
import { CAMERA_RAW_KEYS, LOCAL_CORRECTIONS } from '../../../plugin/photoshop/camera-raw/keys.ts';
import { readFilter } from '../../../plugin/photoshop/camera-raw/read-back.ts';
import { RECORDED } from './recorded.ts';

const keyFor = new Map(CAMERA_RAW_KEYS.map((one) => [one.parameter.name, one.key]));

describe('cameraRawDescriptor()', () => {
  test.each(RECORDED)('reproduces every recorded key: %s', (_name, recorded) => {
    const { settings, versions, others } = readFilter(recorded);
    expect(others).toEqual({});
    const { descriptor, unsupported } = cameraRawDescriptor(settings, { versions });
    expect(descriptor).toMatchObject(recorded);
    expect(unsupported).toEqual([]);
  });

  test('states every key that is ours, neutral without settings', () => {
    const { descriptor } = cameraRawDescriptor({});
    expect(Object.keys(descriptor)).toEqual(['_obj', '$WBal', ...CAMERA_RAW_KEYS.map(({ key }) => key)]);
    expect(descriptor).toMatchObject({
      _obj: 'Adobe Camera Raw Filter',
      $WBal: { _enum: '$WBal', _value: 'customEnum' },
      $Temp: 0,
      $Cr12: 0,
      saturation: 0,
      sharpen: 0,
      curve: [0, 0, 255, 255],
      $CrvR: [0, 0, 255, 255],
      $crfs: 100,
      $PC_1: 25,
      $PC_2: 50,
      $PC_3: 75,
      $CgBl: 50,
      $ShpD: 25,
      $LNRD: 50,
      $CNRS: 50,
      $GRNS: 25,
      $GRNF: 50,
      $PCVM: 50,
      $PCVS: 1,
    });
  });

  test('gives every slider and curve of the registry a key, but for those that are told', () => {
    const without = PARAMETERS.filter(({ kind }) => kind === 'number' || kind === 'curve')
      .map(({ name }) => name)
      .filter((name) => !keyFor.has(name) && !name.startsWith('GrayMixer'));
    expect(without).toEqual(['Temperature', 'Tint', 'ShadowTint']);
  });

  test('has no two names for one key', () => {
    expect(new Set(keyFor.values()).size).toBe(CAMERA_RAW_KEYS.length);
  });

  const spellings: readonly [string, Settings, string, unknown][] = [
    ['whole stops off the whole', { Exposure2012: 2 }, '$Ex12', 2.0001],
    ['whole negative stops as well', { Exposure2012: -1 }, '$Ex12', -0.9999],
    ['no exposure as well', {}, '$Ex12', 0.0001],
    ['the most exposure within its range', { Exposure2012: 5 }, '$Ex12', 4.9999],
    ['the least exposure within its range', { Exposure2012: -5 }, '$Ex12', -4.9999],
    ['other exposures as they are', { Exposure2012: 0.35 }, '$Ex12', 0.35],
    ['the radius as a fraction', { SharpenRadius: 3 }, '$ShpR', 2.9999],
    ['sliders as whole numbers', { Contrast2012: 12.4 }, '$Cr12', 12],
    ['a full turn as none', { SplitToningShadowHue: 360 }, '$STSH', 0],
    [
      'curves flat',
      {
        ToneCurvePV2012: [
          [0, 10],
          [128, 140],
          [255, 250],
        ],
      },
      'curve',
      [0, 10, 128, 140, 255, 250],
    ],
    ['Saturation without $', { Saturation: -20 }, 'saturation', -20],
    ['Sharpness without $', { Sharpness: 150 }, 'sharpen', 150],
    ['splits beside the parametric curve', { ParametricDarks: -20 }, '$PC_1', 25],
    ['families of the mixer', { HueAdjustmentAqua: 7 }, '$HA_A', 7],
    ['kelvin relative to daylight', { Temperature: 7500 }, '$Temp', 21],
    ['the automatic white', { WhiteBalance: 'Auto' }, '$WBal', { _enum: '$WBal', _value: 'autoEnum' }],
  ];
  test.each(spellings)('writes %s', (_name, settings, key, expected) => {
    expect(cameraRawDescriptor(settings).descriptor[key]).toEqual(expected);
  });

  test('leaves the numbers of an automatic white to the host', () => {
    const { descriptor } = cameraRawDescriptor({ WhiteBalance: 'Auto' });
    expect(descriptor).not.toHaveProperty('$Temp');
    expect(descriptor).not.toHaveProperty('$Tint');
  });

  test('writes version keys only when they are given', () => {
    expect(cameraRawDescriptor({}).descriptor).not.toHaveProperty('$CrVe');
    const versions = { $CrVe: '18.6', $PrVN: 6, $PrVe: 251920384 };
    expect(cameraRawDescriptor({}, { versions }).descriptor).toMatchObject(versions);
  });

  test('empties the local corrections of a filter that it replaces', () => {
    expect(cameraRawDescriptor({}).descriptor).not.toHaveProperty(LOCAL_CORRECTIONS);
    const { descriptor } = cameraRawDescriptor({}, { replaces: true });
    expect(descriptor[LOCAL_CORRECTIONS]).toContain('MaskGroupBasedCorrections');
    expect(readFilter(descriptor).settings.MaskGroupBasedCorrections).toEqual([]);
  });

  test('makes black and white without a key for it, and says so', () => {
    const { descriptor, replaced, unsupported } = cameraRawDescriptor({
      ConvertToGrayscale: true,
      GrayMixerRed: 30,
      HueAdjustmentRed: 12,
      Vibrance: 40,
      SplitToningShadowHue: 220,
      SplitToningShadowSaturation: 10,
    });
    expect(descriptor).toMatchObject({
      saturation: -100,
      $LA_R: 30,
      $HA_R: 0,
      $Vibr: 0,
      $STSH: 220,
      $STSS: 10,
    });
    expect(replaced.map(({ name }) => name)).toEqual(['ConvertToGrayscale']);
    expect(unsupported).toEqual([]);
  });

  const untaken: readonly [string, Settings][] = [
    ['a crop', { CropTop: 0.1 }],
    ['lens corrections', { LensProfileEnable: 1 }],
    ['a transformation', { PerspectiveVertical: 12 }],
    ['HDR', { HDREditMode: 1 }],
    ['a shadow tint', { ShadowTint: 5 }],
    ['the white of raw files', { WhiteBalance: 'Cloudy' }],
    ['anything unknown', { Sparkle: 9 }],
  ];
  test.each(untaken)('tells of %s instead of sending it', (_name, settings) => {
    const { descriptor, unsupported } = cameraRawDescriptor(settings);
    expect(unsupported.map(({ name }) => name)).toEqual(Object.keys(settings));
    expect(descriptor).toEqual(cameraRawDescriptor({}).descriptor);
  });

  test.each([
    ['a cold light beyond the slider', { Temperature: 2500 }, 'Temperature', '-100'],
    ['a tint beyond the slider', { Tint: 140 }, 'Tint', '100'],
    [
      'two ways of saying the white',
      { Temperature: 5000, IncrementalTemperature: 3 },
      'Temperature',
      'Incremental',
    ],
  ] as const)('says what it made of %s', (_name, settings, name, words) => {
    const { replaced } = cameraRawDescriptor(settings);
    expect(replaced).toEqual([{ name, why: expect.stringContaining(words) }]);
  });

  test('takes neutral settings that have no key without a word', () => {
    const { unsupported, replaced } = cameraRawDescriptor({
      ShadowTint: 0,
      Temperature: 6500,
      ConvertToGrayscale: false,
      GrayMixerRed: 12,
      WhiteBalance: 'As Shot',
    });
    expect([...unsupported, ...replaced]).toEqual([]);
  });
});

describe('compareApplied()', () => {
  const asked: Settings = { Exposure2012: 2, Contrast2012: 10, SplitToningShadowHue: 359 };

  function held(changes: Readonly<Record<string, unknown>>) {
    return readFilter({ ...cameraRawDescriptor(asked).descriptor, ...changes });
  }

  test('finds no difference in what came back as it was sent', () => {
    expect(compareApplied(asked, held({}))).toEqual({ differences: [], filledIn: [], foreign: [] });
  });

  test.each([
    ['half a step', { $Ex12: 2.004 }, []],
    ['more than half a step', { $Ex12: 2.01 }, [{ name: 'Exposure2012', asked: 2, got: 2.01 }]],
    ['a slider that did not move', { $Cr12: 0 }, [{ name: 'Contrast2012', asked: 10, got: 0 }]],
    [
      'a slider that does not come back',
      { $Cr12: undefined },
      [{ name: 'Contrast2012', asked: 10, got: null }],
    ],
    ['a neutral slider that does not come back', { $Vibr: undefined }, []],
    ['a slider that moved by itself', { $Dhze: 4 }, [{ name: 'Dehaze', asked: null, got: 4 }]],
    ['a hue across the full turn', { $STSH: 358 }, [{ name: 'SplitToningShadowHue', asked: 359, got: 358 }]],
    [
      'another curve',
      { $CrvR: [0, 0, 128, 140, 255, 255] },
      [
        {
          name: 'ToneCurvePV2012Red',
          asked: null,
          got: [
            [0, 0],
            [128, 140],
            [255, 255],
          ],
        },
      ],
    ],
  ] as const)('judges %s', (_name, changes, differences) => {
    expect(compareApplied(asked, held(changes)).differences).toEqual(differences);
  });

  test('tells what the host filled in from what a person changed in its dialog', () => {
    const comparison = compareApplied(
      asked,
      held({ $CrVe: '18.6', $AuCA: 0, $DPHL: 30, $DfPA: 3, $Novel: 1 }),
    );
    expect(comparison).toEqual({
      differences: [],
      filledIn: ['$AuCA', '$DPHL'],
      foreign: ['$DfPA', '$Novel'],
    });
  });
});

describe('readFilter()', () => {
  const mode = (value: string) => ({ $WBal: { _enum: '$WBal', _value: value } });
  test.each([
    ['a custom white', { ...mode('customEnum'), $Temp: 12 }, { IncrementalTemperature: 12 }],
    ['the automatic white', mode('autoEnum'), { WhiteBalance: 'Auto' }],
    [
      'the white of recorded scripts',
      { ...mode('$AsSh'), $Temp: 0 },
      { WhiteBalance: 'As Shot', IncrementalTemperature: 0 },
    ],
    ['exposures between steps', { $Ex12: 1.0001 }, { Exposure2012: 1 }],
    ['numbers as text', { $Cr12: '12' }, { Contrast2012: 12 }],
    ['values beyond the range', { $Cr12: 140 }, { Contrast2012: 100 }],
    ['nothing', {}, {}],
  ])('reads %s', (_name, filter, settings) => {
    expect(readFilter(filter).settings).toEqual(settings);
  });

  test('keeps a recorded radius in whole numbers, which is written as a fraction', () => {
    const { settings } = readFilter({ sharpen: 30, $ShpR: 1 });
    expect(settings).toEqual({ Sharpness: 30, SharpenRadius: 1 });
    expect(cameraRawDescriptor(settings).descriptor['$ShpR']).toBeCloseTo(1, 3);
  });

  test('knows what an older host adds by itself', () => {
    const { settings, others } = readFilter({
      $Cl12: 4,
      $TMMs: 0,
      $PGTM: 0,
      RGBSetupClass: 0,
      $CtoG: false,
      $PerS: 100,
    });
    const got = { settings, others, versions: {}, warnings: [] };
    expect(compareApplied({ Clarity2012: 4 }, got)).toEqual({
      differences: [],
      filledIn: ['$TMMs', '$PGTM', 'RGBSetupClass', '$CtoG', '$PerS'],
      foreign: [],
    });
  });

  test('gives version keys to be sent again, and says what it could not take', () => {
    const read = readFilter({ $CrVe: '18.6', $PrVN: 6, $PrVe: 251920384, $Cr12: 'much' });
    expect(read.versions).toEqual({ $CrVe: '18.6', $PrVN: 6, $PrVe: 251920384 });
    expect(read.warnings).toEqual(['Contrast2012: not a number']);
  });
});
