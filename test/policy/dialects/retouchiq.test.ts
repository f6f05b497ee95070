import { readRetouchIq } from '#policy/dialects/retouchiq.ts';
import { context, fixture } from './fixture.ts';

test('readRetouchIq() reads the form that the paper prints, with the reasoning before it', () => {
  const { edits } = readRetouchIq(fixture('retouchiq-paper.txt'), context);
  expect(edits).toHaveLength(1);
  expect(edits[0]!.settings).toEqual({
    Exposure2012: 0.9,
    Contrast2012: -30,
    SaturationAdjustmentOrange: 12,
  });
  expect(edits[0]!.reasoning).toMatch(/^The scene is underexposed .* warm the leaves\.$/);
});

test('readRetouchIq() reads reasoning and a list of operations in one object', () => {
  const [edit] = readRetouchIq(fixture('retouchiq-json.txt'), context).edits;
  expect(edit!.settings).toEqual({
    Exposure2012: 0.35,
    IncrementalTemperature: 18,
    SaturationAdjustmentGreen: -40,
    GrainFrequency: 30,
  });
  expect(edit!.reasoning).toMatch(/^A dull autumn path/);
  expect(edit!.report).toMatchObject([{ name: 'Sparkle', why: 'no such setting' }]);
});

test('readRetouchIq() takes the edit after objects that only think', () => {
  const text = '<think>{"mood": "calm"}</think> {"plan": "soft"} then {"contrast": -10}';
  expect(readRetouchIq(text, context).edits[0]!.settings).toEqual({ Contrast2012: -10 });
});

test('readRetouchIq() says what is missing', () => {
  expect(readRetouchIq('I would make it warmer.', context)).toEqual({
    edits: [],
    problems: ['The reply holds no edit.'],
  });
  expect(readRetouchIq('{"sparkle": 1}', context).problems).toEqual(['The edit names no known setting.']);
});
