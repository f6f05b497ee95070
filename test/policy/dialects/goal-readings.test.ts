import { LOOKS } from '#looks/looks.ts';
import { readGoalReadings, UNSPOKEN } from '#policy/dialects/goal-readings.ts';
import { AXES, GOAL_REGIONS } from '#wire/goal.ts';
import { fixture } from './fixture.ts';

function goalsOf(goals: unknown, instruction = 'x') {
  return readGoalReadings(JSON.stringify({ readings: [{ goals }] }), instruction).readings[0]?.goals ?? [];
}

test('readGoalReadings() reads every reading with its goals', () => {
  const reply = readGoalReadings(fixture('json-hybrid.json'), 'Give it late  Light');
  expect(reply.readings.map(({ title }) => title)).toEqual(['Low golden sun', 'After sunset']);
  expect(reply.readings[0]!.goals).toEqual([
    { axis: 'warmth', direction: 1, amount: 1.2, region: null, words: 'late light' },
    { axis: 'saturation', direction: -1, amount: 0.5, region: 'green', words: UNSPOKEN },
  ]);
  expect(reply.reasoning).toMatch(/^A meadow/);
});

test('words that the person did not say are not evidence', () => {
  const [goal] = goalsOf([{ axis: 'brightness', direction: 'more', words: '+5 EV' }], 'a bit brighter');
  expect(goal!.words).toBe(UNSPOKEN);
});

test('every axis, region and look of the vocabulary is understood', () => {
  for (const axis of AXES) expect(goalsOf([{ axis, direction: 'more' }])[0]?.axis).toBe(axis);
  for (const region of GOAL_REGIONS)
    expect(goalsOf([{ axis: 'warmth', direction: 'less', region }])[0]?.region).toBe(region);
  for (const { name } of LOOKS) {
    const { readings } = readGoalReadings(JSON.stringify({ readings: [{ styles: [name] }] }), 'x');
    expect(readings[0]?.styles[0]?.name).toBe(name);
  }
});

test('directions come as words, signs and numbers; amounts stay within 0…2', () => {
  const directions = ['more', 'less', 1, -1, '+1', 'increase', 'decrease'];
  const goals = goalsOf(directions.map((direction) => ({ axis: 'warmth', direction, amount: 9 })));
  expect(goals.map(({ direction }) => direction)).toEqual([1, -1, 1, -1, 1, 1, -1]);
  expect(goals.every(({ amount }) => amount === 2)).toBe(true);
});

test('what the vocabulary does not know is left out with a note', () => {
  const goals = [
    { axis: 'blur', direction: 'more' },
    { axis: 'warmth', direction: 'sideways' },
    { axis: 'warmth', direction: 'more', region: 'eyes' },
    { axis: 'contrast', direction: 'more', amount: 0 },
    { axis: 'contrast', direction: 'more' },
  ];
  const [reading] = readGoalReadings(
    JSON.stringify({ readings: [{ goals, styles: ['nope'] }] }),
    'x',
  ).readings;
  expect(reading!.goals).toMatchObject([{ axis: 'contrast' }]);
  expect(reading!.notes).toEqual([
    '"blur" is no axis.',
    'The direction of warmth is neither "more" nor "less".',
    '"eyes" is no region.',
    '"nope" is no look of the list.',
  ]);
});

test('locks name an axis, a region or a parameter; those that the person did not speak of are only care', () => {
  const locks = [
    { what: 'skin', mode: 'natural' },
    { what: 'contrast', mode: 'nonsense', words: 'keep the contrast' },
    { what: 'sky', mode: 'unchanged', words: 'sky' },
    { what: 'Exposure2012' },
    { what: 'Whites2012', words: 'Whites' },
    { what: '__proto__' },
  ];
  const text = JSON.stringify({ readings: [{ goals: [{ axis: 'warmth', direction: 1 }], locks }] });
  expect(readGoalReadings(text, 'Keep the contrast and the Whites').readings[0]!.locks).toMatchObject([
    { what: 'skin', kind: 'region', mode: 'natural', words: UNSPOKEN },
    { what: 'contrast', kind: 'axis', mode: 'unchanged', words: 'keep the contrast' },
    { what: 'sky', kind: 'region', mode: 'natural', words: UNSPOKEN },
    { what: 'Whites2012', kind: 'parameter', mode: 'unchanged' },
  ]);
});

test('a reply without a usable reading says why', () => {
  expect(readGoalReadings('Sorry.', 'x').problems).toEqual(['The reply holds no JSON object.']);
  const text = '{"readings": [{"goals": [{"axis": "blur", "direction": "more"}]}]}';
  expect(readGoalReadings(text, 'x').problems).toEqual([
    'No reading names a goal or a look that can be used.',
    '"blur" is no axis.',
  ]);
});
