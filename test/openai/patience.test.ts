import { withPatience } from '#openai/patience.ts';

const long = { ms: 60_000, who: 'qwen:7b' };

/** Work that ends only when it is told to, in its own words. */
function untilStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')));
  });
}

test('withPatience() gives what the work gives, and throws what it throws', async () => {
  expect(await withPatience(long, undefined, async () => 7)).toBe(7);
  await expect(withPatience(long, undefined, () => Promise.reject(new RangeError('no')))).rejects.toThrow(
    'no',
  );
});

test('withPatience() stops work that takes too long, and says whose it was', async () => {
  await expect(withPatience({ ...long, ms: 1 }, undefined, untilStopped)).rejects.toMatchObject({
    code: 'timeout',
    message: 'qwen:7b was not done after 0 s',
  });
});

test('withPatience() stops work at the person’s wish', async () => {
  const person = new AbortController();
  const work = withPatience(long, person.signal, untilStopped);
  person.abort();
  await expect(work).rejects.toMatchObject({ code: 'cancelled' });
});
