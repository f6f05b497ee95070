import type { GoalRegion } from '#wire/goal.ts';
import { namedRegions } from './context.ts';
import type { Draft, Findings } from './draft.ts';
import type { Heads } from './heads.ts';
import type { Item } from './match.ts';
import type { Kind } from './meaning.ts';

/** Kinds that can become a goal. */
export const HEADED: ReadonlySet<Kind> = new Set<Kind>([
  'quality',
  'verb',
  'axis',
  'style',
  'pop',
  'zone',
  'color',
  'edges',
]);

/** "Everything but the sky warmer": locks what is excepted and gives back the rest of the segment. */
export function readException(items: readonly Item[], findings: Findings): readonly Item[] {
  const at = items.findIndex(({ meaning }) => meaning.kind === 'except');
  if (at < 0) return items;
  let until = at + 1;
  while (
    until < items.length &&
    ['region', 'color', 'object', 'filler', 'possessive', 'whole'].includes(items[until]!.meaning.kind)
  )
    until++;
  const excepted = items.slice(at + 1, until);
  const rest = [...items.slice(0, at), ...items.slice(until)];
  const named = namedRegions(excepted);
  const colors = excepted.flatMap(({ meaning }) => (meaning.kind === 'color' ? [meaning.color] : []));
  const regions: readonly GoalRegion[] = named.length > 0 ? named : colors;
  if (regions.length === 0 || !rest.some((item) => HEADED.has(item.meaning.kind))) return items;
  const { start } = items[at]!;
  const { end } = excepted.at(-1)!;
  for (const region of regions)
    findings.locks.push({ what: region, kind: 'region', mode: 'unchanged', start, end });
  return rest;
}

/**
 * "Only the sky", "except the face", "but not too much": words without a goal of their own that bend those before.
 * True when the segment was that.
 */
export function readScope(
  items: readonly Item[],
  heads: Heads,
  regions: readonly GoalRegion[],
  recent: readonly Draft[],
  findings: Findings,
): boolean {
  if (heads.heads.length > 0) return false;
  const { others, left } = heads;
  const placeless = regions.length === 0 && heads.places.length === 0;
  if (others.has('except') && !placeless) {
    lockPlaces(heads, regions, findings);
    return true;
  }
  if (others.has('only') && regions.length > 0 && left.direction === null && recent.length > 0) {
    for (const draft of findings.drafts) draft.region ??= regions[0]!;
    return true;
  }
  if (placeless && (left.amount !== null || (left.quantity !== null && !left.quantity.sign) || left.excess)) {
    return setAmounts(heads, recent.length > 0 ? recent : findings.drafts, findings);
  }
  return items.length === 0;
}

function lockPlaces({ places, start, end }: Heads, regions: readonly GoalRegion[], findings: Findings): void {
  for (const region of regions)
    findings.locks.push({ what: region, kind: 'region', mode: 'unchanged', start, end });
  for (const { item } of places) {
    const { meaning } = item;
    if (meaning.kind === 'zone')
      findings.locks.push({ what: meaning.zone, kind: 'axis', mode: 'unchanged', start, end });
    if (meaning.kind === 'color')
      findings.locks.push({ what: meaning.color, kind: 'region', mode: 'unchanged', start, end });
  }
}

/** "…, but just a little", "not too much", "by a third of a stop". */
function setAmounts({ left }: Heads, targets: readonly Draft[], findings: Findings): boolean {
  const said = left.excess ? 0.5 : (left.quantity?.amount ?? left.amount ?? 1);
  const amount = left.negated && said > 1 ? 0.5 : said;
  for (const draft of targets) draft.amount = amount;
  if (targets.length === 0) for (const style of findings.styles) style.weight = amount;
  return targets.length > 0 || findings.styles.length > 0;
}
