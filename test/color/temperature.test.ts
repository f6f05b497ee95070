import fc from 'fast-check';
import {
  kelvinTintToXy,
  kelvinToMired,
  miredToKelvin,
  shiftKelvin,
  xyToKelvinTint,
} from '#color/temperature.ts';

// CIE 15: chromaticity of Planckian and standard illuminants.
const LIGHTS = [
  { name: 'A', xy: [0.44757, 0.40745], kelvin: 2856, tint: 0 },
  { name: 'Planck 4000 K', xy: [0.38052, 0.37675], kelvin: 4000, tint: 0 },
  { name: 'Planck 10000 K', xy: [0.28063, 0.28828], kelvin: 10000, tint: 0 },
  { name: 'D50', xy: [0.34567, 0.3585], kelvin: 5003, tint: 9.5 },
  { name: 'D65', xy: [0.31272, 0.32903], kelvin: 6504, tint: 9.8 },
] as const;

describe('xyToKelvinTint()', () => {
  test.each(LIGHTS)('reads $name as $kelvin K', ({ xy, kelvin, tint }) => {
    const light = xyToKelvinTint(xy);
    expect(Math.abs(kelvinToMired(light.kelvin) - kelvinToMired(kelvin))).toBeLessThan(0.5);
    expect(Math.abs(light.tint - tint)).toBeLessThan(1);
  });

  test('undoes kelvinTintToXy() over the range of the sliders', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2000, max: 50000, noNaN: true }),
        fc.double({ min: -150, max: 150, noNaN: true }),
        (kelvin, tint) => {
          const back = xyToKelvinTint(kelvinTintToXy(kelvin, tint));
          expect(Math.abs(kelvinToMired(back.kelvin) - kelvinToMired(kelvin))).toBeLessThan(0.05);
          expect(back.tint).toBeCloseTo(tint, 1);
        },
      ),
    );
  });

  test('stays finite for colours far from any light', () => {
    for (const xy of [
      [0.7, 0.29],
      [0.1, 0.8],
      [0.15, 0.02],
      [0.33, 0.34],
    ] as const) {
      const { kelvin, tint } = xyToKelvinTint(xy);
      expect(Number.isFinite(kelvin) && kelvin > 0 && Number.isFinite(tint)).toBe(true);
    }
  });
});

describe('kelvinTintToXy()', () => {
  test('makes a light of positive tint greener', () => {
    expect(kelvinTintToXy(5500, 30)[1]).toBeGreaterThan(kelvinTintToXy(5500, 0)[1]);
  });
});

describe('shiftKelvin()', () => {
  test('moves towards warm light by mired', () => {
    expect(shiftKelvin(5000, 50)).toBeCloseTo(4000, 6);
    expect(shiftKelvin(5000, -100)).toBeCloseTo(10000, 6);
  });

  test('stays within the table', () => {
    expect(shiftKelvin(2000, 1000)).toBeCloseTo(miredToKelvin(600), 6);
    expect(shiftKelvin(50000, -1000)).toBe(1e6);
  });
});
