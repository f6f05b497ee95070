import { needsNothing, readMonetNumbers, readMonetPlan } from '#policy/dialects/monetgpt.ts';
import { MONET_STAGES } from '#policy/dialects/monetgpt-operations.ts';
import { parameterByName } from '#settings/parameters.ts';
import { fixture } from './fixture.ts';

const [tones, color, selective] = MONET_STAGES;

test('three stages hold 6, 3 and 24 operations, each on a slider that exists', () => {
  expect(MONET_STAGES.map(({ operations }) => operations.length)).toEqual([6, 3, 24]);
  for (const { setting, up, down } of MONET_STAGES.flatMap(({ operations }) => operations)) {
    const parameter = parameterByName(setting);
    expect(parameter?.kind).toBe('number');
    if (parameter?.kind !== 'number') continue;
    // The whole range of an operation fits into the slider's.
    expect(100 * up).toBeLessThanOrEqual(parameter.maximum);
    expect(-100 * down).toBeGreaterThanOrEqual(parameter.minimum);
  }
});

test('readMonetPlan() reads adjustment, issue and solution through Markdown and line breaks', () => {
  const plan = readMonetPlan(fixture('monetgpt-plan-tones.txt'));
  expect(plan).toEqual([
    {
      adjustment: 'The whites need to be greatly reduced.',
      issue: 'The sky above the harbour is almost white and has lost its shape.',
      solution: 'Lower whites give the clouds their form back.',
    },
    {
      adjustment: 'The exposure should be slightly increased.',
      issue: 'The boats are too dark to read.',
      solution: 'A little more light shows their colour.',
    },
  ]);
  expect(readMonetPlan('Nothing of the kind.')).toEqual([]);
});

test('needsNothing() hears the sentence that ends a stage, in bold or not', () => {
  expect(needsNothing('All good. **No further adjustments are needed**.')).toBe(true);
  expect(needsNothing(fixture('monetgpt-plan-tones.txt'))).toBe(false);
});

test('readMonetNumbers() damps what overshoots, by the table', () => {
  const [edit] = readMonetNumbers(fixture('monetgpt-numbers-tones.txt'), tones!).edits;
  expect(edit!.settings).toEqual({ Exposure2012: 0.2, Contrast2012: -10, Whites2012: -65, Blacks2012: -12 });
  const cooler = readMonetNumbers('{"Temperature": -40, "Saturation": -30, "Tint": 7}', color!).edits[0]!;
  expect(cooler.settings).toEqual({ IncrementalTemperature: -20, IncrementalTint: 7, Saturation: -10 });
});

test('readMonetNumbers() clamps, leaves out other stages, and reads names that are escaped or nested', () => {
  const text =
    '{"adjustments": {"HueAdjustment\\_Red": 400, "Exposure": 20, "SaturationAdjustmentBlue": "+9"}}';
  const [edit] = readMonetNumbers(text, selective!).edits;
  expect(edit!.settings).toEqual({ HueAdjustmentRed: 100, SaturationAdjustmentBlue: 9 });
  expect(edit!.report.map(({ why }) => why)).toEqual(['outside −100…100', 'not of this stage']);
});

test('readMonetNumbers() says what is missing', () => {
  expect(readMonetNumbers('soon', tones!).problems).toEqual([
    'The reply holds no JSON object of adjustments.',
  ]);
  expect(readMonetNumbers('{"Tint": 5}', tones!).problems[0]).toMatch(
    /^No operation of this stage is named: Blacks/,
  );
});
