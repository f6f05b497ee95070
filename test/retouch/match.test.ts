import { PROPHOTO } from '#color/spaces.ts';
import { convertRaster } from '#image/convert.ts';
import { toLab } from '#image/lab.ts';
import { meanDeltaE2000 } from '#image/mean-delta-e.ts';
import type { Raster } from '#image/raster.ts';
import { resize } from '#image/resample.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import { type Match, type MatchRequest, matchEdit } from '#retouch/match.ts';
import { settingsSchema } from '#settings/schema.ts';
import type { Settings } from '#settings/settings.ts';
import { paint } from '../image/pictures.ts';
import { brickWall, landscape, portrait, redBall, SKIES, SKIN_TONES } from '../image/scenes.ts';

const garden = resize(landscape(SKIES[0]!.sky), 144, 96);
// Small: this one needs many sliders.
const dusk = resize(landscape(SKIES[3]!.sky, 0.45, [84, 110, 62]), 72, 48);
const person = resize(portrait(SKIN_TONES[1]!.skin), 108, 144);

function developed(picture: Raster, settings: Settings): Raster {
  return embeddedRenderer.render(embeddedRenderer.open(picture), settings);
}

function match(before: Raster, after: Raster, more: Partial<MatchRequest> = {}): Promise<Match> {
  return matchEdit({ before, after, ...more }, embeddedRenderer);
}

/** Mean ΔE00 at full size between what the settings found give and what was wanted. */
function missed(before: Raster, found: Match, wanted: Raster): number {
  return meanDeltaE2000(toLab(developed(before, found.settings)), toLab(wanted));
}

/** A disc of a colour that was not there, over a fifth of the picture. */
function withBalloon(picture: Raster): Raster {
  const { width, height, data } = picture;
  return paint(width, height, (x, y) => {
    const inside = Math.hypot(x - 0.6 * width, y - 0.5 * height) < 0.22 * width;
    const at = 3 * (y * width + x);
    return inside ? [30, 160, 60] : [data[at]!, data[at + 1]!, data[at + 2]!];
  });
}

/** The picture without a border, at its own size: drawn larger, as a crop is. */
function croppedBy(picture: Raster, px: number): Raster {
  const { width, height, data } = picture;
  const inner = paint(width - 2 * px, height - 2 * px, (x, y) => {
    const at = 3 * ((y + px) * width + x + px);
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  });
  return inner;
}

const wall = resize(brickWall(), 180, 120);

const WARM_AND_OPEN = { Exposure2012: 0.4, Shadows2012: 30, IncrementalTemperature: 15, Vibrance: 15 };

