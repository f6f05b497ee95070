import type { GoalRegion, Lock } from '#wire/goal.ts';
import type { EditKind, Effect } from './meaning.ts';

/** Something asked for, before regions are shared out and repetitions merged. Offsets are in the normalised text. */
export interface Draft {
  readonly effect: Effect;
  readonly sign: 1 | -1;
  amount: number;
  region: GoalRegion | null;
  readonly start: number;
  readonly end: number;
}

export interface StyleDraft {
  readonly name: string;
  weight: number;
  readonly start: number;
  readonly end: number;
  /** "Less vintage": the opposite of what the style brings. */
  readonly reversed: boolean;
}

export interface LockDraft {
  readonly what: string;
  readonly kind: Lock['kind'];
  readonly mode: Lock['mode'];
  /** From "not warmer", not from "keep the warmth": gives way to what is asked of the same axis. */
  readonly refusal?: boolean;
  readonly start: number;
  readonly end: number;
}

export interface EditDraft {
  readonly edit: EditKind;
  readonly start: number;
  readonly end: number;
}

/** "Not too dark": caps what was asked before or what a style brings on this axis; alone it is a mild wish. */
export interface LimitDraft {
  readonly effect: Effect;
  readonly region: GoalRegion | null;
  readonly sign: 1 | -1;
  readonly start: number;
  readonly end: number;
}

/** Everything found in a sentence so far. */
export interface Findings {
  readonly drafts: Draft[];
  readonly styles: StyleDraft[];
  readonly locks: LockDraft[];
  readonly edits: EditDraft[];
  readonly limits: LimitDraft[];
  /** "No film look": styles that must not come in. */
  readonly refused: string[];
  /** "Leave it as it is". */
  nothing: boolean;
  /** "More of that": a change relative to what was done before. */
  reference: 'stronger' | 'gentler' | 'undo' | null;
}

export function noFindings(): Findings {
  return {
    drafts: [],
    styles: [],
    locks: [],
    edits: [],
    limits: [],
    refused: [],
    nothing: false,
    reference: null,
  };
}
