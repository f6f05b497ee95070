import type { Findings } from './draft.ts';
import type { Item } from './match.ts';
import type { Merged } from './merge.ts';

/**
 * How sure the reading is, 0…1: the share of content words that were understood, less for wishes that exclude each
 * other, low when nothing came out of many words.
 */
export function confidenceOf(items: readonly Item[], findings: Findings, merged: Merged): number {
  const unknown = items.filter((item) => item.meaning.kind === 'unknown').length;
  const known = items
    .filter((item) => !['unknown', 'filler', 'join', 'whole', 'be'].includes(item.meaning.kind))
    .reduce((sum, item) => sum + item.size, 0);
  const asked = merged.goals.length + merged.styles.length;
  if (asked === 0) {
    if (findings.nothing) return 0.95;
    if (merged.unsupported.length > 0) return unknown === 0 ? 0.75 : 0.6;
    if (merged.locks.length > 0) return 0.7;
    return 0.1;
  }
  const coverage = known / (known + unknown);
  const sure = 0.3 + 0.65 * coverage;
  const agreed = merged.conflicts > 0 ? sure * 0.45 : sure;
  const reference = findings.reference && merged.goals.length === 0 ? 0.8 : 1;
  // A place that could not be pointed at.
  const aimed = findings.edits.some(({ edit }) => edit === 'side') ? 0.5 : 1;
  return Math.round(agreed * reference * aimed * 100) / 100;
}
