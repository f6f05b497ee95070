import { comparePair } from '#reward/openai/compare-pair.ts';
import { imagesOf, scriptedChat } from './support.ts';

const [before, first, second] = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)] as const;

describe('comparePair()', () => {
  test.each([
    ['A', 'B', 'first'],
    ['B', 'A', 'second'],
    ['version a', 'B ', 'first'],
    ['A', 'A', 'inconsistent'],
    ['B', 'B', 'inconsistent'],
    ['tie', 'tie', 'tie'],
    ['A', 'tie', 'tie'],
    ['tie', 'A', 'tie'],
  ])('"%s", and swapped "%s", is %s', async (straight, swapped, verdict) => {
    const chat = scriptedChat({
      comparison: (asked) => ({ reasoning: 'x', better: imagesOf(asked)[1] === first ? straight : swapped }),
    });
    expect(await comparePair(chat, 'warmer', [], before, first, second)).toMatchObject({ verdict });
  });

  test('shows both orders, with the photo before as the first', async () => {
    const chat = scriptedChat({ comparison: { reasoning: 'x', better: 'tie' } });
    await comparePair(chat, 'warmer', [], before, first, second);
    expect(chat.asked.map(imagesOf)).toEqual([
      [before, first, second],
      [before, second, first],
    ]);
  });
});
