import { readFileSync } from 'node:fs';
import { ACCEPTED, OPENAI_FIELDS } from '../support/model-server/accepted.ts';
import { checkRequest } from '../support/model-server/check-request.ts';

/** The package's types are generated from the published OpenAPI document. */
const types = readFileSync(
  new URL('../../node_modules/openai/resources/chat/completions/completions.d.ts', import.meta.url),
  'utf8',
);

test('the double knows the request fields that OpenAI publishes, and no others', () => {
  const [, body = ''] = /export interface ChatCompletionCreateParamsBase \{([\s\S]*?)\n\}/.exec(types) ?? [];
  const published = [...body.matchAll(/^ {4}([a-z_]+)\??:/gm)].map(([, name]) => name);
  expect(published.length).toBeGreaterThan(20);
  expect([...OPENAI_FIELDS].sort()).toEqual(published.sort());
});

const well = { model: 'm', messages: [{ role: 'user', content: 'hi' }] };

test.each([
  [
    'a field of another server',
    { ...well, chat_template_kwargs: {} },
    /Unknown parameter: 'chat_template_kwargs'/,
  ],
  ['a guided decoding that vLLM once had', { ...well, guided_json: {} }, /Unknown parameter/],
  [
    'a picture to be fetched',
    {
      ...well,
      messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'http://x/y.jpg' } }] }],
    },
    /content\[0\]/,
  ],
  ['a temperature out of range', { ...well, temperature: 3 }, /temperature/],
  [
    'JSON mode without the word',
    { ...well, response_format: { type: 'json_object' } },
    /must contain the word 'json'/,
  ],
  ['an unknown role', { ...well, messages: [{ role: 'wizard', content: 'hi' }] }, /role/],
  [
    'a strict schema that is not',
    {
      ...well,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'x', strict: true, schema: { type: 'object', properties: { a: {} } } },
      },
    },
    /Invalid schema/,
  ],
])('the double refuses %s', (_, body, message) => {
  expect(checkRequest(body, 'openai', {})?.message).toMatch(message);
});

test('the double takes what is well', () => {
  for (const kind of Object.keys(ACCEPTED) as (keyof typeof ACCEPTED)[])
    expect(checkRequest(well, kind, {})).toBeUndefined();
});
