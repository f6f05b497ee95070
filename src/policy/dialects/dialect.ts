import type { ClampEntry } from '#settings/clamp-report.ts';
import type { Mask, Settings } from '#settings/settings.ts';
import type { AsShot } from '#settings/white-balance.ts';

/** Forms in which model policies answer. */
export const DIALECTS = ['json', 'retouchiq', 'jarvisart', 'monetgpt'] as const;
export type DialectName = (typeof DIALECTS)[number];

/** One edit as a model's text states it, made valid. */
export interface ModelEdit {
  /** Plain text, bounded; empty when the model gave none. */
  readonly title: string;
  /** What the model said about it: plain text, bounded. */
  readonly reasoning: string;
  /** Valid, not yet rounded: a change of the picture that the model was shown, neutral values included. */
  readonly settings: Settings;
  /** What was dropped, clamped or read as something else. */
  readonly report: readonly ClampEntry[];
}

/** What a reply holds; without edits, `problems` says what to put right, in words that a model can act on. */
export interface EditsReading {
  readonly edits: readonly ModelEdit[];
  readonly problems: readonly string[];
}

/** What reading needs to know of the photo. */
export interface DialectContext {
  /** White that Kelvin numbers are relative to. */
  readonly asShot: AsShot;
  /** What the person wrote; some dialects mark a place in it. */
  readonly instruction?: string;
  /** Masks of a part of the picture that was found in this photo; undefined when it was not. */
  readonly place?: (region: string) => readonly Mask[] | undefined;
}
