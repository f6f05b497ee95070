import type { Goal } from '#wire/goal.ts';

/** One goal for each axis, part and direction: the strongest, with all its words. */
export function mergeGoals(goals: readonly Goal[]): readonly Goal[] {
  const merged = new Map<string, Goal>();
  for (const goal of goals) {
    const key = `${goal.axis} ${goal.direction} ${goal.region}`;
    const other = merged.get(key);
    const words =
      other === undefined || other.words === goal.words ? goal.words : `${other.words}, ${goal.words}`;
    merged.set(key, { ...goal, words, amount: Math.max(goal.amount, other?.amount ?? 0) });
  }
  return [...merged.values()];
}

/** How strongly something is wanted, as a clause to end a reason with. */
export function strength(amount: number): string {
  if (amount < 0.75) return ', a little';
  return amount > 1.4 ? ', strongly' : '';
}
