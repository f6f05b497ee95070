import { readJsonEdits } from '#policy/dialects/json-edits.ts';
import { settingsSchema } from '#settings/schema.ts';
import { context, fixture } from './fixture.ts';

test('readJsonEdits() reads candidates with settings, curve and local values as the sliders show them', () => {
  const { edits, problems } = readJsonEdits(fixture('json-direct.json'), context);
  expect(problems).toEqual([]);
  expect(edits.map(({ title }) => title)).toEqual(['Late golden light', 'Deep dusk, darker sky']);
  expect(edits[0]!.settings).toEqual({
    IncrementalTemperature: 28,
    Exposure2012: -0.25,
    Highlights2012: -30,
    SaturationAdjustmentGreen: -25,
  });
  const dusk = edits[1]!.settings;
  expect(dusk['ToneCurvePV2012']).toEqual([
    [0, 8],
    [128, 120],
    [255, 250],
  ]);
  // −0.8 EV is stored as EV/4, 20 as a hundredth.
  expect(dusk.MaskGroupBasedCorrections![0]!.values).toEqual({ LocalExposure2012: -0.2, LocalDehaze: 0.2 });
  expect(dusk.MaskGroupBasedCorrections![0]!.masks[0]).toMatchObject({ kind: 'ai', target: 'sky' });
  for (const { settings } of edits) expect(settingsSchema.safeParse(settings).success).toBe(true);
});

const FORMS: readonly (readonly [claim: string, text: string])[] = [
  ['settings as a table', '{"reasoning": "r", "candidates": [{"settings": {"Exposure2012": 0.5}}]}'],
  ['one candidate without a list', '{"reasoning": "r", "settings": {"exposure": "+0.5 EV"}}'],
  ['a bare list', '[{"title": "a", "settings": {"Exposure": 0.5}}]'],
  ['settings alone', 'Here: {"Exposure2012": 0.5, "title": "brighter"}'],
];
describe('readJsonEdits() understands', () => {
  for (const [claim, text] of FORMS) {
    test(claim, () => {
      expect(readJsonEdits(text, context).edits[0]?.settings).toEqual({ Exposure2012: 0.5 });
    });
  }
});

test('readJsonEdits() reports what it clamps, leaves out and reads as something else', () => {
  const text = JSON.stringify({
    candidates: [
      {
        settings: {
          Exposure2012: 9,
          Sparkle: 3,
          Temperature: 5000,
          Contrast2012: 'lots',
          WhiteBalance: 'Auto',
        },
      },
    ],
  });
  const [edit] = readJsonEdits(text, context).edits;
  expect(edit!.settings).toEqual({ Exposure2012: 5, IncrementalTemperature: expect.closeTo(-46.15, 1) });
  expect(edit!.report.map(({ name }) => name).sort()).toEqual(
    ['Contrast2012', 'Exposure2012', 'IncrementalTemperature', 'Sparkle', 'WhiteBalance'].sort(),
  );
});

test('a temperature below 1000 is a shift', () => {
  const [edit] = readJsonEdits(
    '{"candidates": [{"settings": {"Temperature": -12, "Tint": 4}}]}',
    context,
  ).edits;
  expect(edit!.settings).toEqual({ IncrementalTemperature: -12, IncrementalTint: 4 });
});

test('a region that the photo does not have makes no mask', () => {
  const text =
    '{"candidates": [{"settings": {"Contrast2012": 5}, "local": [{"region": "sky", "values": {"Exposure": 1}}]}]}';
  const [edit] = readJsonEdits(text, { ...context, place: () => undefined }).edits;
  expect(edit!.settings).toEqual({ Contrast2012: 5 });
  expect(edit!.report).toMatchObject([{ why: 'not found in this photo' }]);
});

test('readJsonEdits() says what to put right when nothing can be used', () => {
  expect(readJsonEdits('No.', context).problems).toEqual(['The reply holds no JSON object.']);
  expect(readJsonEdits('{"candidates": [{"settings": {"Sparkle": 1}}]', context).problems).toEqual([
    'No candidate has settings that can be used.',
    'The JSON is damaged: ends in the middle.',
  ]);
});
