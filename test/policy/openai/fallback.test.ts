import type { PolicyModel } from '#policy/policy.ts';
import { type ErrorCode, RetouchError } from '#wire/error.ts';
import { scriptedChat } from './scripted-chat.ts';
import { policyOver, solver, wish } from './setup.ts';

const DIALECTS = ['json', 'retouchiq', 'jarvisart', 'monetgpt'] as const;
const request = wish('warmer');

const FAILURES: readonly (readonly [code: ErrorCode, message: string])[] = [
  ['model-failed', 'The key was refused'],
  ['busy', 'Too many requests wait'],
  ['timeout', 'It did not finish within 3 s'],
  ['forbidden', 'Nothing may leave this machine'],
];

describe('the embedded policy answers, and says why, when', () => {
  for (const dialect of DIALECTS) {
    for (const [code, message] of FAILURES) {
      test(`${dialect}: ${code}`, async () => {
        const policy = policyOver(scriptedChat([new RetouchError(code, message)]), { dialect });
        const [plain, given] = [await solver.doPropose(request), await policy.doPropose(request)];
        expect(given.map(({ settings }) => settings)).toEqual(plain.map(({ settings }) => settings));
        for (const { reasoning } of given) {
          expect(reasoning[0]).toEqual({
            step: 'left',
            text: `Made without the model: ${message}`,
            evidence: 'test:scripted could not be used; embedded/1 took over',
          });
        }
      });
    }
    for (const text of [
      '',
      'I am sorry, I cannot help with that.',
      '{"reasoning": "The pic',
      '<html>502</html>',
      '{}',
      '[]',
      'null',
    ]) {
      test(`${dialect}: the model says ${JSON.stringify(text)}`, async () => {
        const given = await policyOver(scriptedChat([text]), { dialect }).doPropose(request);
        expect(given.length).toBeGreaterThan(0);
        expect(given[0]!.reasoning[0]!.text).toMatch(/^Made without the model: /);
      });
    }
  }
});

test('a plain error of the model’s client is a failure like any other', async () => {
  const [first] = await policyOver(scriptedChat([new TypeError('fetch failed')])).doPropose(request);
  expect(first!.reasoning[0]!.text).toBe('Made without the model: fetch failed');
});

test('a cancelled request stays cancelled, before and during the model’s work', async () => {
  const controller = new AbortController();
  const chat = scriptedChat(() => {
    controller.abort();
    return new RetouchError('cancelled', 'Cancelled');
  });
  const cancelled = { ...request, signal: controller.signal };
  await expect(policyOver(chat).doPropose(cancelled)).rejects.toMatchObject({ code: 'cancelled' });
  await expect(policyOver(chat).doPropose(cancelled)).rejects.toMatchObject({ name: 'AbortError' });
  expect(chat.requests).toHaveLength(1);
});

test('where nothing is found without the model, its failure is told instead of "nothing to do"', async () => {
  const policy = policyOver(scriptedChat([new RetouchError('timeout', 'It took too long')]));
  await expect(policy.doPropose(wish('zzz qqq'))).rejects.toMatchObject({
    code: 'timeout',
    message: 'It took too long. Without a model, nothing to change was found for this wish either',
  });
});

test('another policy than the solver may take over', async () => {
  const settings = { Exposure2012: 1 };
  const fallback: PolicyModel = {
    specVersion: 1,
    id: 'spare',
    doPropose: async () => [{ title: 'Spare', settings, reasoning: [] }],
  };
  const [first] = await policyOver(scriptedChat(['no']), { fallback }).doPropose(request);
  expect(first).toMatchObject({ title: 'Spare', settings });
  expect(first!.reasoning[0]!.evidence).toContain('spare took over');
});
