import { createTurns } from '#retouch/turns.ts';

test('others have their turn when the budget is spent, and the budget begins anew', async () => {
  let time = 0;
  const turns: number[] = [];
  const yieldTo = async () => {
    turns.push(time);
    time += 3; // what the others take does not count
  };
  const breathe = createTurns({ budgetMs: 10, now: () => time, yieldTo });
  for (let piece = 0; piece < 12; piece++) {
    time += 4;
    await breathe();
  }
  expect(turns).toEqual([12, 27, 42, 57]);
});
