/** Something that is timed beside others. */
export interface Contestant {
  readonly id: string;
  /** Rounds that are run first and not counted. */
  readonly warmUps: number;
  /** One run; `round` counts from 0, warm-ups are negative. */
  run(round: number): Promise<unknown>;
}

/**
 * Times contestants in turn, one run each per round, so that a slow moment of the machine falls on all of them.
 * One that throws leaves the race; the others go on.
 *
 * @param onFail told once per contestant that threw
 * @returns milliseconds of every counted round, by id
 */
export async function interleave(
  contestants: readonly Contestant[],
  rounds: number,
  onFail: (id: string, error: unknown) => void,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map(contestants.map(({ id }) => [id, [] as number[]]));
  const first = -Math.max(0, ...contestants.map(({ warmUps }) => warmUps));
  const failed = new Set<string>();
  for (let round = first; round < rounds; round++) {
    for (const { id, warmUps, run } of contestants) {
      if (failed.has(id) || round < -warmUps) continue;
      const started = performance.now();
      try {
        await run(round);
        if (round >= 0) times.get(id)!.push(performance.now() - started);
      } catch (error) {
        failed.add(id);
        times.delete(id);
        onFail(id, error);
      }
    }
  }
  return times;
}
