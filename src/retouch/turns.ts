export interface TurnOptions {
  /** How long work goes on before others have their turn, ms. */
  readonly budgetMs: number;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Resolves when others had their turn. */
  readonly yieldTo: () => Promise<void>;
}

/**
 * A `breathe` for work in small pieces: it resolves at once while the budget lasts, so that many pieces cost one turn.
 * Works that share it share the budget.
 */
export function createTurns({ budgetMs, now, yieldTo }: TurnOptions): () => Promise<void> {
  let until = now() + budgetMs;
  return async () => {
    if (now() < until) return;
    await yieldTo();
    until = now() + budgetMs;
  };
}
