import fc from 'fast-check';
import {
  incrementalToKelvin,
  kelvinToIncremental,
  withIncrementalWhite,
  withKelvinWhite,
} from '#settings/white-balance.ts';

describe('white balance', () => {
  const rows: readonly [number, number, number][] = [
    // kelvin, as shot, incremental: 1e6/as shot − 1e6/kelvin
    [6500, 6500, 0],
    [7500, 6500, 20.512821],
    [5000, 5500, -18.181818],
    [50000, 5000, 100],
    [2000, 6500, -100],
  ];
  test.each(rows)('%d K on a photo of %d K is %d incremental', (kelvin, asShot, incremental) => {
    expect(kelvinToIncremental(kelvin, asShot)).toBeCloseTo(incremental, 5);
  });

  test('comes back from one form to the other, within both ranges', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -80, max: 80 }),
        fc.integer({ min: 2500, max: 9000 }),
        (units, asShot) => {
          const kelvin = incrementalToKelvin(units, asShot);
          expect(kelvin).toBeGreaterThanOrEqual(2000);
          expect(kelvin).toBeLessThanOrEqual(50000);
          if (kelvin > 2000 && kelvin < 50000)
            expect(kelvinToIncremental(kelvin, asShot)).toBeCloseTo(units, 6);
        },
      ),
    );
  });

  test('gets warmer with higher kelvin and with higher units', () => {
    expect(kelvinToIncremental(7000, 6500)).toBeGreaterThan(0);
    expect(incrementalToKelvin(10, 6500)).toBeGreaterThan(6500);
  });

  test('withIncrementalWhite() and withKelvinWhite() swap the pair and leave the rest', () => {
    const asShot = { kelvin: 5000, tint: 10 };
    expect(withKelvinWhite({ IncrementalTemperature: 20, Exposure2012: 1 }, asShot)).toEqual({
      Temperature: expect.closeTo(5555.5556, 3),
      Tint: 10,
      Exposure2012: 1,
      WhiteBalance: 'Custom',
    });
    expect(withIncrementalWhite({ Temperature: 5000, Tint: 4, WhiteBalance: 'As Shot' }, asShot)).toEqual({
      IncrementalTemperature: 0,
      IncrementalTint: -6,
      WhiteBalance: 'Custom',
    });
    const none = { Exposure2012: 1 };
    expect(withIncrementalWhite(none, asShot)).toBe(none);
    expect(withKelvinWhite(none, asShot)).toBe(none);
  });
});
