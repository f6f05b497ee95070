import fc from 'fast-check';
import { extractJson } from '#openai/extract-json.ts';
import { readReasoningKey } from '#openai/reasoning-key.ts';
import { splitThinking } from '#openai/split-thinking.ts';

/** A text cut into pieces at any places. */
const cuts = fc.array(fc.nat(400), { maxLength: 12 });
function cutAt(text: string, places: readonly number[]): string[] {
  const sorted = [...new Set([0, ...places.map((place) => place % (text.length + 1)), text.length])].sort(
    (a, b) => a - b,
  );
  return sorted.slice(1).map((end, i) => text.slice(sorted[i], end));
}

test('splitThinking() finds the same however the text is cut', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', ' ', '<', '>', '/', 'think', '\n', '{"a": 1}', '</thin'),
  });
  fc.assert(
    fc.property(
      words.filter((text) => !text.includes('</think>')),
      words,
      cuts,
      (thought, answer, places) => {
        const splitter = splitThinking();
        let [thoughts, answers] = ['', ''];
        for (const piece of cutAt(` <think>${thought}</think>\n${answer}`, places)) {
          const more = splitter.push(piece);
          thoughts += more.thought;
          answers += more.answer;
        }
        const rest = splitter.end();
        expect([thoughts + rest.thought, answers + rest.answer]).toEqual([thought, answer.trimStart()]);
      },
    ),
  );
});

test('splitThinking() leaves a text without thinking as it is', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.trimStart().startsWith('<think>')),
      cuts,
      (text, places) => {
        const splitter = splitThinking();
        const pieces = [...cutAt(text, places).map((piece) => splitter.push(piece)), splitter.end()];
        expect(pieces.map(({ thought }) => thought).join('')).toBe('');
        expect(
          pieces
            .map(({ answer }) => answer)
            .join('')
            .trimStart(),
        ).toBe(text.trimStart());
      },
    ),
  );
});

test('readReasoningKey() reads the first key as JSON.parse() does, however the text is cut', () => {
  const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(texts, fc.boolean(), fc.anything(), cuts, ([first, ...more], asList, other, places) => {
      const value = asList ? [first, ...more] : first;
      const json = JSON.stringify({ reasoning: value, settings: other }, null, 1);
      const reader = readReasoningKey();
      const read = cutAt(json, places)
        .map((piece) => reader.push(piece))
        .join('');
      const expected = asList ? [first, ...more].join('\n') : first;
      // These two of JSON's short escapes are left out as they only move a printer's head.
      expect(read).toBe(expected!.replace(/[\r\b\f]/g, ''));
    }),
  );
});

test.each([
  ['{"answer": 1, "reasoning": "later"}', ''],
  ['{"reasoning": {"seen": "dusk", "why": ["low sun", "haze"]}, "x": "no"}', 'dusk\nlow sun\nhaze'],
  ['```json\n{ "reasoning" : "fenced" }\n```', 'fenced'],
  ['{"reasoning": 5, "x": "no"}', ''],
  ['{"reasoning": null, "x": "no"}', ''],
  ['{"reasoning": "cut off in the mid', 'cut off in the mid'],
  ['{"reasoning": "\\ud83c\\udf05 \\u00fc\\n\\"q\\" \\/"}', '🌅 ü\n"q" /'],
  ['{"reasoning": "\\uZZZZ!"}', '!'],
  ['[{"reasoning": "in a list"}]', 'in a list'],
  ['no object', ''],
])('readReasoningKey() of %s is %j', (json, read) => {
  expect(readReasoningKey().push(json)).toBe(read);
});

test('extractJson() finds an object in any prose around it', () => {
  const prose = fc.string().filter((text) => !/[{}"\\]/.test(text));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), prose, prose, (value, before, after) => {
      const json = JSON.stringify(value);
      expect(JSON.parse(extractJson(`${before}${json}${after}`))).toEqual(JSON.parse(json));
    }),
  );
});

test.each([
  ['Use {braces} like {this}: {"a": {"b": "}"}} done', '{"a": {"b": "}"}}'],
  ['```json\n{"a": 1}\n```', '{"a": 1}'],
  ['{"a": [1, 2', '{"a": [1, 2'],
  ['Sure! {"a": 1, } and more', '{"a": 1, }'],
  ['Here: {"a": [{"b": 1}, {"b": 2},]} done', '{"a": [{"b": 1}, {"b": 2},]}'],
  ['{"a": [{"b": 1}, {"b"', '{"a": [{"b": 1}, {"b"'],
  ['nothing', 'nothing'],
  ['', ''],
])('extractJson() of %j is %j', (text, found) => {
  expect(extractJson(text)).toBe(found);
});

test('extractJson() does not lose itself in braces', () => {
  const text = '{'.repeat(200_000);
  expect(extractJson(text)).toBe(text);
});
