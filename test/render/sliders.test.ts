import { SRGB } from '#color/spaces.ts';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { Raster } from '#image/raster.ts';
import { fitWithin } from '#image/resample.ts';
import { open, render } from '#render/pipeline.ts';
import type { Settings } from '#settings/settings.ts';
import { rgbToOklch } from './oklch.ts';
import { greyRamp, pixels, testPicture } from './pictures.ts';

type Rgb = readonly [number, number, number];

/** Coded 0…1 result of one colour. */
function develop(color: Rgb, settings: Settings, source: 'rendered' | 'raw-preview' = 'rendered'): Rgb {
  const { data } = render(open(pixels([color]), { source, asShot: { kelvin: 6500, tint: 0 } }), settings);
  return [data[0]! / 65535, data[1]! / 65535, data[2]! / 65535];
}

const linear = (coded: number) => SRGB.decode(coded);

describe('Exposure', () => {
  test('+1 doubles linear light in the shadows of a rendered file', () => {
    expect(linear(develop([0.2, 0.2, 0.2], { Exposure2012: 1 })[0])).toBeCloseTo(2 * linear(0.2), 4);
  });

  test('−1 after +1 comes back', () => {
    const up = develop([0.62, 0.62, 0.62], { Exposure2012: 1 });
    expect(develop(up, { Exposure2012: -1 })[0]).toBeCloseTo(0.62, 3);
  });

  test('keeps white white in a rendered file', () => {
    expect(develop([1, 1, 1], { Exposure2012: -2 })[0]).toBeCloseTo(1, 3);
  });

  // Camera Raw 18.6: the neutral ramp one stop apart, default rendering (coded sRGB, 0…1).
  test.each([
    [0.0995, 0.1806],
    [0.2372, 0.3846],
    [0.3845, 0.5873],
    [0.5873, 0.7832],
  ])('+1 shifts a raw preview along its base curve by a stop: %d', (before, after) => {
    expect(develop([before, before, before], { Exposure2012: 1 }, 'raw-preview')[0]).toBeCloseTo(after, 2);
  });
});

describe('white balance', () => {
  test.each([
    ['IncrementalTemperature', 40, 'warmer'],
    ['IncrementalTemperature', -40, 'cooler'],
    ['Temperature', 8000, 'warmer'],
    ['Temperature', 4500, 'cooler'],
  ] as const)('%s %d makes grey %s', (name, value, expected) => {
    const [r, , b] = develop([0.5, 0.5, 0.5], { [name]: value });
    expect(r > b).toBe(expected === 'warmer');
  });

  test.each([
    ['IncrementalTint', 40],
    ['Tint', 40],
  ] as const)('%s + turns grey to magenta', (name, value) => {
    const [r, g, b] = develop([0.5, 0.5, 0.5], { [name]: value });
    expect(Math.min(r, b)).toBeGreaterThan(g);
  });

  test('the as-shot white changes nothing', () => {
    const source = open(testPicture(10, 10), { source: 'raw-preview', asShot: { kelvin: 5100, tint: 7 } });
    expect(render(source, { Temperature: 5100, Tint: 7 }).data).toEqual(source.raster.data);
  });
});

describe('colour', () => {
  const red: Rgb = [0.7, 0.3, 0.32];
  const green: Rgb = [0.4, 0.6, 0.35];
  const blue: Rgb = [0.3, 0.4, 0.75];
  const chroma = (color: Rgb) =>
    rgbToOklch(
      Uint16Array.from(color, (v) => v * 65535),
      0,
    ).c;

  test.each([
    ['Saturation', -100, 0],
    ['Saturation', 50, 1.6],
    ['Vibrance', 50, 1.1],
  ] as const)('%s %d takes chroma to about ×%d', (name, value, factor) => {
    const ratio = chroma(develop(green, { [name]: value })) / chroma(green);
    expect(Math.abs(ratio - factor)).toBeLessThan(0.2);
  });

  test('a mixer band moves its own colours and leaves the others alone', () => {
    for (const kind of ['Hue', 'Saturation', 'Luminance']) {
      const settings = { [`${kind}AdjustmentBlue`]: -80 };
      expect(develop(blue, settings)).not.toEqual(develop(blue, {}));
      const after = develop(red, settings);
      for (const c of [0, 1, 2] as const) expect(after[c]).toBeCloseTo(red[c], 4);
    }
  });

  test('mixer saturation −100 on a band’s centre leaves grey', () => {
    // HSV hue 30 in linear ProPhoto lies between orange and red in sRGB.
    const orange: Rgb = [0.75, 0.52, 0.4];
    expect(chroma(develop(orange, { SaturationAdjustmentOrange: -100 }))).toBeLessThan(chroma(orange) * 0.25);
  });

  test('black and white has no colour, and its mix lightens the family', () => {
    const plain = develop(red, { ConvertToGrayscale: true });
    expect(Math.max(...plain) - Math.min(...plain)).toBeLessThan(1e-4);
    expect(develop(red, { ConvertToGrayscale: true, GrayMixerRed: 60 })[0]).toBeGreaterThan(plain[0] + 0.03);
    expect(develop(blue, { ConvertToGrayscale: true, GrayMixerRed: 60 })[0]).toBeCloseTo(
      develop(blue, { ConvertToGrayscale: true })[0],
      4,
    );
  });

  test('grading tints the tones that its wheel is for', () => {
    const tint = (level: number, settings: Settings) => {
      const [r, , b] = develop([level, level, level], settings);
      return b - r;
    };
    const shadows = { SplitToningShadowHue: 230, SplitToningShadowSaturation: 40 };
    expect(tint(0.2, shadows)).toBeGreaterThan(4 * tint(0.85, shadows));
    const highlights = { SplitToningHighlightHue: 230, SplitToningHighlightSaturation: 40 };
    expect(tint(0.75, highlights)).toBeGreaterThan(4 * tint(0.1, highlights));
  });
});

