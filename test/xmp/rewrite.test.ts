import fc from 'fast-check';
import { mergeSettings } from '#settings/merge.ts';
import { roundSettings } from '#settings/normalize.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import { readXmp } from '#xmp/read.ts';
import { rewriteXmp } from '#xmp/rewrite.ts';
import { writePreset, writeSidecar } from '#xmp/write.ts';
import { settingsArbitrary } from '../settings/arbitrary.ts';
import { FIXTURES, fixture } from './fixture.ts';

const newMask: Settings = {
  MaskGroupBasedCorrections: [
    {
      name: 'New',
      active: true,
      amount: 1,
      values: { LocalDehaze: 0.1 },
      masks: [{ kind: 'linear', combine: 'add', inverted: false, zeroX: 0, zeroY: 0, fullX: 1, fullY: 1 }],
    },
  ],
};

/** The lines that are only in one of two texts. */
function changedLines(before: string, after: string): { out: string[]; in: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { out: old.filter((line) => !now.includes(line)), in: now.filter((line) => !old.includes(line)) };
}

describe('rewriteXmp()', () => {
  test('leaves a sidecar byte for byte as it is when nothing changed', () => {
    const text = fixture('sidecar-with-masks.xmp');
    expect(rewriteXmp(text, readXmp(text).settings)).toBe(text);
  });

  test('is the identity on everything that this product wrote itself', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        const sidecar = writeSidecar(settings);
        expect(rewriteXmp(sidecar, settings)).toBe(sidecar);
        const preset = writePreset(settings, { name: 'A', group: 'B' });
        expect(rewriteXmp(preset, settings)).toBe(preset);
      }),
      { numRuns: 30 },
    );
  });

  test('changes one value in its place and nothing else', () => {
    const text = fixture('sidecar-with-masks.xmp');
    const changed = rewriteXmp(text, { ...readXmp(text).settings, Exposure2012: 0.5 });
    expect(changedLines(text, changed)).toEqual({
      out: ['   crs:Exposure2012="-0.30"'],
      in: ['   crs:Exposure2012="+0.50"'],
    });
  });

  test('takes out what the settings no longer hold', () => {
    const text = fixture('sidecar-with-masks.xmp');
    const { Highlights2012: _, ...rest } = readXmp(text).settings;
    expect(changedLines(text, rewriteXmp(text, rest))).toEqual({
      out: ['   crs:Highlights2012="-40"'],
      in: [],
    });
  });

  test('keeps corrections that did not change to the byte, brush and all, and appends new ones', () => {
    const text = fixture('sidecar-with-masks.xmp');
    const changed = rewriteXmp(text, mergeSettings(readXmp(text).settings, newMask));
    const { out, in: added } = changedLines(text, changed);
    expect(out).toEqual([]);
    expect(added.join('\n')).toContain('crs:CorrectionName="New"');
    expect(changed).toContain('<rdf:li>d 0.5 0.5</rdf:li>');
    expect(changed).toContain('crs:LocalGlow="0.13"');
    expect(readXmp(changed).settings.MaskGroupBasedCorrections?.map(({ name }) => name)).toEqual([
      'Himmel & Wolken',
      'Brushed',
      'New',
    ]);
  });

  test('removes one correction of several', () => {
    const text = fixture('sidecar-with-masks.xmp');
    const { settings } = readXmp(text);
    const kept = settings.MaskGroupBasedCorrections?.slice(1) ?? [];
    const changed = rewriteXmp(text, { ...settings, MaskGroupBasedCorrections: kept });
    expect(readXmp(changed).settings.MaskGroupBasedCorrections).toEqual(kept);
    expect(changed).toContain('<rdf:li>d 0.5 0.5</rdf:li>');
  });

  test.each(FIXTURES)(
    'writes any settings into %s, so that they are read back, and keeps what is not ours',
    (name) => {
      const text = fixture(name);
      const before = readXmp(text);
      fc.assert(
        fc.property(settingsArbitrary, (settings) => {
          const after = readXmp(rewriteXmp(text, settings));
          expect(after.settings).toEqual(roundSettings(settings));
          expect(after.warnings.filter((warning) => !warning.includes('older than'))).toEqual([]);
          expect(after).toMatchObject({ kind: before.kind, name: before.name, group: before.group });
          expect(after.look).toEqual(before.look);
          expect(after.unknown.filter(({ key }) => !key.startsWith('Mask'))).toEqual(
            before.unknown.filter(({ key }) => !key.startsWith('Mask')),
          );
        }),
        { numRuns: 15 },
      );
    },
  );

  test('takes out settings that are in the pixels already, with crop and lens', () => {
    const text = fixture('exported-jpeg.xmp');
    const changed = rewriteXmp(text, { IncrementalTemperature: 5 });
    expect(readXmp(changed)).toMatchObject({
      settings: { IncrementalTemperature: 5 },
      foreign: [],
      warnings: [],
    });
    expect(changed).toContain('xmp:Rating="5"');
    expect(changed).toContain('crs:AlreadyApplied="False"');
  });

  test('lifts an old process version, in which the settings would not show, and never lowers one', () => {
    expect(rewriteXmp(fixture('old-process.xmp'), { Exposure2012: 1 })).toContain(
      'crs:ProcessVersion="15.4"',
    );
    expect(rewriteXmp(fixture('element-form.xmp'), { Exposure2012: 1 })).toContain('>6.7</c:ProcessVersion>');
    expect(rewriteXmp(fixture('element-form.xmp'), newMask)).toContain('>15.4</c:ProcessVersion>');
    const future = writeSidecar({}).replace('ProcessVersion="15.4"', 'ProcessVersion="20.1"');
    expect(rewriteXmp(future, newMask)).toContain('ProcessVersion="20.1"');
  });

  test('does not state AlreadyApplied in a preset', () => {
    expect(rewriteXmp(fixture('hobby-preset.xmp'), { Exposure2012: 1 })).not.toContain('AlreadyApplied');
  });

  test('states a preset’s name once, for Adobe’s XMP library refuses a file that does it twice', () => {
    const changed = rewriteXmp(fixture('hobby-preset.xmp'), { Exposure2012: 1 });
    expect(changed).not.toContain('crs:Name="02 ');
    expect(readXmp(changed)).toMatchObject({ name: '02 Harbour & Fog', warnings: [] });
  });

  test('adds a description to XMP without develop settings', () => {
    const changed = rewriteXmp(fixture('no-settings.xmp'), { Exposure2012: 1 });
    expect(changed).toContain('dc:format="image/jpeg"');
    expect(readXmp(changed).settings).toEqual({ Exposure2012: 1 });
  });

  test('leaves one of a key that was stated twice', () => {
    const twice = writeSidecar({ Exposure2012: 1 }).replace(
      '\n  </rdf:Desc',
      '<crs:Exposure2012>2</crs:Exposure2012>\n  </rdf:Desc',
    );
    expect(readXmp(twice).warnings).toHaveLength(1);
    const changed = rewriteXmp(twice, { Exposure2012: 1.5 });
    expect(changed.match(/Exposure2012/g)).toHaveLength(1);
    expect(readXmp(changed).settings).toEqual({ Exposure2012: 1.5 });
  });

  test('declares UTF-8 for what was UTF-16', () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?>${writeSidecar({ Exposure2012: 1 })}`;
    const changed = rewriteXmp(Buffer.from(`\uFEFF${text}`, 'utf16le'), { Exposure2012: 2 });
    expect(changed).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
  });

  test('refuses what is not XMP', () => {
    expect(() => rewriteXmp('<a/>', {})).toThrow(RetouchError);
  });
});
