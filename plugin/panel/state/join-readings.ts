import type { Reading } from '#wire/goal.ts';

/** A reading with a further wish in it. Where both speak of the same axis and region, the newer one counts. */
export function joinReadings(before: Reading, wish: Reading): Reading {
  const place = ({ axis, region }: Reading['goals'][number]) => `${axis}/${region}`;
  const replaced = new Set(wish.goals.map(place));
  const names = new Set(wish.styles.map(({ name }) => name));
  const kept = new Set(wish.locks.map(({ what }) => what));
  return {
    language: before.language,
    goals: [...before.goals.filter((goal) => !replaced.has(place(goal))), ...wish.goals],
    styles: [...before.styles.filter(({ name }) => !names.has(name)), ...wish.styles],
    locks: [...before.locks.filter(({ what }) => !kept.has(what)), ...wish.locks],
    unsupported: [...before.unsupported, ...wish.unsupported],
    confidence: Math.min(before.confidence, wish.confidence),
  };
}
