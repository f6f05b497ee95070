import { adaptationMatrix } from '#color/adaptation.ts';
import { apply3, multiply3 } from '#color/matrix.ts';
import { ADOBE_RGB, BUILT_IN_SPACES, DISPLAY_P3, identifySpace, PROPHOTO, SRGB } from '#color/spaces.ts';
import { D65, PCS_WHITE, xyToXyz } from '#color/white.ts';

// Colorants of the profiles that the industry ships: sRGB (ICC, HP 1998), Adobe RGB (1998) of Adobe, Display P3 of
// Apple, ROMM of ISO 22028-2; they are rounded to about 1e-4 and each maker rounded D65 in its own way.
const COLORANTS = [
  { space: SRGB, matrix: [0.43607, 0.38515, 0.14307, 0.22249, 0.71687, 0.06061, 0.01392, 0.09708, 0.7141] },
  {
    space: ADOBE_RGB,
    matrix: [0.60974, 0.20528, 0.14919, 0.31111, 0.62567, 0.06322, 0.01947, 0.06087, 0.74457],
  },
  {
    space: DISPLAY_P3,
    matrix: [0.51512, 0.29198, 0.1571, 0.2412, 0.69225, 0.06657, -0.00105, 0.04189, 0.78407],
  },
  { space: PROPHOTO, matrix: [0.79767, 0.13519, 0.03134, 0.28804, 0.71187, 0.00009, 0, 0, 0.82491] },
];

describe('built-in spaces', () => {
  test.each(COLORANTS)('$space.name has the colorants of its published profile', ({ space, matrix }) => {
    for (const [i, value] of matrix.entries())
      expect(Math.abs(space.toXyzD50[i]! - value)).toBeLessThan(4e-4);
  });

  test.each(BUILT_IN_SPACES.map((space) => ({ space })))(
    '$space.name maps white to the connection white',
    ({ space }) => {
      const white = apply3(space.toXyzD50, [1, 1, 1]);
      for (const [i, value] of white.entries()) expect(value).toBeCloseTo(PCS_WHITE[i]!, 12);
    },
  );

  test.each(BUILT_IN_SPACES.map((space) => ({ space })))('$space.name has inverse matrices', ({ space }) => {
    const product = multiply3(space.toXyzD50, space.fromXyzD50);
    for (const [i, value] of product.entries()) expect(value).toBeCloseTo(i % 4 === 0 ? 1 : 0, 12);
  });

  // Values of the standards themselves: encoded, linear.
  test.each([
    { space: SRGB, encoded: 0.5, linear: 0.21404114 },
    { space: SRGB, encoded: 0.04, linear: 0.00309598 },
    { space: ADOBE_RGB, encoded: 0.5, linear: 0.21775552 },
    { space: PROPHOTO, encoded: 0.5, linear: 0.28717459 },
    { space: PROPHOTO, encoded: 0.02, linear: 0.00125 },
  ])('$space.name decodes $encoded to $linear', ({ space, encoded, linear }) => {
    expect(space.decode(encoded)).toBeCloseTo(linear, 7);
    expect(space.decode(-encoded)).toBeCloseTo(-linear, 7);
    expect(space.encode(linear)).toBeCloseTo(encoded, 6);
  });
});

describe('identifySpace()', () => {
  test('knows a built-in space under another name', () => {
    for (const space of BUILT_IN_SPACES) expect(identifySpace({ ...space, name: 'my monitor' })).toBe(space);
  });

  test('does not take a space with another curve for a built-in one', () => {
    expect(identifySpace({ ...SRGB, decode: (v) => v, encode: (v) => v })).toBeNull();
  });
});

describe('adaptationMatrix()', () => {
  test.each(['bradford', 'cat16'] as const)('carries one white onto the other by %s', (method) => {
    const [x, y, z] = apply3(adaptationMatrix(xyToXyz(D65), PCS_WHITE, method), xyToXyz(D65));
    expect(x).toBeCloseTo(PCS_WHITE[0], 12);
    expect(y).toBeCloseTo(PCS_WHITE[1], 12);
    expect(z).toBeCloseTo(PCS_WHITE[2], 12);
  });

  test('equals the D65 to D50 matrix that Lindbloom publishes', () => {
    const published = [
      1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316,
    ];
    const matrix = adaptationMatrix([0.95047, 1, 1.08883], [0.96422, 1, 0.82521]);
    for (const [i, value] of published.entries()) expect(matrix[i]).toBeCloseTo(value, 6);
  });
});
