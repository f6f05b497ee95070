import type { Reading } from '#wire/goal.ts';
import { nextStrength, sayGoal, sayLock } from './words.ts';

/** One piece of how the sentence was read, with what the reading becomes when it is corrected. */
export interface Chip {
  readonly key: string;
  readonly kind: 'style' | 'goal' | 'lock';
  readonly text: string;
  /** The words it was read from; empty when none. */
  readonly from: string;
  readonly removed: Reading;
  /** The next strength; null where strength means nothing. */
  readonly strengthened: Reading | null;
}

/** Chips of a reading. What a style implies stands behind the style's own chip. */
export function chipsOf(reading: Reading): readonly Chip[] {
  const styles = reading.styles.map((style, index): Chip => {
    const remaining = reading.styles.filter((_, other) => other !== index);
    return {
      key: `style-${index}-${style.name}`,
      kind: 'style',
      text: `${style.name} look`,
      from: style.words,
      removed: {
        ...reading,
        styles: remaining,
        goals: remaining.length === 0 ? reading.goals.filter((goal) => goal.words !== '') : reading.goals,
      },
      strengthened: null,
    };
  });
  const goals = reading.goals.flatMap((goal, index): Chip[] => {
    if (goal.words === '' && reading.styles.length > 0) return [];
    const others = reading.goals.filter((_, other) => other !== index);
    const stronger = { ...goal, amount: nextStrength(goal.amount) };
    return [
      {
        key: `goal-${index}-${goal.axis}-${goal.region ?? 'all'}`,
        kind: 'goal',
        text: sayGoal(goal),
        from: goal.words,
        removed: { ...reading, goals: others },
        strengthened: {
          ...reading,
          goals: reading.goals.map((each, other) => (other === index ? stronger : each)),
        },
      },
    ];
  });
  const locks = reading.locks.map(
    (lock, index): Chip => ({
      key: `lock-${index}-${lock.what}`,
      kind: 'lock',
      text: sayLock(lock),
      from: lock.words,
      removed: { ...reading, locks: reading.locks.filter((_, other) => other !== index) },
      strengthened: null,
    }),
  );
  return [...styles, ...goals, ...locks];
}
