import type { Raster } from '#image/raster.ts';
import { joinMeasurements, measure, needsOf } from '#render/parts.ts';
import { open, render, renderStrips } from '#render/pipeline.ts';
import type { RenderSource } from '#render/renderer.ts';
import type { Correction, Settings } from '#settings/settings.ts';
import { testPicture } from './pictures.ts';

const DETAIL: Settings = { Sharpness: 80, LuminanceSmoothing: 60, ColorNoiseReduction: 60 };

const MASKS: readonly Correction[] = [
  {
    name: 'light',
    active: true,
    amount: 1,
    values: { LocalExposure2012: -0.2, LocalClarity2012: 0.3 },
    masks: [
      { kind: 'linear', combine: 'add', inverted: false, zeroX: 0.5, zeroY: 0.9, fullX: 0.4, fullY: 0.1 },
      {
        kind: 'luminance',
        combine: 'intersect',
        inverted: false,
        lowNone: 0.3,
        lowFull: 0.5,
        highFull: 1,
        highNone: 1,
      },
    ],
  },
];

describe('renderStrips()', () => {
  test.each([
    ['colour', { Exposure2012: 0.5, Vibrance: 20 }, 300],
    ['local gains', { Shadows2012: 40, Clarity2012: 20 }, 300],
    ['detail and grain', { ...DETAIL, GrainAmount: 40, Exposure2012: 0.5 }, 1600],
  ] as const)('ranges of rows on separate workers make up one rendering: %s', (_, settings, width) => {
    const raster = testPicture(width, 1200);
    const whole = render(open(raster), settings).data;
    const joined = new Uint8Array(whole.length);
    let strips = 0;
    for (const [top, rows] of [
      [0, 333],
      [333, 401],
      [734, 466],
    ] as const) {
      for (const strip of renderStrips(open(raster), settings, { top, rows })) {
        expect(strip.top).toBeGreaterThanOrEqual(top);
        joined.set(strip.data, strip.top * width * 3);
        strips += strip.rows;
      }
    }
    expect(strips).toBe(1200);
    expect(Buffer.compare(joined, Buffer.from(whole.buffer))).toBe(0);
  });

  test.each([
    ['colour that adapts to the picture', { Contrast2012: 40, Exposure2012: 0.5 }, 300],
    [
      'local gains and a vignette',
      { Shadows2012: 40, Clarity2012: 20, Dehaze: 10, PostCropVignetteAmount: -40 },
      1700,
    ],
    ['detail and grain', { ...DETAIL, GrainAmount: 40, Highlights2012: -40 }, 1600],
    ['masks', { MaskGroupBasedCorrections: MASKS }, 300],
  ] as const)(
    'parts that hold their own rows and halo only make up one rendering: %s',
    (_, settings, width) => {
      const raster = testPicture(width, 1200);
      const whole = render(open(raster), settings).data;
      const { unit, halo, measurement } = needsOf(raster, settings);
      const cut = unit * Math.round(500 / unit);
      const ranges = [
        { top: 0, rows: cut },
        { top: cut, rows: 1200 - cut },
      ];
      const sources: RenderSource[] = ranges.map(({ top, rows }) => {
        const from = Math.max(0, top - halo);
        const to = Math.min(1200, top + rows + halo);
        return open(crop(raster, from, to - from), { window: { top: from, height: 1200 } });
      });
      const measured = joinMeasurements(ranges.map((range, i) => measure(sources[i]!, range)));
      const joined = new Uint8Array(whole.length);
      ranges.forEach((range, i) => {
        const source = measurement ? { ...sources[i]!, measurement: measured } : sources[i]!;
        for (const strip of renderStrips(source, settings, range))
          joined.set(strip.data, strip.top * width * 3);
      });
      expect(Buffer.compare(joined, Buffer.from(whole.buffer))).toBe(0);
    },
  );

  test('detail near the border of two strips is that of the picture around it', () => {
    const raster = testPicture(1400, 1300);
    const whole = render(open(raster), DETAIL).data;
    const second = [...renderStrips(open(raster), DETAIL)][1]!;
    const top = second.top - 100;
    expect(top).toBeGreaterThan(0);
    const part = render(open(crop(raster, top, 200)), DETAIL).data;
    // Far enough from the part's own borders.
    for (let y = 60; y < 140; y++)
      for (let i = 0; i < 1400 * 3; i++) {
        const difference = whole[(top + y) * 1400 * 3 + i]! - part[y * 1400 * 3 + i]!;
        // Running sums that began elsewhere may round to the other side.
        if (Math.abs(difference) > 1) throw new Error(`row ${top + y}, sample ${i} differs by ${difference}`);
      }
  });

  test('moving a mask leaves the rest of the picture as it was', () => {
    const raster = testPicture(200, 150);
    const source = open(raster);
    const at = (left: number) =>
      render(source, {
        Exposure2012: 0.3,
        MaskGroupBasedCorrections: [
          {
            name: 'spot',
            active: true,
            amount: 1,
            values: { LocalExposure2012: 0.5 },
            masks: [
              {
                kind: 'radial',
                combine: 'add',
                inverted: false,
                top: 0.3,
                bottom: 0.7,
                left,
                right: left + 0.2,
                angle: 0,
                feather: 50,
              },
            ],
          },
        ],
      }).data;
    const plain = render(source, { Exposure2012: 0.3 }).data;
    for (const left of [0.1, 0.7]) {
      const data = at(left);
      let inside = 0;
      let outside = 0;
      for (let p = 0; p < data.length; p++) {
        const x = ((p / 3) | 0) % 200;
        if (data[p] === plain[p]) continue;
        if (x < left * 200 - 1 || x > (left + 0.2) * 200 + 1) outside++;
        else inside++;
      }
      expect(inside).toBeGreaterThan(1000);
      expect(outside).toBe(0);
    }
  });
});

function crop({ width, data, space }: Raster, top: number, rows: number): Raster {
  return { width, height: rows, space, data: data.slice(top * width * 3, (top + rows) * width * 3) };
}
