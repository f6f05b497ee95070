import type { Goal, Reading } from '#wire/goal.ts';

/** A goal with where it came from: the person's words, a style, what the frame needs, or what a livelier reading adds. */
export interface IntentGoal extends Goal {
  readonly origin: 'asked' | 'style' | 'need' | 'extra';
  /** Why, for a need: the numbers that show it. */
  readonly why?: string;
}

/**
 * Goals of a reading, one per axis and region: asked goals that meet add up, and an asked goal silences what a style
 * implies on the same axis and region.
 */
export function intentGoals(reading: Reading): IntentGoal[] {
  const styled = reading.styles.length > 0;
  const goals = new Map<string, IntentGoal>();
  const ordered = [...reading.goals].sort(
    (one, other) => Number(one.words === '') - Number(other.words === ''),
  );
  for (const goal of ordered) {
    const origin = goal.words === '' && styled ? 'style' : 'asked';
    const key = `${goal.axis} ${goal.region ?? ''}`;
    const known = goals.get(key);
    if (!known) goals.set(key, { ...goal, origin });
    else if (known.origin === origin) goals.set(key, add(known, goal));
  }
  return [...goals.values()].filter((goal) => goal.amount > 0);
}

function add(one: IntentGoal, other: Goal): IntentGoal {
  const signed = one.direction * one.amount + other.direction * other.amount;
  const words = [one.words, other.words]
    .filter((text, i, all) => text !== '' && all.indexOf(text) === i)
    .join(', ');
  return { ...one, direction: signed < 0 ? -1 : 1, amount: Math.min(2, Math.abs(signed)), words };
}
