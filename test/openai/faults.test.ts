import type { Profile } from '#openai/profile.ts';
import type { ErrorCode } from '#wire/error.ts';
import {
  answer,
  breakOff,
  chunk,
  flood,
  type Play,
  rawStream,
  reset,
  sendJson,
  silentUntil,
  stall,
  status,
  webPage,
  wholeAnswer,
} from '../support/model-server/plays.ts';
import type { ModelServerOptions } from '../support/model-server/start.ts';
import { modelFor, PLAIN, profileFor, WITH_SCHEMA, withServer } from './support.ts';

const never = new Promise<void>(() => {});
const data = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const says = (message: string, more = {}) => ({
  error: { message, type: 'x', param: null, code: null, ...more },
});

interface Fault {
  readonly what: string;
  readonly server: ModelServerOptions;
  readonly code: ErrorCode;
  /** The sentence that the person reads. */
  readonly tells: RegExp;
  /** Requests until it is given up. */
  readonly requests: number;
  readonly profile?: Partial<Profile>;
}

const play = (...plays: Play[]): ModelServerOptions => ({ plays });

const FAULTS: readonly Fault[] = [
  {
    what: 'a wrong key',
    server: { key: 'right' },
    code: 'model-failed',
    tells: /does not accept the key of "test": check it with "retouchiq models test test"/,
    requests: 1,
  },
  {
    what: 'a model that is not there',
    server: { models: ['another'] },
    code: 'model-failed',
    tells: /has no model "double" at this address: check --model and --base-url of "test".*does not exist/,
    requests: 1,
  },
  {
    what: 'a picture that is too large',
    server: play(status(413, says('Request Entity Too Large'))),
    code: 'model-failed',
    tells: /picture is too large.*make "imageEdge" of the profile "test" smaller/,
    requests: 1,
  },
  {
    what: 'a model without eyes',
    server: { can: { images: false } },
    code: 'model-failed',
    tells: /does not take pictures: use a vision model.*does not support image inputs/,
    requests: 1,
  },
  {
    what: 'too many requests without a time to wait',
    server: play(status(429, says('Rate limit reached'))),
    code: 'busy',
    tells: /takes no more requests for now.*Rate limit reached.*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'too many requests with a short time to wait',
    server: play(status(429, says('Slow down'), { 'retry-after-ms': '1' })),
    code: 'busy',
    tells: /takes no more requests for now.*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'too many requests with a wait beyond the deadline',
    server: play(status(429, says('Slow down'), { 'Retry-After': '3600' })),
    code: 'busy',
    tells: /asks to wait 3600 s/,
    requests: 1,
  },
  {
    what: 'an account without credit',
    server: play(status(429, says('You exceeded your current quota', { code: 'insufficient_quota' }))),
    code: 'model-failed',
    tells: /no credit left: top it up, or use another profile/,
    requests: 1,
  },
  {
    what: 'a server error',
    server: play(status(500)),
    code: 'model-failed',
    tells: /failed \(500\): try again later, or look into its log.*scripted.*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'a server that still loads its model',
    server: play(status(503, { detail: 'Loading model' })),
    code: 'busy',
    tells: /overloaded or still starting.*Loading model/,
    requests: 3,
  },
  {
    what: 'an error page of a proxy',
    server: play(webPage(502, 'Bad gateway <b>')),
    code: 'model-failed',
    tells: /failed \(502\).*It says: a web page, "Bad gateway"/,
    requests: 3,
  },
  {
    what: 'a web page in place of a reply',
    server: play(webPage(200, 'Sign in to the hotel network')),
    code: 'model-failed',
    tells: /answers with a web page, "Sign in to the hotel network".*check --base-url/,
    requests: 1,
  },
  {
    what: 'a redirection',
    server: play(status(307, '', { Location: 'http://elsewhere.example/v1' })),
    code: 'model-failed',
    tells: /sends requests on to another address \(elsewhere\.example\), which is not followed/,
    requests: 1,
  },
  {
    what: 'another API at this address',
    server: play(({ response }) => sendJson(response, 200, { status: 'ok' })),
    code: 'model-failed',
    tells: /answered, but not as a chat model does: check --base-url/,
    requests: 1,
  },
  {
    what: 'a connection cut before the reply',
    server: play(reset()),
    code: 'model-failed',
    tells: /connection to 127\.0\.0\.1:\d+ broke off.*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'a connection cut in the reply',
    server: play(reset('Well, ')),
    code: 'model-failed',
    tells: /broke off.*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'a stream that ends in the middle',
    server: play(breakOff()),
    code: 'model-failed',
    tells: /broke off in the middle.*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'a slow first token',
    server: play(silentUntil(never, answer('late'))),
    profile: { firstPieceMs: 60 },
    code: 'timeout',
    tells: /did not begin to answer within 60 ms: try again, or raise "firstPieceMs".*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'a stall in the middle',
    server: play(stall()),
    profile: { stallMs: 60 },
    code: 'timeout',
    tells: /stopped in the middle of its answer for 60 ms: try again, or raise "stallMs".*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'text that is not UTF-8',
    server: play(
      rawStream('data: {"choices":[{"delta":{"content":"', Uint8Array.of(0xc3, 0x28), '"}}]}\n\n'),
    ),
    code: 'model-failed',
    tells: /text that is not UTF-8.*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'a damaged stream',
    server: play(rawStream('data: {"choices":[{"delta":\n\ndata: [DONE]\n\n')),
    code: 'model-failed',
    tells: /damaged \(an event is not JSON\).*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'JSON that ends in the middle',
    server: play(({ response }) => sendJson(response, 200, '{"choices":[{"message":{"content":"Hel')),
    code: 'model-failed',
    tells: /not whole JSON.*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'an error within the stream',
    server: play(
      rawStream(
        data(chunk({ content: 'Well' })),
        data({ error: { message: 'Provider went away', code: 502 } }),
      ),
    ),
    code: 'model-failed',
    tells: /broke its answer off\. It says: Provider went away.*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'a reply of 50 megabytes',
    server: play(flood(50)),
    code: 'model-failed',
    tells: /sent far more than an answer can be, and was cut off/,
    requests: 1,
  },
  {
    what: 'a line of 50 megabytes',
    server: play(flood(50, 50 * 2 ** 20)),
    code: 'model-failed',
    tells: /a line of over a megabyte, and was cut off/,
    requests: 1,
  },
  {
    what: 'a whole answer of 50 megabytes',
    server: play(wholeAnswer('x'.repeat(50 * 2 ** 20))),
    code: 'model-failed',
    tells: /sent far more than an answer can be, and was cut off/,
    requests: 1,
  },
  {
    what: 'a refusal',
    server: play(rawStream(data(chunk({ refusal: 'I cannot help with that.' })), data(chunk({}, 'stop')))),
    code: 'model-failed',
    tells: /double declined: "I cannot help with that\."\. Say it differently, or use another model/,
    requests: 1,
  },
  {
    what: 'an answer that a filter withheld',
    server: play(answer('', { finish: 'content_filter' })),
    code: 'model-failed',
    tells: /withheld the answer \(content filter\)/,
    requests: 1,
  },
  {
    what: 'an empty answer',
    server: play(answer('  ')),
    code: 'model-failed',
    tells: /double answered with nothing.*\(tried 3 times\)/,
    requests: 3,
  },
  {
    what: 'tokens used up by thinking',
    server: play(answer('', { thinking: { field: 'reasoning', text: 'Hmm, ' }, finish: 'length' })),
    code: 'model-failed',
    tells: /used up its tokens with thinking: make "maxTokens" of the profile "test" larger/,
    requests: 1,
  },
];

