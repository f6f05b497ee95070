import type { Settings, SettingValue } from '#settings/settings.ts';
import type { Reading } from '#wire/goal.ts';
import type { ReasoningStep, RetouchResult, Reward } from '#wire/result.ts';

/** Stands for the untouched photo wherever an alternative's id is expected. */
export const ORIGINAL = 'original';

/** One way to do what was asked, as it stands in the strip. */
export interface Alternative {
  readonly id: string;
  readonly title: string;
  /** As proposed; what the person changed is in the edit. */
  readonly settings: Settings;
  readonly reasoning: readonly ReasoningStep[];
  /** Absent until the reward model answered. */
  readonly reward: Reward | null;
  /** From 1; null until ranked. */
  readonly rank: number | null;
}

/** What the person did to a mask of an alternative. */
export interface MaskEdit {
  readonly active?: boolean;
  /** Stored amount 0…2. */
  readonly amount?: number;
  readonly deleted?: boolean;
}

/** What the person did to an alternative: an overall amount, then values that win over it. */
export interface Edit {
  /** Percent 0…200; 100 is the alternative as proposed. */
  readonly amount: number;
  readonly overrides: Readonly<Record<string, SettingValue>>;
  /** By position in the proposed corrections. */
  readonly masks: Readonly<Record<number, MaskEdit>>;
}

/** How far our preview is from what the host itself renders. */
export interface Fidelity {
  /** ΔE00 over the picture. */
  readonly mean: number;
  readonly p95: number;
}

export const NO_EDIT: Edit = { amount: 100, overrides: {}, masks: {} };

/** Where a refinement started. */
export interface Base {
  readonly title: string;
  readonly settings: Settings;
}

/** The answer to one instruction. */
export interface Round {
  readonly instruction: string;
  readonly reading: Reading;
  readonly alternatives: readonly Alternative[];
  readonly verdict: RetouchResult['verdict'];
  readonly base: Base | null;
  /** The newest `result.json`; null while the first is on its way. */
  readonly result: RetouchResult | null;
  /** The person's own weights by criterion name; empty until one is moved. */
  readonly weights: Readonly<Record<string, number>>;
  /** By alternative, for those that the host itself rendered as they stand; empty until asked for. */
  readonly fidelity: Readonly<Record<string, Fidelity>>;
  /** Whose pictures the ranks were found on. */
  readonly rankedOn: 'preview' | 'host';
  /** `document`: not an answer but an earlier edit, loaded from the document's metadata. */
  readonly origin: 'answer' | 'document';
}

/** Everything that undo goes back over. */
export interface Work {
  readonly round: Round | null;
  /** Id of an alternative, or `ORIGINAL`. */
  readonly chosen: string;
  readonly edits: Readonly<Record<string, Edit>>;
  /** `crs:` names that must keep their value. */
  readonly locks: readonly string[];
}

export const EMPTY_WORK: Work = { round: null, chosen: ORIGINAL, edits: {}, locks: [] };

export function editOf(work: Work, id: string): Edit {
  return work.edits[id] ?? NO_EDIT;
}

export function alternativeOf(work: Work, id: string): Alternative | null {
  return work.round?.alternatives.find((alternative) => alternative.id === id) ?? null;
}
