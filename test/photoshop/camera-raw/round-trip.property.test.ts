import fc from 'fast-check';
import { clampSettings } from '#settings/clamp.ts';
import { isEqual } from '#settings/equal.ts';
import { roundSettings } from '#settings/normalize.ts';
import type { NumberParameter } from '#settings/parameter.ts';
import { roundToStep } from '#settings/round.ts';
import type { Settings } from '#settings/settings.ts';
import { compareApplied } from '../../../plugin/photoshop/camera-raw/compare-applied.ts';
import { cameraRawDescriptor } from '../../../plugin/photoshop/camera-raw/descriptor.ts';
import { CAMERA_RAW_KEYS, LOCAL_CORRECTIONS } from '../../../plugin/photoshop/camera-raw/keys.ts';
import { readFilter } from '../../../plugin/photoshop/camera-raw/read-back.ts';
import { settingsArbitrary } from '../../settings/arbitrary.ts';

const WHITE = ['Temperature', 'Tint', 'IncrementalTemperature', 'IncrementalTint'];

const sliders = CAMERA_RAW_KEYS.flatMap(({ parameter, key, spelling }) =>
  parameter.kind === 'number' ? [{ parameter, key, spelling }] : [],
);

function stepsOf({ minimum, maximum, step }: NumberParameter): number {
  return Math.round((maximum - minimum) / step);
}

describe('every step of every slider', () => {
  test('comes back', () => {
    const most = Math.max(...sliders.map(({ parameter }) => stepsOf(parameter)));
    const wrong: unknown[] = [];
    for (let step = 0; step <= most; step++) {
      // All sliders at once; those with fewer steps begin again.
      const wanted = sliders.map(({ parameter }) => [
        parameter.name,
        roundToStep(parameter, parameter.minimum + (step % (stepsOf(parameter) + 1)) * parameter.step),
      ]);
      // Splits are only valid in order.
      const { settings } = clampSettings(Object.fromEntries(wanted));
      const { descriptor } = cameraRawDescriptor(settings);
      const back = readFilter(descriptor).settings;
      for (const { parameter, key, spelling } of sliders) {
        const value = settings[parameter.name];
        const written = descriptor[key] as number;
        const expected = value === 360 && parameter.unit === 'degrees' ? 0 : value;
        const right =
          Number.isInteger(written) === (spelling === 'integer') &&
          written >= parameter.minimum &&
          written <= parameter.maximum &&
          back[parameter.name] === expected;
        if (!right) wrong.push([parameter.name, value, written, back[parameter.name]]);
      }
    }
    expect(most).toBe(1000);
    expect(wrong).toEqual([]);
  });
});

describe('any settings', () => {
  test('become a descriptor that says what is sent, survives JSON and comes back without a difference', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        const { descriptor, sent } = cameraRawDescriptor(settings);
        const overTheWire = JSON.parse(JSON.stringify(descriptor)) as Record<string, unknown>;
        expect(overTheWire).toEqual(descriptor);
        const got = readFilter(overTheWire);
        expect(compareApplied(sent, got)).toEqual({ differences: [], filledIn: [], foreign: [] });
      }),
      { numRuns: 120 },
    );
  });

  test('never put a real as a whole number', () => {
    const reals = CAMERA_RAW_KEYS.filter(({ spelling }) => spelling === 'real').map(({ key }) => key);
    expect(reals).toEqual(['$Ex12', '$ShpR']);
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        const { descriptor } = cameraRawDescriptor(settings);
        for (const key of reals) expect(Number.isInteger(descriptor[key])).toBe(false);
      }),
    );
  });

  test('lose nothing without a word: what is not in the descriptor as asked is told', () => {
    fc.assert(
      fc.property(settingsArbitrary, (settings) => {
        const { sent, unsupported, replaced } = cameraRawDescriptor(settings);
        const told = [...unsupported, ...replaced].map(({ name }) => name);
        const asked = roundSettings(settings, { dropNeutral: true });
        const grey = asked['ConvertToGrayscale'] === true;
        for (const name of Object.keys(asked)) {
          if (name === 'MaskGroupBasedCorrections' || isEqual(sent[name], asked[name])) continue;
          if (grey && /Adjustment|^GrayMixer|^Vibrance$|^Saturation$/.test(name)) continue;
          if (name === 'WhiteBalance' && WHITE.some((number) => asked[number] !== undefined)) continue;
          if ((name === 'Temperature' && asked[name] === 6500) || (name === 'Tint' && asked[name] === 0))
            continue;
          expect(told).toContain(name);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('have no key of their own making in the descriptor', () => {
    const known = new Set(['_obj', '$WBal', LOCAL_CORRECTIONS, ...CAMERA_RAW_KEYS.map(({ key }) => key)]);
    fc.assert(
      fc.property(settingsArbitrary, fc.dictionary(fc.string(), fc.integer()), (settings, noise) => {
        const { descriptor, unsupported } = cameraRawDescriptor({ ...noise, ...settings } as Settings);
        for (const key of Object.keys(descriptor)) expect(known).toContain(key);
        const names = new Set(unsupported.map(({ name }) => name));
        for (const name of Object.keys(noise)) expect(names).toContain(name);
      }),
    );
  });
});

describe('readFilter()', () => {
  test('takes anything a host may hold', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('$Ex12', 'curve', '$WBal', '$LCs', '$CrVe', '$Odd', '_obj'),
          fc.anything(),
        ),
        (filter) => {
          const { settings } = readFilter(filter);
          expect(cameraRawDescriptor(settings).unsupported).toEqual([]);
        },
      ),
    );
  });
});
