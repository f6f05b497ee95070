import { scoreAbsolutely } from '#reward/openai/absolute-scores.ts';
import { RetouchError } from '#wire/error.ts';
import { imagesOf, type Line, scriptedChat, wordsOf } from './support.ts';

const request = { instruction: 'make it autumn', before: Uint8Array.of(1), after: Uint8Array.of(2) };
const good = { reasoning: 'Fits.', score: 8 };

/** Says the lines in turn about how well the wish was done, and is content with the rest. */
function chatAboutFit(...lines: readonly Line[]) {
  let turn = 0;
  return scriptedChat({
    score: (asked) =>
      wordsOf(asked).includes('do what was wished') ? lines[Math.min(turn++, lines.length - 1)]! : good,
  });
}

describe('scoreAbsolutely()', () => {
  test('asks for each score by itself, and shows it only what it is about', async () => {
    const chat = scriptedChat({ score: good });
    const scores = await scoreAbsolutely(chat, request);
    expect(scores.instructionFit).toMatchObject({ ok: true, score: 8, reason: 'Fits.', retries: 0 });
    expect(chat.asked.map(imagesOf)).toEqual([
      [request.before, request.after],
      [request.after],
      [request.before, request.after],
    ]);
    const aboutWish = chat.asked.map((asked) => wordsOf(asked).includes('autumn'));
    expect(aboutWish).toEqual([true, false, false]);
  });

  test.each<[string, readonly Line[], object]>([
    ['a reply that needs repair', ['eight', good], { ok: true, score: 8, retries: 1 }],
    ['a score in a string', [{ score: '7.5/10' }], { ok: true, score: 7.5, retries: 0 }],
    [
      'a server that comes back',
      [new RetouchError('busy', 'Too many requests'), good],
      { ok: true, score: 8, retries: 1 },
    ],
    ['replies that are never usable', ['no'], { ok: false, code: 'model-failed', retries: 5 }],
    ['a score beyond the scale, always', [{ score: 42 }], { ok: false, code: 'model-failed', retries: 5 }],
    [
      'a refused key',
      [new RetouchError('unauthorized', 'The key was refused')],
      { ok: false, code: 'unauthorized', message: 'The key was refused', retries: 0 },
    ],
  ])('%s is counted and told', async (_, lines, expected) => {
    const { instructionFit, perceptualQuality } = await scoreAbsolutely(chatAboutFit(...lines), request);
    expect(instructionFit).toMatchObject(expected);
    expect(perceptualQuality).toMatchObject({ ok: true, score: 8 });
  });

  test('adds up what all requests cost, those for repairs too', async () => {
    const { instructionFit } = await scoreAbsolutely(chatAboutFit('no', good), request);
    expect(instructionFit.usage).toEqual({ inputTokens: 200, outputTokens: 40, cost: 0.002 });
  });

  test('stops when it is cancelled', async () => {
    const chat = chatAboutFit(new RetouchError('cancelled', 'Cancelled'));
    await expect(scoreAbsolutely(chat, request)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
