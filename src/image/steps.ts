/**
 * Work in pieces of a few milliseconds: it yields wherever other work may have its turn, and returns its result. One
 * implementation serves those who want it at once and those who must not hold up the thread they run on.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All pieces, one after the other. */
export function runNow<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with `breathe` after every piece; what it throws (a cancellation) ends the work. */
export async function runInTurns<T>(steps: Steps<T>, breathe: (() => Promise<void>) | undefined): Promise<T> {
  if (!breathe) return runNow(steps);
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await breathe();
    }
  } finally {
    steps.return(undefined as never); // lets the work give back what it holds
  }
}
