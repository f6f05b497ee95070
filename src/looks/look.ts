import type { Settings } from '#settings/settings.ts';
import type { Goal } from '#wire/goal.ts';

/** One way to understand a look: the prior settings that a photographer would start from, and what sets it apart. */
export interface LookReading {
  /** A few words that tell it from its siblings: "golden, glowing" · "misty and muted". */
  readonly title: string;
  /** Prior at 100 %: relative white balance only (Incremental*), no exposure beyond what the look itself means. */
  readonly settings: Settings;
}

/** A named look of the style book, in our own words: no brands, no living persons. */
export interface Look {
  readonly id: string;
  /** Plain English name as it appears in `reading.styles`. */
  readonly name: string;
  /** Lower-case words and phrases that name it. */
  readonly words: readonly string[];
  readonly about: string;
  /** The goals that the look implies, at ordinary amounts. */
  readonly implies: readonly Omit<Goal, 'words'>[];
  /** At least one; the first is the most usual reading. */
  readonly readings: readonly LookReading[];
}
