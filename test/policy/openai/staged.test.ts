import type { ChatRequest } from '#openai/chat.ts';
import { RetouchError } from '#wire/error.ts';
import { fixture } from '../dialects/fixture.ts';
import { type Scripted, scriptedChat } from './scripted-chat.ts';
import { policyOver, wish } from './setup.ts';

const monetgpt = { dialect: 'monetgpt' } as const;
const one = wish('a bright harbour day', { candidates: 1 });

const NUMBERS = [
  fixture('monetgpt-numbers-tones.txt'),
  '{"Temperature": 30, "Saturation": 12}',
  '{"HueAdjustmentGreen": -40}',
];

/** Plans and numbers by turns, as long as the stages ask. */
function staged(change: Partial<Record<number, Scripted>> = {}) {
  return scriptedChat(
    (_, turn) =>
      change[turn] ?? (turn % 2 === 0 ? fixture('monetgpt-plan-tones.txt') : NUMBERS[(turn - 1) / 2]!),
  );
}

function imageOf({ messages }: ChatRequest): string {
  return Buffer.from(messages[1]!.images![0]!).toString('base64');
}

test('three stages of plan and numbers make one edit', async () => {
  const chat = staged();
  const [first] = await policyOver(chat, monetgpt).doPropose(one);
  expect(first!.settings).toEqual({
    IncrementalTemperature: 30,
    Exposure2012: 0.2,
    Contrast2012: -10,
    Whites2012: -65,
    Blacks2012: -12,
    Saturation: 12,
    HueAdjustmentGreen: -40,
  });
  expect(chat.requests).toHaveLength(6);
});

test('each stage sees the picture as the stages before it left it, rendered by this engine', async () => {
  const chat = staged();
  await policyOver(chat, monetgpt).doPropose(one);
  const images = chat.requests.map(imageOf);
  expect(images[0]).toBe(images[1]);
  expect(new Set(images).size).toBe(3);
  expect(chat.requests[1]!.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
});

test('plans are told as what the model saw', async () => {
  const [first] = await policyOver(staged(), monetgpt).doPropose(one);
  expect(first!.reasoning.filter(({ step }) => step === 'seen')[0]).toEqual({
    step: 'seen',
    text: 'The sky above the harbour is almost white and has lost its shape. → The whites need to be greatly reduced. → Lower whites give the clouds their form back.',
    evidence: 'said by test:scripted',
  });
});

test('a stage that needs nothing is not put into numbers', async () => {
  const chat = scriptedChat((_, turn) =>
    turn === 0
      ? '**No further adjustments are needed**'
      : turn % 2 === 1
        ? fixture('monetgpt-plan-tones.txt')
        : NUMBERS[turn / 2]!,
  );
  const [first] = await policyOver(chat, monetgpt).doPropose(one);
  expect(first!.settings).toEqual({ IncrementalTemperature: 30, Saturation: 12, HueAdjustmentGreen: -40 });
  expect(chat.requests).toHaveLength(5);
});

test('where the model fails midway, what the stages before have done stays, and the trace says so', async () => {
  const chat = staged({ 4: new RetouchError('timeout', 'It took too long') });
  const [first] = await policyOver(chat, monetgpt).doPropose(one);
  expect(first!.settings).toMatchObject({ Whites2012: -65, Saturation: 12 });
  expect(first!.settings['HueAdjustmentGreen']).toBeUndefined();
  expect(first!.reasoning.at(-1)!.text).toContain('Stage “Selective color” left out (It took too long)');
});

test('numbers that cannot be read are asked for once more', async () => {
  const chat = scriptedChat((request) => {
    const last = request.messages.at(-1)!.text;
    if (last.startsWith('Your answer')) return '{"Exposure": 50}';
    if (last.startsWith('Now give'))
      return last.length > 0 && request.messages[1]!.text.includes('Blacks') ? 'about half' : '{}';
    return request.messages[1]!.text.includes('Blacks')
      ? fixture('monetgpt-plan-tones.txt')
      : 'No further adjustments are needed';
  });
  const [first] = await policyOver(chat, monetgpt).doPropose(one);
  expect(first!.settings).toEqual({ Exposure2012: 0.5 });
});
