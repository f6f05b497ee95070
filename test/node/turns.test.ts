import { createTurns } from '#node/turns.ts';

test('run() lets only so many work at once, first come first served, and survives failures', async () => {
  const turns = createTurns(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const jobs = [0, 1, 2, 3, 4, 5].map((number) =>
    turns.run(async () => {
      order.push(number);
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (number % 2 === 1) throw new Error(`job ${number}`);
      return number;
    }),
  );
  const outcomes = await Promise.allSettled(jobs);
  expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([
    true,
    false,
    true,
    false,
    true,
    false,
  ]);
  expect([order, most]).toEqual([[0, 1, 2, 3, 4, 5], 2]);
});
