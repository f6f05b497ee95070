import { readQuantity } from '#instruction/quantity.ts';
import { readInstruction } from '#instruction/read.ts';
import { lookByName } from '#looks/looks.ts';
import { isEqual } from '#settings/equal.ts';
import type { Goal, Lock, Reading } from '#wire/goal.ts';
import type { ModelReading } from '../dialects/goal-readings.ts';
import { plainText } from '../dialects/plain-text.ts';
import type { ProposeRequest } from '../policy.ts';

/** What of a wish is settled before a model reads it. */
export interface SettledWish {
  readonly reading: Reading;
  /** Goals that every reading keeps: stated to the number, or all of a reading that the person corrected. */
  readonly goals: readonly Goal[];
  readonly styles: Reading['styles'];
  /** Goals and looks that the person took away, as keys. */
  readonly removed: ReadonlySet<string>;
}

function goalKey({ axis, region }: Pick<Goal, 'axis' | 'region'>): string {
  return `${axis} ${region ?? ''}`;
}

/** A reading that is not what the instruction reads as was corrected by the person. */
export function settledWish({
  instruction,
  reading,
}: Pick<ProposeRequest, 'instruction' | 'reading'>): SettledWish {
  const plain = readInstruction(instruction);
  if (isEqual(plain, reading)) {
    const stated = reading.goals.filter(({ words }) => /\d/.test(words) && readQuantity(words) !== undefined);
    return { reading, goals: stated, styles: [], removed: new Set() };
  }
  const kept = new Set([...reading.goals.map(goalKey), ...reading.styles.map(({ name }) => name)]);
  const before = [...plain.goals.map(goalKey), ...plain.styles.map(({ name }) => name)];
  return {
    reading,
    goals: reading.goals,
    styles: reading.styles,
    removed: new Set(before.filter((key) => !kept.has(key))),
  };
}

/** What a model is told of it; empty when nothing is settled. */
export function settledFacts({ goals, styles, removed }: SettledWish): string {
  const asked = [
    ...goals.map(
      ({ axis, direction, region }) => `${axis} ${direction > 0 ? 'more' : 'less'} (${region ?? 'whole'})`,
    ),
    ...styles.map(({ name }) => `the look "${plainText(name, 60)}"`),
  ];
  const settled =
    asked.length === 0 ? '' : `Settled already, and part of every reading: ${asked.join(', ')}.`;
  const gone = removed.size === 0 ? '' : ` Not wanted: ${[...removed].join(', ')}.`;
  return `${settled}${gone}`.trim();
}

/**
 * A model's reading as the solver takes it: what is settled first, then what the model adds to it; locks of the wish
 * always hold. Undefined when nothing is left to do.
 */
export function joinReading(wish: SettledWish, own: ModelReading): Reading | undefined {
  const { reading } = wish;
  const locks = [...reading.locks, ...addedLocks(wish, own)];
  const locked = new Set(locks.flatMap(({ kind, what }) => (kind === 'axis' ? [what] : [])));
  const settled = new Set(wish.goals.map(goalKey));
  const added = own.goals.filter(
    (goal) => !settled.has(goalKey(goal)) && !wish.removed.has(goalKey(goal)) && !locked.has(goal.axis),
  );
  const known = new Set(wish.styles.map(({ name }) => name));
  const styles = [
    ...wish.styles,
    ...own.styles.filter(({ name }) => !known.has(name) && !wish.removed.has(name)),
  ];
  const implied = styles
    .filter(({ name }) => !known.has(name))
    .flatMap(({ name }) => lookByName(name)?.implies ?? [])
    .filter((goal) => !wish.removed.has(goalKey(goal)) && !locked.has(goal.axis))
    .map((goal): Goal => ({ ...goal, words: '' }));
  const goals = [...wish.goals, ...added, ...implied];
  if (goals.length === 0 && styles.length === 0) return undefined;
  const unsupported = [
    ...reading.unsupported,
    ...own.unsupported.filter(({ words }) => !reading.unsupported.some((one) => one.words === words)),
  ];
  return { ...reading, goals, styles, locks, unsupported };
}

/** A model may notice a lock, but hold back nothing that the person asked for. */
function addedLocks({ reading, goals }: SettledWish, own: ModelReading): readonly Lock[] {
  const asked = new Set<string | null>(goals.flatMap(({ axis, region }) => [axis, region]));
  return own.locks.filter(
    ({ what, kind }) =>
      !asked.has(what) && !reading.locks.some((one) => one.what === what && one.kind === kind),
  );
}
