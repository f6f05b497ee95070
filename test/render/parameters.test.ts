import { embeddedRenderer } from '#render/pipeline.ts';
import type { Parameter } from '#settings/parameter.ts';
import { LOCAL_PARAMETERS, PARAMETERS } from '#settings/parameters.ts';
import type { Settings, SettingValue } from '#settings/settings.ts';
import { testPicture } from './pictures.ts';

const source = embeddedRenderer.open(testPicture());

/** A value well away from neutral. */
function awayFromNeutral(parameter: Parameter): SettingValue {
  switch (parameter.kind) {
    case 'boolean':
      return !parameter.neutral;
    case 'curve':
      return [
        [0, 30],
        [128, 150],
        [255, 255],
      ];
    case 'choice':
      return parameter.choices.find((choice) => choice !== parameter.neutral)!;
    case 'number': {
      const up = parameter.maximum - parameter.neutral;
      const down = parameter.neutral - parameter.minimum;
      return up >= down ? parameter.neutral + up * 0.8 : parameter.neutral - down * 0.8;
    }
  }
}

/** Settings in which the parameter matters: its companions on, and what else it needs. */
function companions(parameter: Parameter): Record<string, SettingValue> {
  const settings: Record<string, SettingValue> = {};
  const owners = parameter.kind === 'number' ? (parameter.companionOf ?? []) : [];
  for (const owner of owners) {
    const own = [...PARAMETERS, ...LOCAL_PARAMETERS].find((one) => one.name === owner)!;
    settings[owner] = owner === 'PostCropVignetteAmount' ? -60 : awayFromNeutral(own);
  }
  if (parameter.name === 'CurveRefineSaturation' || parameter.name === 'LocalCurveRefineSaturation')
    settings['ToneCurvePV2012'] = [
      [0, 0],
      [64, 40],
      [192, 215],
      [255, 255],
    ];
  if (/^LocalColorGradeB/.test(parameter.name)) settings['LocalColorGradeMidtoneSat'] = 60;
  if (parameter.name === 'ColorGradeBlending') settings['ColorGradeMidtoneSat'] = 60;
  return settings;
}

/** WhiteBalance only names where Temperature and Tint came from. */
const LABELS = new Set(['WhiteBalance']);

describe('render() shows every parameter of the registry', () => {
  test.each(PARAMETERS.filter((one) => !LABELS.has(one.name)).map((one) => [one.name, one] as const))(
    '%s changes pixels when it leaves neutral',
    (name, parameter) => {
      const without = companions(parameter);
      const before = embeddedRenderer.render(source, without).data;
      const after = embeddedRenderer.render(source, { ...without, [name]: awayFromNeutral(parameter) }).data;
      expect(differing(before, after)).toBeGreaterThan(20);
    },
  );

  test.each(LOCAL_PARAMETERS.map((one) => [one.name, one] as const))(
    '%s changes pixels inside its mask and none outside',
    (name, parameter) => {
      const { ToneCurvePV2012: curve, ...values } = companions(parameter) as Record<string, number>;
      const local = (all: Record<string, number>): Settings => ({
        MaskGroupBasedCorrections: [
          {
            name: 'upper half',
            active: true,
            amount: 1,
            values: all,
            ...(curve ? { curves: { MainCurve: curve as unknown as readonly [number, number][] } } : {}),
            masks: [
              {
                kind: 'radial',
                combine: 'add',
                inverted: false,
                top: -0.5,
                left: -1,
                bottom: 0.5,
                right: 2,
                angle: 0,
                feather: 0,
              },
            ],
          },
        ],
      });
      const before = embeddedRenderer.render(source, local(values)).data;
      const after = embeddedRenderer.render(
        source,
        local({ ...values, [name]: awayFromNeutral(parameter) as number }),
      ).data;
      const untouched = source.raster.data;
      expect(differing(before, after)).toBeGreaterThan(10);
      const lastRows = (source.raster.height - 4) * source.raster.width * 3;
      expect([...after.subarray(lastRows)]).toEqual([...untouched.subarray(lastRows)]);
    },
  );
});

function differing(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}
