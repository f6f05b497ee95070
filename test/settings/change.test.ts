import fc from 'fast-check';
import { diffSettings } from '#settings/diff.ts';
import { applyLocks, unknownLocks } from '#settings/locks.ts';
import { mergeSettings } from '#settings/merge.ts';
import type { Correction } from '#settings/settings.ts';
import { settingsArbitrary } from './arbitrary.ts';
import { correction } from './example.ts';

describe('mergeSettings()', () => {
  test('lets the change win and appends its masks', () => {
    const base = { Exposure2012: 1, Contrast2012: 5, MaskGroupBasedCorrections: [correction] };
    const added = { ...correction, name: 'New' };
    expect(mergeSettings(base, { Exposure2012: 0, MaskGroupBasedCorrections: [added] })).toEqual({
      Exposure2012: 0,
      Contrast2012: 5,
      MaskGroupBasedCorrections: [correction, added],
    });
  });

  test('keeps one form of white balance, the change’s', () => {
    const base = { WhiteBalance: 'As Shot', Temperature: 5000, Tint: 3 };
    expect(mergeSettings(base, { IncrementalTemperature: 5 })).toEqual({ IncrementalTemperature: 5 });
    expect(mergeSettings(base, { Temperature: 6000 })).toEqual({ Temperature: 6000, Tint: 3 });
    expect(mergeSettings(base, { Exposure2012: 1 })).toEqual({ ...base, Exposure2012: 1 });
  });

  test('always gives what the schema accepts in corrections', () => {
    const many = { MaskGroupBasedCorrections: Array<Correction>(40).fill(correction) };
    expect(mergeSettings(many, many).MaskGroupBasedCorrections).toHaveLength(64);
  });
});

describe('diffSettings()', () => {
  test('lists what differs, in the order of the panels', () => {
    const from = { GrainAmount: 5, Exposure2012: 1, Contrast2012: 2 };
    const to = { Exposure2012: 1, Contrast2012: 3, MaskGroupBasedCorrections: [correction] };
    expect(diffSettings(from, to)).toEqual([
      { name: 'Contrast2012', from: 2, to: 3 },
      { name: 'GrainAmount', from: 5, to: undefined },
      { name: 'MaskGroupBasedCorrections', from: undefined, to: [correction] },
    ]);
  });

  test('finds nothing between equals', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) =>
        expect(diffSettings(settings, structuredClone(settings))).toEqual([]),
      ),
      { numRuns: 50 },
    );
  });
});

describe('applyLocks()', () => {
  test('restores what is locked and takes out what the base does not have', () => {
    const settings = { Exposure2012: 1, Contrast2012: 5, Vibrance: 7 };
    expect(applyLocks(settings, { Exposure2012: 0.2 }, ['Exposure2012', 'Contrast2012'])).toEqual({
      Vibrance: 7,
      Exposure2012: 0.2,
    });
  });

  test('keeps masks as they were when they are locked', () => {
    const settings = { MaskGroupBasedCorrections: [correction, { ...correction, name: 'New' }] };
    expect(
      applyLocks(settings, { MaskGroupBasedCorrections: [correction] }, ['MaskGroupBasedCorrections']),
    ).toEqual({ MaskGroupBasedCorrections: [correction] });
    expect(applyLocks(settings, {}, ['MaskGroupBasedCorrections'])).toEqual({});
  });

  test('takes a locked local slider out of new corrections only', () => {
    const added = { ...correction, name: 'New' };
    const locked = applyLocks(
      { MaskGroupBasedCorrections: [correction, added] },
      { MaskGroupBasedCorrections: [correction] },
      ['LocalExposure2012'],
    );
    expect(locked.MaskGroupBasedCorrections).toEqual([
      correction,
      { ...added, values: { LocalDehaze: 0.1 } },
    ]);
  });

  test('holds every locked parameter whatever the settings are', () => {
    fc.assert(
      fc.property(
        settingsArbitrary,
        settingsArbitrary,
        fc.array(fc.constantFrom('Exposure2012', 'ToneCurvePV2012', 'MaskGroupBasedCorrections', 'Tint')),
        (settings, base, names) => {
          const locked = applyLocks(settings, base, names);
          for (const name of names) expect(locked[name]).toEqual(base[name]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('unknownLocks() finds names that no parameter has', () => {
    expect(
      unknownLocks(['Exposure2012', 'Exposure', 'MaskGroupBasedCorrections', 'LocalHue', '__proto__']),
    ).toEqual(['Exposure', '__proto__']);
  });
});
