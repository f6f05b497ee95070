/** How many are remembered: people re-rank and refine the last few cases, not more. */
const KEPT = 64;

/**
 * Answers that were paid for, by what they were given for. Only what arrived is kept: one on its way may be cancelled by
 * whoever asked for it.
 */
export function createAnswers<T>(): (key: string, ask: () => Promise<T>) => Promise<T> {
  const known = new Map<string, T>();
  return async (key, ask) => {
    const answer = known.has(key) ? known.get(key)! : await ask();
    // Put at the end: the least recently used one goes first.
    known.delete(key);
    known.set(key, answer);
    if (known.size > KEPT) known.delete(known.keys().next().value!);
    return answer;
  };
}
