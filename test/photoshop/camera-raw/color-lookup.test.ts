import { ADOBE_RGB, DISPLAY_P3, PROPHOTO, SRGB } from '#color/spaces.ts';
import { runNow } from '#image/steps.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import type { Settings } from '#settings/settings.ts';
import { colorLookup } from '../../../plugin/photoshop/camera-raw/color-lookup.ts';
import {
  bakeColorTable,
  spatialParts,
  tableSpaceOf,
} from '../../../plugin/photoshop/camera-raw/color-table.ts';
import { cubeText } from '../../../plugin/photoshop/camera-raw/cube.ts';
import { deviceLink } from '../../../plugin/photoshop/camera-raw/device-link.ts';
import { decodeBase64 } from '../../../plugin/photoshop/text/base64.ts';
import { rampRaster } from './pictures.ts';

const photo = embeddedRenderer.open(rampRaster());
const look: Settings = {
  Exposure2012: 0.4,
  Contrast2012: 15,
  Whites2012: 10,
  IncrementalTemperature: 8,
  Vibrance: 20,
  SplitToningShadowHue: 220,
  SplitToningShadowSaturation: 20,
};

describe('spatialParts()', () => {
  test.each([
    ['global color and tone', look, []],
    ['black and white', { ConvertToGrayscale: true, GrayMixerBlue: -30 }, []],
    ['companions without their amount', { SharpenRadius: 2, GrainSize: 60, PostCropVignetteFeather: 20 }, []],
    ['zones', { Highlights2012: -20, Shadows2012: 20 }, ['Highlights', 'Shadows']],
    ['presence', { Texture: 5, Clarity2012: 5, Dehaze: 5 }, ['Texture', 'Clarity', 'Dehaze']],
    [
      'detail',
      { Sharpness: 40, SharpenRadius: 2, ColorNoiseReduction: 10 },
      ['Sharpening', 'Sharpening radius', 'Color noise reduction'],
    ],
    ['effects', { PostCropVignetteAmount: -10, GrainAmount: 12 }, ['Vignette', 'Grain']],
  ] as readonly [string, Settings, string[]][])('of %s', (_name, settings, expected) => {
    expect(spatialParts(settings)).toEqual(expected);
  });

  test('counts masked corrections', () => {
    const mask = {
      kind: 'linear',
      combine: 'add',
      inverted: false,
      zeroX: 0,
      zeroY: 0,
      fullX: 1,
      fullY: 1,
    } as const;
    const one = { name: '', active: true, amount: 1, values: { LocalExposure2012: 0.1 }, masks: [mask] };
    expect(spatialParts({ MaskGroupBasedCorrections: [one] })).toEqual(['one masked correction']);
    expect(spatialParts({ MaskGroupBasedCorrections: [one, one, { ...one, active: false }] })).toEqual([
      '2 masked corrections',
    ]);
  });
});

describe('bakeColorTable()', () => {
  test('holds at its nodes what the renderer makes of their colors', () => {
    const nodes = 33;
    const data = new Uint16Array(nodes * nodes * 3);
    for (let r = 0, p = 0; r < nodes; r++)
      for (let b = 0; b < nodes; b++)
        for (const value of [r, 7, b]) data[p++] = Math.round((value / (nodes - 1)) * 65535);
    const raster = { width: nodes, height: nodes, data, space: SRGB };
    const source = embeddedRenderer.open(raster);
    const table = runNow(bakeColorTable(look, source, SRGB));
    const rendered = embeddedRenderer.render(source, look).data;
    let furthest = 0;
    for (let r = 0, p = 0; r < nodes; r++)
      for (let b = 0; b < nodes; b++)
        for (let c = 0; c < 3; c++) {
          const node = table.data[3 * (r * nodes * nodes + 7 * nodes + b) + c]!;
          furthest = Math.max(furthest, Math.abs(Math.min(1, Math.max(0, node)) - rendered[p++]! / 65535));
        }
    expect(furthest).toBeLessThan(0.002);
  });

  test('does nothing for neutral settings, in every space', () => {
    for (const space of [SRGB, DISPLAY_P3, ADOBE_RGB, PROPHOTO]) {
      const { data, size } = runNow(bakeColorTable({}, photo, space));
      let furthest = 0;
      for (let r = 0, p = 0; r < size; r++)
        for (let g = 0; g < size; g++)
          for (let b = 0; b < size; b++)
            for (const value of [r, g, b])
              furthest = Math.max(furthest, Math.abs(data[p++]! - value / (size - 1)));
      expect(furthest).toBeLessThan(0.001);
    }
  });

  test('refuses what is not in reach of a table, and names it', () => {
    expect(() => runNow(bakeColorTable({ Clarity2012: 10, GrainAmount: 5, Dehaze: 3 }, photo, SRGB))).toThrow(
      'cannot hold Clarity, Dehaze and Grain: keep the edit as a smart filter',
    );
  });
});