describe('matchEdit()', () => {
  test.each<[string, Raster, Settings, number]>([
    ['a warmer one with opened shadows', person, WARM_AND_OPEN, 0.8],
    [
      'a tone curve with a matte look',
      garden,
      {
        ToneCurvePV2012: [
          [0, 28],
          [128, 132],
          [255, 236],
        ],
      },
      0.8,
    ],
    [
      'graded shadows and lights',
      garden,
      {
        Contrast2012: 15,
        SplitToningShadowHue: 215,
        SplitToningShadowSaturation: 20,
        SplitToningHighlightHue: 45,
        SplitToningHighlightSaturation: 15,
      },
      1.2,
    ],
    [
      'one colour family turned and muted',
      dusk,
      { HueAdjustmentGreen: -40, SaturationAdjustmentGreen: -40, SaturationAdjustmentYellow: -30 },
      1.2,
    ],
  ])('finds settings for %s', async (_, before, settings, tolerance) => {
    const after = developed(before, settings);
    const found = await match(before, after);
    expect(found.residual.before.mean).toBeGreaterThan(2);
    expect(found.residual.after.mean).toBeLessThan(tolerance);
    expect(missed(before, found, after)).toBeLessThan(tolerance);
    expect(settingsSchema.parse(found.settings)).toEqual(found.settings);
  });

  test.each([{ Exposure2012: 0.7 }, { IncrementalTemperature: 20 }])(
    'finds the slider that was moved, and no crowd of others: %j',
    async (moved) => {
      const { settings } = await match(person, developed(person, moved));
      expect(Object.keys(settings)).toEqual(Object.keys(moved));
      for (const [name, value] of Object.entries(moved)) expect(settings[name]).toBeCloseTo(value, 1);
    },
  );

  test('leaves everything at rest between two equal pictures', async () => {
    const { settings, residual, steps } = await match(person, person);
    expect(settings).toEqual({});
    expect(residual.after.mean).toBe(0);
    expect(steps.every(({ kept }) => !kept)).toBe(true);
  });

  test('turns a toned grey picture into black and white with grading', async () => {
    const after = developed(garden, {
      ConvertToGrayscale: true,
      GrayMixerBlue: -40,
      SplitToningShadowHue: 40,
      SplitToningShadowSaturation: 15,
    });
    const found = await match(garden, after);
    expect(found.settings['ConvertToGrayscale']).toBe(true);
    expect(found.residual.after.mean).toBeLessThan(1);
  });

  test.each<[string, (after: Raster) => Raster]>([
    ['half the size', (after) => resize(after, 90, 60)],
    ['another shape, squeezed into a square', (after) => resize(after, 160, 160)],
    ['16 bits in another space', (after) => convertRaster(after, PROPHOTO, 16)],
    ['cropped by a few pixels on each side', (after) => croppedBy(after, 5)],
    ['cropped to a square', (after) => croppedSquare(after)],
  ])('reads an after picture of %s', async (_, change) => {
    const after = developed(wall, WARM_AND_OPEN);
    const found = await match(wall, change(after));
    expect(missed(wall, found, after)).toBeLessThan(1);
  });

  test('is not led astray by what was painted into the picture', async () => {
    const after = developed(person, WARM_AND_OPEN);
    const found = await match(person, withBalloon(after));
    expect(missed(person, found, after)).toBeLessThan(1.2);
  });

  test('keeps what is locked and goes on from the base', async () => {
    const base = { Contrast2012: 25, Exposure2012: 0.2 };
    const after = developed(garden, { ...base, Exposure2012: 0.8, IncrementalTemperature: 12 });
    const found = await match(garden, after, { base, locks: ['Contrast2012', 'Saturation', 'Vibrance'] });
    expect(found.settings['Contrast2012']).toBe(25);
    expect(Object.keys(found.settings)).not.toContain('Vibrance');
    expect(found.residual.before.mean).toBeGreaterThan(2);
    expect(found.residual.after.mean).toBeLessThan(0.6);
  });

  test('tells a raw preview in Kelvin, both values', async () => {
    const open = { source: 'raw-preview', asShot: { kelvin: 5200, tint: 8 } } as const;
    const settings = { Temperature: 6400, Tint: 14 };
    const after = embeddedRenderer.render(embeddedRenderer.open(garden, open), settings);
    const found = await match(garden, after, { open });
    expect(found.settings['Temperature']).toBeGreaterThan(5900);
    expect(found.settings['Tint']).toBeDefined();
    expect(Object.keys(found.settings)).not.toContain('IncrementalTemperature');
  });

  test('reports what is left in each part', async () => {
    const mask = { width: 24, height: 16, data: new Float32Array(24 * 16).fill(1, 0, 24 * 7) };
    const region = {
      name: 'sky',
      mask,
      area: 0.45,
      confidence: 1,
      box: { left: 0, top: 0, right: 1, bottom: 0.45 },
    } as const;
    const { residual } = await match(garden, developed(garden, { Exposure2012: -0.6 }), {
      regions: [region],
    });
    expect(residual.regions).toEqual([
      { name: 'sky', before: expect.any(Number), after: expect.any(Number) },
    ]);
    expect(residual.regions[0]!.before).toBeGreaterThan(residual.regions[0]!.after + 2);
  });

  test.each<[string, Raster]>([
    ['of something else', brickWall()],
    ['with nothing on it', paint(240, 160, () => [128, 128, 128])],
  ])('refuses a picture %s', async (_, after) => {
    await expect(match(garden, after)).rejects.toMatchObject({ code: 'bad-photo' });
  });

  test.each([1, 2, 9])('copes with pictures of %d px', async (size) => {
    const tiny = paint(size, size, (x, y) => [40 + 20 * x, 60 + 20 * y, 90]);
    const { settings } = await match(tiny, developed(tiny, { Exposure2012: 1 }));
    expect(settingsSchema.safeParse(settings).success).toBe(true);
  });

  test('stops when it is told to', async () => {
    const controller = new AbortController();
    const breathe = async () => controller.abort();
    const running = match(garden, developed(garden, { Exposure2012: 1 }), {
      signal: controller.signal,
      breathe,
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('answers the same every time', async () => {
    const ball = resize(redBall(), 60, 40);
    const after = developed(ball, { Exposure2012: 0.5, Saturation: -20 });
    expect(await match(ball, after)).toEqual(await match(ball, after));
  });
});

function croppedSquare({ width, height, data }: Raster): Raster {
  const left = (width - height) / 2;
  return paint(height, height, (x, y) => {
    const at = 3 * (y * width + x + left);
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  });
}