describe('detail and effects', () => {
  const noisy = (): Raster => {
    const raster = testPicture(64, 64);
    for (let i = 0; i < raster.data.length; i++) raster.data[i] = 128 + (((i * 7919) % 41) - 20);
    return raster;
  };
  const spread = ({ data }: Raster) => {
    const values = Array.from(data);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  };

  test('noise reduction lowers the spread of noise, sharpening raises it', () => {
    const source = open(noisy());
    const before = spread(source.raster);
    expect(spread(render(source, { LuminanceSmoothing: 80, ColorNoiseReduction: 80 }))).toBeLessThan(
      before * 0.7,
    );
    expect(spread(render(source, { Sharpness: 100 }))).toBeGreaterThan(before * 1.05);
  });

  test('sharpening fades on a preview much smaller than the full picture', () => {
    const change = (scale: number) => {
      const source = open(noisy(), { scale });
      return Math.abs(spread(render(source, { Sharpness: 100 })) - spread(source.raster));
    };
    expect(change(0.1)).toBeLessThan(change(1) / 10);
  });

  test.each([1, 2, 3])('a dark vignette of style %d darkens corners and leaves the centre', (style) => {
    const flat = {
      ...pixels(
        Array.from({ length: 60 * 40 }, () => [0.5, 0.5, 0.5] as const),
        8,
      ),
      width: 60,
      height: 40,
    };
    const { data } = render(open(flat), { PostCropVignetteAmount: -60, PostCropVignetteStyle: style });
    expect(data[0]!).toBeLessThan(90);
    expect(data[(20 * 60 + 30) * 3]!).toBe(128);
  });

  // Camera Raw 18.7, paint overlay −60: linear light at three places of a 970 × 742 frame (distance in half diagonals).
  test.each([
    [0.616, 0.571],
    [0.645, 0.491],
    [0.687, 0.374],
  ])('paint overlay −60 keeps the measured share of light at distance %d', (distance, share) => {
    const width = 971;
    const row = {
      ...pixels(Array.from({ length: width }, () => [0.5, 0.5, 0.5] as const)),
      width,
      height: 1,
    };
    const { data } = render(open(row), { PostCropVignetteAmount: -60, PostCropVignetteStyle: 3 });
    // On the middle row the elliptical distance is |x| / √2 of the half width.
    const x = Math.round(485 + distance * Math.SQRT2 * 485);
    expect(Math.abs(linear(data[x * 3]! / 65535) / linear(0.5) - share)).toBeLessThan(0.04);
  });

  test('Clarity raises contrast around an edge, and less so far from it', () => {
    const edge = { ...testPicture(120, 80) };
    const step = Uint8Array.from(edge.data, (_, i) => (Math.floor(i / 3) % 120 < 60 ? 90 : 150));
    const { data } = render(open({ ...edge, data: step }), { Clarity2012: 100 });
    const at = (x: number) => data[(40 * 120 + x) * 3]!;
    expect(at(61) - at(58)).toBeGreaterThan(62);
    expect(Math.abs(at(5) - 90)).toBeLessThanOrEqual(3);
  });

  test('Dehaze takes a veil off and puts one on', () => {
    const hazy = open(
      pixels(Array.from({ length: 64 }, (_, i) => [0.6 + i / 400, 0.62 + i / 400, 0.65 + i / 400] as const)),
    );
    const range = (settings: Settings) => {
      const { data } = render(hazy, settings);
      return data[63 * 3]! - data[0]!;
    };
    expect(range({ Dehaze: 60 })).toBeGreaterThan(range({}) * 1.1);
    expect(range({ Dehaze: -60 })).toBeLessThan(range({}) * 0.8);
  });
});

describe('a preview', () => {
  test.each([
    [{ Exposure2012: 0.6, Contrast2012: 30, Vibrance: 30, IncrementalTemperature: 12 }],
    [{ Highlights2012: -60, Shadows2012: 50, Clarity2012: 30, Dehaze: 15 }],
    [{ Sharpness: 40, LuminanceSmoothing: 20, PostCropVignetteAmount: -30 }],
  ] as [Settings][])('shows what the reduced full size shows under %j', (settings) => {
    const full = testPicture(480, 360);
    const small = fitWithin(full, 160);
    const reduced = fitWithin(render(open(full), settings), 160);
    const preview = render(open(small, { scale: 1 / 3 }), settings);
    expect(meanDeltaE2000(toLab(reduced), toLab(preview))).toBeLessThan(1);
  });
});

describe('a 16-bit ramp', () => {
  test('keeps its many levels', () => {
    const { data } = render(open(greyRamp(2000)), { Contrast2012: 20 });
    expect(new Set(data).size).toBeGreaterThan(1900);
  });
});
