import { openAccount } from '#retouch/account.ts';

test('an account without models adds nothing to a result', () => {
  expect(openAccount().told()).toEqual({});
});

test('notes are told once and in order; answers and tokens add up', () => {
  const { onNote, onUsage, told } = openAccount();
  for (const note of ['Proposed by a', 'b could not judge', 'Proposed by a']) onNote(note);
  onUsage({ inputTokens: 10, outputTokens: 1, cost: 0.25 });
  onUsage({ answers: 3, inputTokens: 20, outputTokens: 2, cost: 0.5 });
  expect(told()).toEqual({
    notes: ['Proposed by a', 'b could not judge'],
    usage: { answers: 4, inputTokens: 30, outputTokens: 3, cost: 0.75 },
  });
});

test('a cost is known only when that of every answer is', () => {
  const { onUsage, told } = openAccount();
  onUsage({ inputTokens: 1, outputTokens: 1, cost: null });
  onUsage({ inputTokens: 1, outputTokens: 1, cost: 1 });
  expect(told().usage!.cost).toBeNull();
});
