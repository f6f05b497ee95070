import { diffSettings } from '#settings/diff.ts';
import type { Settings } from '#settings/settings.ts';
import { landscape, observationOf } from './picture.ts';
import { policy, readingOf, requestOf } from './request.ts';

const photo = observationOf(landscape());
const base: Settings = { Exposure2012: 0.4, Contrast2012: 20, IncrementalTemperature: 20, Vibrance: 20 };
const ask = (name: string, more: Parameters<typeof requestOf>[2] = {}) =>
  policy.doPropose(requestOf(photo, readingOf({ styles: [name] }), { base, ...more }));

describe('words that refer to the edit before', () => {
  test('"stronger" scales it up', async () => {
    const [first] = await ask('stronger');
    expect(first!.settings).toEqual({
      Exposure2012: 0.54,
      Contrast2012: 27,
      IncrementalTemperature: 27,
      Vibrance: 27,
    });
  });

  test('"gentler" scales it down', async () => {
    const [first] = await ask('gentler');
    expect(first!.settings).toEqual({
      Exposure2012: 0.26,
      Contrast2012: 13,
      IncrementalTemperature: 13,
      Vibrance: 13,
    });
  });

  test('"undo" takes it back', async () => {
    const [first] = await ask('undo');
    expect(first!.settings).toEqual({});
  });

  test('"undo" leaves no empty mask behind', async () => {
    const mask = { kind: 'linear', combine: 'add', inverted: false, name: 'Top' } as const;
    const masked: Settings = {
      ...base,
      MaskGroupBasedCorrections: [
        {
          name: 'Sky',
          active: true,
          amount: 1,
          values: { LocalExposure2012: -0.2 },
          masks: [{ ...mask, zeroX: 0.5, zeroY: 0.5, fullX: 0.5, fullY: 0.1 }],
        },
      ],
    };
    const [first, second] = await ask('undo', { base: masked });
    expect(first!.settings).toEqual({});
    expect(second!.settings.MaskGroupBasedCorrections).toHaveLength(1);
  });

  test('one alternative bends the tones alone', async () => {
    const tones = (await ask('stronger')).find(({ title }) => title.startsWith('Tones'));
    expect(diffSettings(base, tones!.settings).map(({ name }) => name)).toEqual([
      'Exposure2012',
      'Contrast2012',
    ]);
  });

  test('a locked setting stays', async () => {
    for (const { settings } of await ask('undo', { locks: ['Contrast2012'] }))
      expect(settings['Contrast2012']).toBe(20);
  });

  test('every changed setting is accounted for once', async () => {
    for (const name of ['stronger', 'gentler', 'undo']) {
      for (const { settings, reasoning } of await ask(name)) {
        const accounted = reasoning.flatMap(({ parameters }) => parameters ?? []);
        expect([...accounted].sort()).toEqual(
          diffSettings(base, settings)
            .map((change) => change.name)
            .sort(),
        );
      }
    }
  });

  test('without an edit before there is nothing to do', async () => {
    expect(await ask('stronger', { base: {} })).toEqual([]);
  });
});
