import type { Findings } from './draft.ts';
import type { Item } from './match.ts';
import type { Carry } from './sign.ts';

/**
 * "Stronger", "less of that", "undo": a change to what was done before. After goals in the same sentence it bends
 * their amounts ("warmer, but subtle"). True when the segment was that.
 */
export function readReference(items: readonly Item[], before: Carry, findings: Findings): boolean {
  if (items.some(({ meaning }) => meaning.kind === 'region')) return false;
  const wished = findings.drafts.length + findings.styles.length > 0;
  const kinds = new Set(items.map(({ meaning }) => meaning.kind));
  // "The grass is too green, calm it down": that is what the complaint asks for already.
  if (kinds.has('gentler') && wished && (before.too || before.be)) return true;
  if (kinds.has('gentler')) {
    for (const draft of findings.drafts) draft.amount = Math.min(draft.amount, 0.5);
    for (const style of findings.styles) style.weight = Math.min(style.weight, 0.5);
    if (!wished) findings.reference = 'gentler';
    return true;
  }
  if (kinds.has('stronger')) {
    for (const draft of findings.drafts) draft.amount = Math.max(draft.amount, 1.5);
    if (!wished) findings.reference = 'stronger';
    return true;
  }
  if (kinds.has('undo')) {
    findings.reference ??= 'undo';
    return true;
  }
  const bare = items.every(({ meaning }) =>
    ['excess', 'filler', 'whole', 'be', 'so', 'not', 'degree'].includes(meaning.kind),
  );
  const much = kinds.has('excess') || (kinds.has('not') && kinds.has('degree'));
  if (!wished && bare && much) {
    findings.reference = 'gentler';
    return true;
  }
  return readBareMore(items, wished, findings);
}

/** "Don't overdo it, just a bit of clarity": beside wishes of its own it bends them and refers to nothing before. */
export function settleReference(findings: Findings): void {
  const { drafts, styles, reference } = findings;
  if (drafts.length + styles.length === 0 || (reference !== 'gentler' && reference !== 'stronger')) return;
  if (reference === 'gentler') {
    for (const draft of drafts) draft.amount = Math.min(draft.amount, 0.5);
    for (const style of styles) style.weight = Math.min(style.weight, 0.5);
  }
  findings.reference = null;
}

/** "More", "a bit less", and nothing else. */
function readBareMore(items: readonly Item[], before: boolean, findings: Findings): boolean {
  const more = items.find(({ meaning }) => meaning.kind === 'more' && meaning.form === 'adjective')?.meaning;
  const bare = items.every(({ meaning }) =>
    ['more', 'degree', 'filler', 'make', 'whole', 'so'].includes(meaning.kind),
  );
  if (more?.kind !== 'more' || !bare || before) return false;
  findings.reference = more.direction === 1 ? 'stronger' : 'gentler';
  return true;
}

/** "Enhance" or "make it perfect", and nothing else: an automatic edit. */
export function readEnhance(items: readonly Item[], findings: Findings): void {
  const { drafts, styles, locks, edits, reference } = findings;
  if (drafts.length + styles.length + locks.length + edits.length > 0 || reference) return;
  const enhance = items.find(
    ({ meaning, text }) => meaning.kind === 'more' && /^(enhance|improve)/.test(text),
  );
  const wished = items.some(({ meaning }) => meaning.kind === 'make');
  const found = enhance ?? (wished ? items.find(({ meaning }) => meaning.kind === 'good') : undefined);
  if (found) styles.push({ name: 'auto', weight: 1, start: found.start, end: found.end, reversed: false });
}
