import fc from 'fast-check';
import { readJsonObject } from '#wire/forgiving-json.ts';

const UNSAFE = ['__proto__', 'constructor', 'prototype'];

const key = fc.string({ maxLength: 12 }).filter((text) => !UNSAFE.includes(text));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));
const object = fc.dictionary(key, value, { maxKeys: 5 });

test('readJsonObject() agrees with JSON on every object, however it is laid out', () => {
  fc.assert(
    fc.property(object, fc.constantFrom(undefined, 2, '\t'), (given, indent) => {
      const text = JSON.stringify(given, null, indent);
      const read = readJsonObject(text, Object.keys(given));
      expect(read?.value).toEqual(JSON.parse(text));
      expect(read?.notes).toEqual([]);
    }),
  );
});

const pieces = fc.constantFrom(
  ...['{', '}', '[', ']', '"', "'", ':', ',', '\\', '/*', '//', '#', '\n', '<think>', '</think>', '```json'],
  ...['__proto__', 'NaN', '1e308', '-', '\\u12', '“', ' ', 'a', '"a":', '\u2028', '\ud800', '='],
);
const garbage = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 200 })
  .map((all) => all.join(''));

test('readJsonObject() never throws, whatever the text, and gives finite plain values only', () => {
  fc.assert(
    fc.property(garbage, (text) => {
      const read = readJsonObject(text);
      if (read) expectPlain(read.value);
    }),
    { numRuns: 500 },
  );
});

test('readJsonObject() keeps what came before the cut of an answer', () => {
  const long = { reasoning: 'warmer, calmer', first: { a: 1 }, second: { b: 2 } };
  const text = JSON.stringify(long);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length }), (length) => {
      const read = readJsonObject(text.slice(0, length), Object.keys(long))?.value ?? {};
      const complete = Object.keys(long).filter(
        (name) => text.indexOf(JSON.stringify(long[name as keyof typeof long])) + 20 < length,
      );
      expect(Object.keys(read)).toEqual(expect.arrayContaining(complete));
    }),
  );
});

function expectPlain(given: unknown): void {
  if (typeof given === 'number') expect(Number.isFinite(given)).toBe(true);
  if (typeof given !== 'object' || given === null) return;
  expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(given));
  for (const name of UNSAFE) expect(Object.hasOwn(given, name)).toBe(false);
  for (const one of Object.values(given)) expectPlain(one);
}
