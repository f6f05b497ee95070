import { runInTurns, runNow, type Steps } from '#image/steps.ts';

/** Counts to `end` in as many pieces; says when it lets go. */
function* count(end: number, log: string[] = []): Steps<number> {
  try {
    for (let n = 1; n <= end; n++) {
      log.push(`piece ${n}`);
      yield;
    }
    return end;
  } finally {
    log.push('let go');
  }
}

test('runNow() does all pieces', () => {
  expect(runNow(count(3))).toBe(3);
});

describe('runInTurns()', () => {
  test('lets others have their turn behind every piece', async () => {
    const log: string[] = [];
    const breathe = async () => void log.push('turn');
    expect(await runInTurns(count(2, log), breathe)).toBe(2);
    expect(log).toEqual(['piece 1', 'turn', 'piece 2', 'turn', 'let go']);
  });

  test('does all at once without turns', async () => {
    const log: string[] = [];
    const running = runInTurns(count(2, log), undefined);
    expect(log).toEqual(['piece 1', 'piece 2', 'let go']);
    expect(await running).toBe(2);
  });

  test('ends the work with what a turn throws, and lets it give back what it holds', async () => {
    const log: string[] = [];
    const breathe = () => Promise.reject(new Error('cancelled'));
    await expect(runInTurns(count(5, log), breathe)).rejects.toThrow('cancelled');
    expect(log).toEqual(['piece 1', 'let go']);
  });

  test('passes on what the work throws', async () => {
    // biome-ignore lint/correctness/useYield: it ends at once
    function* broken(): Steps<void> {
      throw new RangeError('no');
    }
    await expect(runInTurns(broken(), async () => {})).rejects.toThrow(RangeError);
  });
});
