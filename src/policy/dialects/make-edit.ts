import { clampSettings } from '#settings/clamp.ts';
import type { ClampEntry } from '#settings/clamp-report.ts';
import type { ModelEdit } from './dialect.ts';
import { LONGEST_REASONING, LONGEST_TITLE, plainText } from './plain-text.ts';

export interface LooseEdit {
  readonly title?: unknown;
  readonly reasoning?: unknown;
  readonly values: Readonly<Record<string, unknown>>;
  /** Not yet clamped; absent for none. */
  readonly corrections?: readonly unknown[];
  readonly report: readonly ClampEntry[];
}

/** An edit with valid settings and plain text, whatever was given. */
export function makeEdit({ title, reasoning, values, corrections = [], report }: LooseEdit): ModelEdit {
  const given = corrections.length === 0 ? values : { ...values, MaskGroupBasedCorrections: corrections };
  const clamped = clampSettings(given);
  return {
    title: plainText(title, LONGEST_TITLE),
    reasoning: plainText(reasoning, LONGEST_REASONING),
    settings: clamped.settings,
    report: [...report, ...clamped.report],
  };
}
