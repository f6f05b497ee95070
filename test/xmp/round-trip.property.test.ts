import fc from 'fast-check';
import { roundSettings } from '#settings/normalize.ts';
import { readXmp } from '#xmp/read.ts';
import { writePreset, writeSidecar } from '#xmp/write.ts';
import { settingsArbitrary } from '../settings/arbitrary.ts';

describe('writing and reading XMP', () => {
  test('gives back every settings that the schema allows, rounded to the sliders’ steps', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        const read = readXmp(writeSidecar(settings));
        expect(read.settings).toEqual(roundSettings(settings));
        expect(read.unknown).toEqual([]);
        expect(read.foreign).toEqual([]);
        expect(read.warnings).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  test('gives back rounded settings to the byte, through a preset as well', () => {
    fc.assert(
      fc.property(
        settingsArbitrary.map((settings) => roundSettings(settings)),
        (settings) => {
          const read = readXmp(writePreset(settings, { name: 'Any', group: 'Tests' }));
          expect(JSON.stringify(read.settings)).toBe(JSON.stringify(settings));
        },
      ),
      { numRuns: 60 },
    );
  });
});
