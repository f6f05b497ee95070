import { COLOR_NAMES, type ColorName } from '#image/observation.ts';
import { lookByName } from '#looks/looks.ts';
import type { GoalRegion } from '#wire/goal.ts';
import type { Findings, LockDraft } from './draft.ts';
import type { Item } from './match.ts';
import { effects } from './meaning.ts';

const DRAIN = effects('saturation-')[0]!;

/** Colour families that a place is made of, for one that is to keep its colour. */
const FAMILIES: Readonly<Partial<Record<GoalRegion, readonly ColorName[]>>> = {
  sky: ['blue', 'aqua'],
  water: ['blue', 'aqua'],
  foliage: ['green', 'yellow'],
  ...Object.fromEntries(COLOR_NAMES.map((name) => [name, [name]])),
};

/** Places before a background; the rest of the picture is the background. */
const STANDING: ReadonlySet<string> = new Set(['subject', 'person', 'face', 'skin']);

/** "Keep only red in colour", "colour splash on the yellow": one family stays. True when the segment was that. */
export function readSelective(items: readonly Item[], findings: Findings): boolean {
  const kinds = new Set(items.map(({ meaning }) => meaning.kind));
  const colored = items.some(
    ({ meaning }) => meaning.kind === 'axis' && meaning.effects[0]!.axis === 'saturation',
  );
  const asked = kinds.has('selective') || (kinds.has('only') && (kinds.has('keep') || kinds.has('see')));
  const stays = kinds.has('only') && colored && !kinds.has('more') && !kinds.has('verb');
  const kept = items.flatMap(({ meaning }): readonly GoalRegion[] => {
    if (meaning.kind === 'color') return [meaning.color];
    return meaning.kind === 'region' && (colored || kinds.has('selective')) ? [meaning.region] : [];
  });
  const nameless = kept.length === 0 && !kinds.has('selective') && !kinds.has('object');
  if (!(asked || stays) || nameless) return false;
  const { start } = items[0]!;
  const { end } = items.at(-1)!;
  const colors = kept.some((place) => (COLOR_NAMES as readonly string[]).includes(place));
  for (const what of kept) {
    if (!colors || (COLOR_NAMES as readonly string[]).includes(what))
      findings.locks.push({ what, kind: 'region', mode: 'unchanged', start, end });
  }
  if (kept.length === 0) findings.edits.push({ edit: 'selective', start, end });
  else findings.styles.push({ name: 'monochrome', weight: 1, start, end, reversed: false });
  return true;
}

/**
 * "Black and white except the red dress": a monochrome look would take every colour, so that the other families are
 * drained one by one instead. Changes `findings` before its parts are merged.
 */
export function drainOthers(findings: Findings): void {
  const standing = findings.locks.some(({ what, mode }) => STANDING.has(what) && mode === 'unchanged');
  const families = new Set(findings.locks.flatMap(familiesOf));
  if (!standing && families.size === 0) return;
  const places: readonly GoalRegion[] =
    families.size > 0 ? COLOR_NAMES.filter((name) => !families.has(name)) : ['background'];
  const look = findings.styles.find(({ name, reversed }) => !reversed && isColorless(name));
  if (look) {
    const { start, end } = look;
    findings.styles.splice(findings.styles.indexOf(look), 1);
    for (const region of places)
      findings.drafts.push({ effect: DRAIN, sign: 1, amount: 2, region, start, end });
    findings.edits.push({ edit: 'selective', start, end });
    return;
  }
  const at = findings.drafts.findIndex(
    ({ effect, sign, region }) =>
      effect.axis === 'saturation' && effect.direction * sign === -1 && region === null,
  );
  const named = findings.locks.some(({ what }) => (COLOR_NAMES as readonly string[]).includes(what));
  if (at < 0 || !named) return;
  const draft = findings.drafts[at]!;
  findings.drafts.splice(at, 1, ...places.map((region) => ({ ...draft, region })));
}

function familiesOf({ what, kind, mode }: LockDraft): readonly ColorName[] {
  return kind === 'region' && mode === 'unchanged' ? (FAMILIES[what as GoalRegion] ?? []) : [];
}

function isColorless(name: string): boolean {
  return (
    lookByName(name)?.implies.some(
      ({ axis, direction, amount, region }) =>
        axis === 'saturation' && direction === -1 && amount === 2 && region === null,
    ) ?? false
  );
}
