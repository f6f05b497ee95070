import { withServer } from '../../openai/support.ts';
import {
  answer,
  breakOff,
  type Play,
  rawStream,
  reset,
  stall,
  status,
  webPage,
  wholeAnswer,
} from '../../support/model-server/plays.ts';
import { fixture } from '../dialects/fixture.ts';
import { policyOver, solver, wish } from './setup.ts';

const request = wish('warmer, late light');
const HYBRID = fixture('json-hybrid.json');

test('a whole hybrid turn over HTTP: schema, picture, thinking while it arrives, readings, sliders', async () => {
  await withServer({ plays: [answer(HYBRID)] }, async (model, server) => {
    const pieces: string[] = [];
    const proposals = await policyOver(model).doPropose({
      ...request,
      onThinking: (piece) => pieces.push(piece),
    });
    expect(proposals.map(({ title }) => title)).toEqual(['Low golden sun', 'After sunset']);
    expect(pieces.join('')).toBe((JSON.parse(HYBRID) as { reasoning: string }).reasoning);
    expect(pieces.length).toBeGreaterThan(3);
    const [sent] = server.requests;
    expect(sent!.refused).toBeUndefined();
    expect(sent!.body['response_format']).toMatchObject({
      type: 'json_schema',
      json_schema: { strict: true },
    });
    expect(JSON.stringify(sent!.body)).not.toContain(request.observation.photo.name);
  });
});

for (const kind of ['openai', 'vllm', 'sglang', 'ollama', 'lmstudio', 'openrouter', 'gemini'] as const) {
  test(`${kind} is sent nothing that its published API does not know`, async () => {
    await withServer({ kind, plays: [answer(HYBRID)] }, async (model, server) => {
      const [first] = await policyOver(model).doPropose(request);
      expect(first!.title).toBe('Low golden sun');
      expect(server.requests.map(({ refused }) => refused)).toEqual([undefined]);
    });
  });
}

/** What a server may do instead; afterwards it answers properly. */
const REPAIRED: readonly (readonly [claim: string, play: Play])[] = [
  ['prose', answer('I would warm it up a little.')],
  ['a cut answer without a reading', answer('{"reasoning": "The pic', { finish: 'length' })],
  ['another schema', wholeAnswer('{"edits": [{"tool": "brush"}]}')],
  [
    'an empty answer in pieces',
    rawStream(
      'data: {"choices":[{"index":0,"delta":{"content":"{}"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
    ),
  ],
];
describe('one repair puts right', () => {
  for (const [claim, play] of REPAIRED) {
    test(claim, async () => {
      await withServer({ plays: [play, answer(HYBRID)] }, async (model) => {
        const [first] = await policyOver(model).doPropose(request);
        expect(first!.title).toBe('Low golden sun');
      });
    });
  }
});

/** What a server may go on doing. */
const HOPELESS: readonly (readonly [claim: string, play: Play])[] = [
  ['server errors', status(500)],
  ['a page of a proxy', webPage(502)],
  ['a refused key', status(401)],
  ['a connection that is reset', reset('{"rea')],
  ['streams that break off', breakOff()],
  ['a refusal', answer('I can’t help with that.', { finish: 'content_filter' })],
  ['too many requests, for longer than anybody waits', status(429, undefined, { 'Retry-After': '9999' })],
];
describe('the embedded policy answers despite', () => {
  for (const [claim, play] of HOPELESS) {
    test(claim, async () => {
      const key = 'sk-do-not-tell-0123456789';
      await withServer({ plays: [play], model: { key } }, async (model) => {
        const given = await policyOver(model).doPropose(request);
        const plain = await solver.doPropose(request);
        expect(given.map(({ settings }) => settings)).toEqual(plain.map(({ settings }) => settings));
        expect(given[0]!.reasoning[0]!.text).toMatch(/^Made without the model: \S/);
        expect(JSON.stringify(given)).not.toContain(key);
      });
    });
  }
});

test('a model that answers without end is left when its time is over, and the embedded policy answers', async () => {
  await withServer({ plays: [stall()] }, async (model, server) => {
    const notes: string[] = [];
    const onNote = (note: string) => notes.push(note);
    const given = await policyOver(model, { patienceMs: 50 }).doPropose({ ...request, onNote });
    expect(given.length).toBeGreaterThan(0);
    expect(notes).toEqual([
      expect.stringMatching(/^test:double could not be used, so embedded\/1 .*was not done/),
    ]);
    await server.idle();
    expect(server.abandoned).toBe(1);
  });
});

test('a JarvisArt checkpoint behind vLLM, its thinking in the text', async () => {
  await withServer({ kind: 'vllm', plays: [answer(fixture('jarvisart-masks.txt'))] }, async (model) => {
    const [first] = await policyOver(model, { dialect: 'jarvisart' }).doPropose({
      ...request,
      candidates: 1,
    });
    expect(first!.settings.MaskGroupBasedCorrections).toHaveLength(4);
    expect(first!.reasoning[1]!.text).toMatch(/^The photo shows a rider/);
  });
});
