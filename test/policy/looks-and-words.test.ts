import { lookByName } from '#looks/looks.ts';
import { AXIS_SPECS } from '#policy/embedded/axes/axes.ts';
import type { Settings } from '#settings/settings.ts';
import { balanced, landscape, observationOf } from './picture.ts';
import { develop, goal, policy, readingOf, requestOf } from './request.ts';

const LOOKS = ['autumn', 'teal and orange', 'golden hour', 'vintage', 'moody', 'airy'];
const PHOTOS = {
  'an ordinary scene': observationOf(landscape()),
  'a warm one': observationOf(landscape({ warmth: 25 })),
  'a cold one': observationOf(landscape({ warmth: -20 })),
};

describe.each(Object.entries(PHOTOS))('a look on %s', (_, photo) => {
  test.each(LOOKS)('%s never turns a slider against its own words', async (name) => {
    const look = lookByName(name)!;
    const proposals = await policy.doPropose(requestOf(photo, readingOf({ styles: [name] })));
    expect(proposals.length).toBeGreaterThan(0);
    for (const { settings } of proposals) {
      for (const { axis, direction, region } of look.implies) {
        if (region !== null || axis === 'brightness') continue;
        for (const slider of AXIS_SPECS[axis].own) {
          const value = settings[slider];
          // Some readings mean the opposite on purpose: a hazy golden hour has less contrast.
          const meant = look.readings.some((reading) => direction * number(reading.settings, slider) < 0);
          if (typeof value === 'number' && !meant)
            expect([slider, direction * value >= 0]).toEqual([slider, true]);
        }
      }
    }
  });
});

test('autumn turns green land to amber and keeps the sky blue', async () => {
  const photo = observationOf(landscape());
  const [first] = await policy.doPropose(requestOf(photo, readingOf({ styles: ['autumn'] })));
  expect(develop(photo, first!.settings).a).toBeGreaterThan(develop(photo, {}).a + 2);
  expect(number(first!.settings, 'SaturationAdjustmentBlue')).toBeGreaterThan(-10);
});

test('an automatic edit takes out part of a warm cast with white balance, not with vibrance', async () => {
  const photo = observationOf(balancedWithCast());
  const [first] = await policy.doPropose(requestOf(photo, readingOf({ styles: ['auto'] })));
  const shift = develop(photo, first!.settings).b - develop(photo, {}).b;
  expect(shift).toBeLessThan(-3);
  expect(shift).toBeGreaterThan(-0.9 * photo.statistics.cast.b);
  expect(number(first!.settings, 'IncrementalTemperature')).toBeLessThan(0);
  expect(number(first!.settings, 'Vibrance')).toBeGreaterThanOrEqual(0);
});

test('where there is no sky, the light upper part is taken and the trace says so', async () => {
  const photo = { ...observationOf(balanced()), regions: [] };
  const [first] = await policy.doPropose(
    requestOf(photo, readingOf({ goals: [goal('brightness', -1, 1, 'sky')] })),
  );
  expect(first!.title).not.toMatch(/sky/i);
  expect(first!.reasoning.some(({ step, text }) => step === 'left' && /No sky was found/.test(text))).toBe(
    true,
  );
});

test('others have their turn between two candidates', async () => {
  let breaths = 0;
  const breathe = async () => {
    breaths++;
  };
  const request = requestOf(observationOf(landscape()), readingOf({ styles: ['moody'] }), { breathe });
  const proposals = await policy.doPropose(request);
  expect(breaths).toBeGreaterThanOrEqual(proposals.length);
});

test('a step names at most four settings in words and links all of them', async () => {
  const photo = observationOf(landscape());
  for (const { reasoning } of await policy.doPropose(requestOf(photo, readingOf({ styles: ['autumn'] })))) {
    for (const { step, text, parameters = [] } of reasoning) {
      if (step !== 'done') continue;
      const named = text.split(':')[0]!.split(', ').length;
      expect(named).toBeLessThanOrEqual(4);
      if (parameters.length > 4) expect(text).toMatch(new RegExp(`and ${parameters.length - 3} more`));
    }
  }
});

function balancedWithCast() {
  const raster = balanced();
  const data = raster.data.map((value, i) => (i % 3 === 2 ? Math.round(value * 0.86) : value)) as Uint8Array;
  return { ...raster, data };
}

function number(settings: Settings, name: string): number {
  const value = settings[name];
  return typeof value === 'number' ? value : 0;
}