describe('tableSpaceOf()', () => {
  test.each([
    ['sRGB IEC61966-2.1', 'sRGB'],
    ['Adobe RGB (1998)', 'Adobe RGB (1998)'],
    ['Display P3', 'Display P3'],
    ['ProPhoto RGB', 'ProPhoto RGB'],
    ['U.S. Web Coated (SWOP) v2', undefined],
    ['', undefined],
  ])('takes %j for %s', (name, space) => {
    expect(tableSpaceOf(name)?.name).toBe(space);
  });
});

describe('cubeText()', () => {
  test('lists the nodes with red fastest', () => {
    const table = runNow(bakeColorTable({}, photo, SRGB));
    const lines = runNow(cubeText(table, 'A "look" – é')).split('\n');
    expect(lines[0]).toBe('TITLE "A look  "');
    expect(lines[1]).toBe('LUT_3D_SIZE 33');
    const rows = lines.slice(4, -1);
    expect(rows).toHaveLength(33 ** 3);
    const close = (row: string, expected: readonly number[]) => {
      expect(row.split(' ').map((text) => Number(Number(text).toFixed(3)))).toEqual(
        expected.map((value) => Number(value.toFixed(3))),
      );
    };
    close(rows[1] ?? '', [1 / 32, 0, 0]);
    close(rows[33] ?? '', [0, 1 / 32, 0]);
    close(rows[33 * 33] ?? '', [0, 0, 1 / 32]);
    close(rows.at(-1) ?? '', [1, 1, 1]);
  });
});

describe('deviceLink()', () => {
  const table = runNow(bakeColorTable(look, photo, SRGB));
  const bytes = runNow(deviceLink(table, 'A look'));
  const view = new DataView(bytes.buffer);
  const text = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));

  test('is a link from RGB to RGB with the tags that ICC asks of one', () => {
    expect(view.getUint32(0)).toBe(bytes.length);
    expect([text(12), text(16), text(20), text(36)]).toEqual(['link', 'RGB ', 'RGB ', 'acsp']);
    const tags = Array.from({ length: view.getUint32(128) }, (_, i) => text(132 + i * 12));
    expect(tags).toEqual(['desc', 'cprt', 'pseq', 'A2B0']);
  });

  test('holds the table in 16 bits between straight curves', () => {
    const at = view.getUint32(132 + 3 * 12 + 4);
    expect(text(at)).toBe('mft2');
    expect([...bytes.subarray(at + 8, at + 11)]).toEqual([3, 3, 33]);
    expect(view.getUint32(132 + 3 * 12 + 8)).toBe(52 + 12 + 33 ** 3 * 6 + 12);
    const input = [0, 1, 2, 3, 4, 5].map((i) => view.getUint16(at + 52 + i * 2));
    expect(input).toEqual([0, 65535, 0, 65535, 0, 65535]);
    // The brightest blue: (r, g, b) = (0, 0, 32).
    for (let c = 0; c < 3; c++) {
      const stored = view.getUint16(at + 64 + (32 * 3 + c) * 2) / 65535;
      expect(stored).toBeCloseTo(Math.min(1, Math.max(0, table.data[32 * 3 + c]!)), 4);
    }
  });
});

describe('colorLookup()', () => {
  test('describes a layer with its table as bytes, in two commands', () => {
    const { make, fill, cube } = runNow(colorLookup(look, photo, SRGB, 'Evening'));
    expect(make).toEqual({
      _obj: 'make',
      _target: [{ _ref: 'adjustmentLayer' }],
      using: { _obj: 'adjustmentLayer', name: 'Evening', type: { _obj: 'colorLookup' } },
    });
    const to = fill['to'] as Record<string, { _data: string; _rawData: string }>;
    expect(fill).toMatchObject({
      _obj: 'set',
      to: {
        lookupType: { _value: '3DLUT' },
        LUTFormat: { _value: 'LUTFormatCUBE' },
        dataOrder: { _value: 'rgbOrder' },
        tableOrder: { _value: 'bgrOrder' },
        LUT3DFileName: 'Evening.cube',
      },
    });
    expect(Buffer.from(decodeBase64(to['LUT3DFileData']?._data ?? '')).toString()).toBe(cube);
    expect(
      Buffer.from(decodeBase64(to['profile']?._data ?? ''))
        .subarray(12, 16)
        .toString(),
    ).toBe('link');
    expect(cube.length).toBeLessThan(1e6);
  });

  test('is worked on in pieces, so that the host does not stutter', () => {
    const steps = colorLookup(look, photo, SRGB, 'Evening');
    let pieces = 0;
    while (!steps.next().done) pieces++;
    expect(pieces).toBeGreaterThan(90);
  });
});
