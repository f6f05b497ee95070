import { LOOKS, lookByName } from '#looks/looks.ts';
import { parameterByName } from '#settings/parameters.ts';
import { settingsSchema } from '#settings/schema.ts';
import { goalSchema } from '#wire/goal.ts';

const readings = LOOKS.flatMap((look) =>
  look.readings.map((reading) => [`${look.name}: ${reading.title}`, look, reading] as const),
);

describe('the style book', () => {
  test('holds at least 70 looks, most of them with more than one reading', () => {
    expect(LOOKS.length).toBeGreaterThanOrEqual(70);
    const several = LOOKS.filter((look) => look.readings.length > 1);
    expect(several.length / LOOKS.length).toBeGreaterThan(0.9);
  });

  test('gives every look its own id and name and no word to two looks', () => {
    const words = LOOKS.flatMap((look) => look.words);
    expect(new Set(LOOKS.map((look) => look.id)).size).toBe(LOOKS.length);
    expect(new Set(LOOKS.map((look) => look.name)).size).toBe(LOOKS.length);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('names looks in plain English, without brands or persons', () => {
    const brands =
      /\b(kodak|fuji|portra|velvia|polaroid|lomo|cinestill|anderson|fincher|leica|instagram|blade|matrix|vogue)\b/;
    expect(LOOKS.filter((look) => brands.test(look.name) || brands.test(look.about.toLowerCase()))).toEqual(
      [],
    );
    expect(LOOKS.filter((look) => look.words.some((word) => word !== word.toLowerCase()))).toEqual([]);
  });

  test.each(LOOKS.map((look) => [look.name, look] as const))(
    '%s implies valid goals and is found by name and id',
    (name, look) => {
      for (const goal of look.implies) expect(() => goalSchema.parse({ ...goal, words: '' })).not.toThrow();
      expect(lookByName(name)).toBe(look);
      expect(lookByName(look.id.toUpperCase())).toBe(look);
      expect(new Set(look.readings.map((reading) => JSON.stringify(reading.settings))).size).toBe(
        look.readings.length,
      );
    },
  );

  test.each(readings)('%s has settings that the schema accepts', (_title, _look, { settings }) => {
    expect(settingsSchema.parse(settings)).toEqual(settings);
    for (const name of Object.keys(settings)) expect(parameterByName(name)).toBeDefined();
  });

  test.each(readings)('%s stays moderate', (_title, look, { settings }) => {
    const limits: readonly (readonly [RegExp, number])[] = [
      [/^Exposure2012$/, 0.9],
      [/^(Contrast|Highlights|Shadows|Whites|Blacks)2012$/, 70],
      [/^(Vibrance|Saturation|Texture|Clarity2012|Dehaze)$/, 38],
      [/^IncrementalTemperature$|^IncrementalTint$/, 25],
      // Foliage turns from green to amber in autumn: most of the way round its two families.
      [/^HueAdjustment(Yellow|Green)$/, 95],
      [/^(Hue|Saturation|Luminance)Adjustment/, 40],
      [/^(SplitToning|ColorGrade)\w*Sat/, 30],
      [/^GrainAmount$/, 30],
      [/^PostCropVignetteAmount$/, 30],
    ];
    for (const [name, value] of Object.entries(settings)) {
      const limit = limits.find(([pattern]) => pattern.test(name))?.[1];
      if (limit !== undefined)
        expect([look.name, name, Math.abs(value as number) <= limit]).toEqual([look.name, name, true]);
    }
  });

  test.each(readings)('%s leaves orange, where skin is, nearly alone', (_title, _look, { settings }) => {
    for (const slider of ['HueAdjustmentOrange', 'SaturationAdjustmentOrange', 'LuminanceAdjustmentOrange']) {
      expect(Math.abs((settings[slider] as number | undefined) ?? 0)).toBeLessThanOrEqual(10);
    }
  });

  test.each(readings)('%s has curves that rise', (_title, _look, { settings }) => {
    for (const [name, value] of Object.entries(settings)) {
      if (!name.startsWith('ToneCurve')) continue;
      const points = value as readonly (readonly [number, number])[];
      points.slice(1).forEach(([x, y], index) => {
        expect(x).toBeGreaterThan(points[index]![0]);
        expect(y).toBeGreaterThan(points[index]![1]);
      });
    }
  });

  test('takes the colour out of monochrome looks with the grey mixer', () => {
    for (const name of ['monochrome', 'sepia', 'film noir', 'cyanotype']) {
      for (const { settings } of lookByName(name)!.readings)
        expect(settings['ConvertToGrayscale']).toBe(true);
    }
  });
});
