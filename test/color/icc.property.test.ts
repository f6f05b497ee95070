import fc from 'fast-check';
import { readIccProfile, writeIccProfile } from '#color/icc.ts';
import { DISPLAY_P3 } from '#color/spaces.ts';
import { buildProfile, curv, para } from './profile.ts';

/** Whatever comes out must work: finite numbers, whatever bytes went in. */
function expectNullOrUsable(bytes: Uint8Array): void {
  const space = readIccProfile(bytes);
  if (space === null) return;
  for (const v of [-0.2, 0, 0.3, 0.7, 1, 1.2]) {
    for (const channel of [0, 1, 2] as const) {
      expect(space.decode(v, channel)).not.toBeNaN();
      expect(space.encode(v, channel)).not.toBeNaN();
    }
  }
}

describe('readIccProfile()', () => {
  test('survives any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expectNullOrUsable(bytes)));
  });

  test('survives a good profile with bytes changed and its end cut off', () => {
    const good = [
      writeIccProfile(DISPLAY_P3),
      buildProfile({ curve: curv([0, 0.2, 1]) }),
      buildProfile({ description: 'v4' }),
    ];
    const change = fc.tuple(fc.nat(600), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        fc.array(change, { maxLength: 12 }),
        fc.nat(600),
        (profile, changes, length) => {
          const bytes = profile.slice(0, 40 + length);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          expectNullOrUsable(bytes);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('gives curves whose encode undoes decode, for every rising table', () => {
    const steps = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (rises, v) => {
        const total = rises.reduce((sum, rise) => sum + rise, 0);
        let sum = 0;
        const samples = [0, ...rises.map((rise) => (sum += rise) / total)];
        const space = readIccProfile(buildProfile({ curve: curv(samples) }))!;
        expect(space.encode(space.decode(v))).toBeCloseTo(v, 9);
      }),
    );
  });

  test('gives curves whose encode undoes decode, for every gamma', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.4, max: 4, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (gamma, v) => {
          const space = readIccProfile(buildProfile({ curve: para(0, [gamma]) }))!;
          expect(space.encode(space.decode(v))).toBeCloseTo(v, 9);
        },
      ),
    );
  });
});