test.each(FAULTS)(
  'ask() tells of $what, after $requests request(s)',
  async ({ server, code, tells, requests, profile = {} }) => {
    await withServer({ ...server, profile, model: { key: 'sk-wrong-key-1234' } }, async (model, double) => {
      const failed = await model.ask(WITH_SCHEMA).then(
        () => undefined,
        (error) => error,
      );
      expect(failed).toMatchObject({ code, message: expect.stringMatching(tells) });
      expect(failed.message).not.toContain('sk-wrong-key-1234');
      expect(double.requests).toHaveLength(requests);
      await double.idle();
    });
  },
);

test('ask() tells of a server that is not running, after one request', async () => {
  await withServer({}, async (model, server) => {
    await server.close();
    await expect(model.ask(PLAIN)).rejects.toMatchObject({
      code: 'model-failed',
      message: expect.stringMatching(
        /^Nothing answers at 127\.0\.0\.1:\d+: start the server, or check --base-url/,
      ),
    });
  });
});

test('ask() tells of a port that the Fetch standard blocks', async () => {
  await expect(modelFor(profileFor('http://127.0.0.1:6667/v1')).ask(PLAIN)).rejects.toMatchObject({
    code: 'model-failed',
    message: '127.0.0.1:6667 has a port that no web client connects to: let the server listen on another',
  });
});

test('ask() takes the answer that comes after failures', async () => {
  await withServer({ plays: [status(500), reset('W'), answer('Hello')] }, async (model) => {
    expect(await model.ask(PLAIN)).toMatchObject({ text: 'Hello', attempts: 3 });
  });
});

test('ask() gives up at its deadline, whatever the server does', async () => {
  const between = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
  await withServer(
    { plays: [answer('x'.repeat(100_000), { piece: 1, between })], profile: { totalMs: 80 } },
    async (model, server) => {
      await expect(model.ask(PLAIN)).rejects.toMatchObject({
        code: 'timeout',
        message: expect.stringMatching(/did not finish within 80 ms: try again, or raise "totalMs"/),
      });
      expect(server.requests).toHaveLength(1);
    },
  );
});

const ECHOES: readonly [string, (key: string) => unknown][] = [
  ['the key', (key) => says(`Incorrect API key provided: ${key}`)],
  ['the header', (key) => says(`Bad header Authorization: Bearer ${key}`)],
  ['another key', () => says('Your key sk-proj-0123456789abcdef has no access')],
  ['the key in a page', (key) => `<html><title>${key}</title></html>`],
  ['the key within a text', (key) => `error:${key}`],
];

test.each(ECHOES)('ask() hides %s that a server echoes', async (_, body) => {
  const key = 'my secret+key/ü=';
  await withServer({ plays: [status(401, body)], model: { key: encodeURIComponent(key) } }, async (model) => {
    const failed = (await model.ask(PLAIN).catch((error) => error)) as Error;
    const everything = JSON.stringify([failed.message, failed.stack, String(failed.cause), failed]);
    expect(everything).toContain('[key]');
    expect(everything).not.toContain(encodeURIComponent(key));
    expect(everything).not.toContain('0123456789abcdef');
  });
});

test('ask() keeps what steers a terminal out of its sentences', async () => {
  const evil = 'no\u001b[2J\u001b]0;owned\u0007\nroot# \u202edecalper';
  await withServer({ plays: [status(400, says(evil))] }, async (model) => {
    const { message } = (await model.ask(PLAIN).catch((error) => error)) as Error;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(message).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});
