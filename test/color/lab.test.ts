import { labToXyz, xyzToLab } from '#color/lab.ts';
import { apply3, type Vector3 } from '#color/matrix.ts';
import { oklabToXyz, xyzToOklab } from '#color/oklab.ts';
import { SRGB } from '#color/spaces.ts';

function srgb([r, g, b]: readonly [number, number, number]): Vector3 {
  return apply3(SRGB.toXyzD50, [SRGB.decode(r / 255), SRGB.decode(g / 255), SRGB.decode(b / 255)]);
}

// Lab (D50) as CSS Color 4 gives it for its named colours.
const LAB = [
  { rgb: [255, 0, 0], lab: [54.29, 80.8, 69.89] },
  { rgb: [0, 128, 0], lab: [46.28, -47.55, 48.59] },
  { rgb: [0, 0, 255], lab: [29.57, 68.29, -112.03] },
  { rgb: [255, 255, 255], lab: [100, 0, 0] },
  { rgb: [0, 0, 0], lab: [0, 0, 0] },
] as const;

// Ottosson 2020: XYZ (D65) test values, here the sRGB primaries and white.
const OKLAB = [
  { rgb: [255, 255, 255], oklab: [1, 0, 0] },
  { rgb: [255, 0, 0], oklab: [0.62796, 0.22486, 0.12585] },
  { rgb: [0, 255, 0], oklab: [0.86644, -0.23389, 0.1795] },
  { rgb: [0, 0, 255], oklab: [0.45201, -0.03246, -0.31153] },
] as const;

describe('L*a*b*', () => {
  test.each(LAB)('of sRGB $rgb is $lab', ({ rgb, lab }) => {
    const actual = xyzToLab(srgb(rgb));
    for (const [i, value] of lab.entries()) expect(Math.abs(actual[i]! - value)).toBeLessThan(0.1);
  });

  test('survives the trip to XYZ and back, also out of range', () => {
    for (const lab of [
      [50, 20, -30],
      [1, 0.5, -0.5],
      [110, -90, 100],
      [-5, 3, 2],
    ] as Vector3[]) {
      const back = xyzToLab(labToXyz(lab));
      for (const [i, value] of lab.entries()) expect(back[i]).toBeCloseTo(value, 9);
    }
  });
});

describe('Oklab', () => {
  test.each(OKLAB)('of sRGB $rgb is $oklab', ({ rgb, oklab }) => {
    const actual = xyzToOklab(srgb(rgb));
    for (const [i, value] of oklab.entries()) expect(Math.abs(actual[i]! - value)).toBeLessThan(5e-4);
  });

  test('survives the trip to XYZ and back in place', () => {
    const xyz: Vector3 = [0.3, 0.2, 0.05];
    oklabToXyz(xyzToOklab(xyz, xyz), xyz);
    for (const [i, value] of [0.3, 0.2, 0.05].entries()) expect(xyz[i]).toBeCloseTo(value, 9);
  });
});
