import type { Round } from './work.ts';

/** What has to be said about an answer as a whole; null when the alternatives speak for themselves. */
export function sayVerdict(round: Round): string | null {
  const { verdict, alternatives, reading } = round;
  if (verdict === 'no clear winner') return 'No clear winner: by the criteria they are equally good.';
  if (verdict === 'clear') {
    return alternatives.length === 0
      ? 'No alternatives for this. Say it in other words, or take away a chip.'
      : null;
  }
  const understood = reading.goals.length + reading.styles.length + reading.locks.length > 0;
  const nothing = understood
    ? 'Nothing to do: the part was not found in this photo, or it is so already.'
    : 'This names no change that develop settings can make. Say what should look different, for example “a bit warmer”.';
  return alternatives.length === 0 ? nothing : `${nothing} The alternatives from before stay.`;
}
