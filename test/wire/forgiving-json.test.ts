import { readJsonObject, readJsonObjects } from '#wire/forgiving-json.ts';

const READ: readonly (readonly [claim: string, text: string, value: unknown])[] = [
  ['a fence with prose around', 'Sure!\n```json\n{"a": 1}\n```\nEnjoy.', { a: 1 }],
  ['what follows the thinking', '<think>maybe {"a": 9}</think>{"a": 1}', { a: 1 }],
  ['an answer whose thinking lost its opening tag', 'so {"a": 9}</think>\n{"a": 1}', { a: 1 }],
  ['the last of two drafts', '{"a": 1} or rather {"a": 2}', { a: 2 }],
  ['spare commas', '{"a": [1, 2,, 3,], "b": 4,}', { a: [1, 2, 3], b: 4 }],
  ['missing commas', '{"a": "x" "b": 2\n"c": 3}', { a: 'x', b: 2, c: 3 }],
  ['missing closers', '{"a": {"b": [1, {"c": 2', { a: { b: [1, { c: 2 }] } }],
  ['single quotes and apostrophes', "{'a': 'it's', 'b': True, 'c': None}", { a: "it's", b: true, c: null }],
  ['quotes within a text', '{"a": "the "warm" one", "b": 1}', { a: 'the "warm" one', b: 1 }],
  ['typographic quotes', '{“a”: “x”}', { a: 'x' }],
  ['comments', '{"a": 1, // one\n "b": 2 /* two */, # three\n "c": "//no"}', { a: 1, b: 2, c: '//no' }],
  ['the form of the paper', 'edit = {exposure=+0.9; contrast=-30}', { exposure: 0.9, contrast: -30 }],
  ['a true minus sign', '{"a": −30}', { a: -30 }],
  ['bare words', '{mood: dark and quiet, "b": .5}', { mood: 'dark and quiet', b: 0.5 }],
  ['raw line breaks', '{"a": "one\ntwo"}', { a: 'one\ntwo' }],
  ['escapes', '{"a": "\\u00e9\\n\\"\\/"}', { a: 'é\n"/' }],
  ['a closing tag after a cut', '<answer>{"a": "x", "b": 1 </answer>', { a: 'x', b: 1 }],
  [
    'numbers that are none, left out',
    '{"a": NaN, "b": [1, Infinity], "c": 1e999, "d": 2}',
    { b: [1, null], d: 2 },
  ],
  [
    'keys that are not safe, left out',
    '{"__proto__": {"x": 1}, "constructor": 2, "a": {"prototype": 3}}',
    { a: {} },
  ],
  ['a key twice: the last', '{"a": 1, "a": 2}', { a: 2 }],
  ['nothing of an empty text', '', undefined],
];

describe('readJsonObject() reads', () => {
  for (const [claim, text, value] of READ) {
    test(claim, () => {
      expect(readJsonObject(text)?.value).toEqual(value);
    });
  }
});

test('readJsonObject() prefers the object that has the keys asked for', () => {
  const text =
    'I weigh {a few things} here: {"note": "see {x}"} {"reasoning": "r", "candidates": [{"reasoning": "s"}]} {}';
  expect(readJsonObject(text, ['reasoning', 'candidates'])?.value).toEqual({
    reasoning: 'r',
    candidates: [{ reasoning: 's' }],
  });
});

test('readJsonObject() finds an object that stray braces have swallowed', () => {
  const text = 'A {set of ideas. Then: {"reasoning": "r", "settings": {"Exposure2012": 1}}';
  expect(readJsonObject(text, ['reasoning', 'settings'])?.value).toEqual({
    reasoning: 'r',
    settings: { Exposure2012: 1 },
  });
});

test('readJsonObject() tells what it forgave, and nothing of clean JSON', () => {
  expect(readJsonObject('{"a": [1, {"b": "c"}]}')?.notes).toEqual([]);
  expect(readJsonObject('{"a": "b')?.notes).toEqual(['ends in the middle']);
  expect(readJsonObject('{"a": NaN}')?.notes).toEqual(['NaN is no number']);
});

test('readJsonObject() leaves prototypes alone', () => {
  const value = readJsonObject('{"__proto__": {"polluted": 1}, "a": {"__proto__": {"polluted": 1}}}')!.value;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Reflect.get(value, 'polluted')).toBeUndefined();
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('readJsonObjects() gives every outermost object', () => {
  expect(readJsonObjects('[{"a": 1}, {"b": {"c": 2}}]')).toEqual([{ a: 1 }, { b: { c: 2 } }]);
});

const HUGE: readonly (readonly [claim: string, text: string])[] = [
  ['a million opening braces', '{'.repeat(1e6)],
  ['nested members', '{"a":'.repeat(2e5)],
  ['quotes that never close', `{"a":"${'" '.repeat(5e5)}`],
  ['comments that never close', `{a:${'/*'.repeat(5e5)}`],
  ['backslashes', `{'${'\\'.repeat(1e6)}`],
  ['one text of 5 MB', `{"a":"${'x'.repeat(5e6)}"}`],
  ['closing tags', `${'</think>'.repeat(1e5)}{"a":1}`],
  ['ten thousand masks', `{"m":[${'{"kind":"linear","zeroX":0},'.repeat(1e4)}]}`],
];

describe('readJsonObject() bounds what it keeps of', () => {
  for (const [claim, text] of HUGE) {
    test(claim, () => {
      const value = readJsonObject(text)?.value ?? {};
      expect(JSON.stringify(value).length).toBeLessThan(1e6);
      expect(depthOf(value)).toBeLessThanOrEqual(33);
    });
  }
});

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
