import type { Lock } from '#wire/goal.ts';
import type { Findings } from './draft.ts';
import type { Item } from './match.ts';
import type { Kind } from './meaning.ts';

/** Where a segment starts to speak of keeping: "keep …", "don't touch …", "without changing …", "… as it is". */
function keepIndex(items: readonly Item[]): number {
  const keep = items.findIndex(({ meaning }) => meaning.kind === 'keep');
  const not = items.findIndex(({ meaning }) => meaning.kind === 'not' || meaning.kind === 'except');
  // "I do not want to lose the blue" keeps it; "lose the yellow" does not.
  const touch = items.findIndex(
    ({ meaning, text }, index) => index > not && (meaning.kind === 'touch' || text === 'lose'),
  );
  const forbids = not >= 0 && touch > not ? not : -1;
  if (keep >= 0 && forbids >= 0) return Math.min(keep, forbids);
  if (keep >= 0) return not >= 0 && not < keep && items.slice(not, keep).every(isThin) ? -1 : keep;
  if (forbids >= 0) return forbids;
  // "The skin must not change" in languages where "change" is "become".
  const becomes = not >= 0 && items.at(-1)!.meaning.kind === 'make' && items[0]!.meaning.kind === 'region';
  if (becomes) return 0;
  const asis = items.findIndex(({ meaning }) => meaning.kind === 'asis');
  const named = items.some(
    ({ meaning }) => meaning.kind === 'region' || meaning.kind === 'zone' || meaning.kind === 'axis',
  );
  const moves = items.some(
    ({ meaning }) => meaning.kind === 'quality' || meaning.kind === 'verb' || meaning.kind === 'more',
  );
  if (asis >= 0 && named && !moves) return 0;
  // "Natural skin tones" says it without a verb; so does "even out the skin".
  const skin = items.some(({ meaning }) => meaning.kind === 'region' && meaning.region === 'skin');
  if (skin && !moves && items.some((item) => modeOf(item) !== null)) return 0;
  return -1;
}

function isThin({ meaning }: Item): boolean {
  return meaning.kind === 'not' || meaning.kind === 'filler' || meaning.kind === 'should';
}

function modeOf({ meaning }: Item): Lock['mode'] | null {
  if (meaning.kind === 'mode') return meaning.mode;
  if (meaning.kind === 'style' && meaning.name === 'natural') return 'natural';
  return null;
}

/** How a lock is meant when no word says so: "protect the skin" is not "leave the skin". */
function impliedMode(items: readonly Item[], what: string): Lock['mode'] {
  if (what !== 'skin') return 'unchanged';
  const gentle = items.some(
    ({ meaning, text }) =>
      (meaning.kind === 'keep' &&
        /^(protect|careful|be careful|watch|mind|respect|look after|safeguard)/.test(text)) ||
      (meaning.kind === 'touch' &&
        /^(ruin|mess|damag|destroy|kill|spoil|hurt|sacrific|compromis)/.test(text)),
  );
  return gentle ? 'natural' : 'unchanged';
}

/** Adds the locks that these words ask for; true when there were any (or a whole "keep it as it is"). */
function readLocks(items: readonly Item[], findings: Findings): boolean {
  const start = items[0]!.start;
  const end = items.at(-1)!.end;
  const mode = items.map(modeOf).find((found) => found !== null) ?? null;
  const before = findings.locks.length;
  function lock(what: string, kind: Lock['kind']): void {
    findings.locks.push({ what, kind, mode: mode ?? impliedMode(items, what), start, end });
  }
  items.forEach(({ meaning }, index) => {
    const next = items[index + 1]?.meaning;
    switch (meaning.kind) {
      case 'region':
        if (meaning.possessive && next?.kind === 'region') break;
        // "Keep the texture in the hair" is about the texture.
        if (meaning.part && items.some((other) => other.meaning.kind === 'axis')) break;
        // "The skin of her face", "her skin": one lock.
        if (
          meaning.region === 'person' &&
          items.some((other) => other.meaning.kind === 'region' && other.meaning.region === 'skin')
        )
          break;
        lock(meaning.region, 'region');
        break;
      case 'zone':
        lock(meaning.zone === 'midtones' ? 'brightness' : meaning.zone, 'axis');
        break;
      case 'axis':
        // "Keep the red car in color" is about the red.
        if (meaning.weak && items.some((other) => other.meaning.kind === 'color')) break;
        if (
          items.some((other) => other.meaning.kind === 'zone' || other.meaning.kind === 'region') &&
          meaning.weak
        )
          break;
        for (const axis of axesOf(meaning.effects[0]!.axis, meaning.weak === true)) lock(axis, 'axis');
        break;
      case 'color':
        if (next?.kind !== 'region' && !items.some((other) => other.meaning.kind === 'region'))
          lock(meaning.color, 'region');
        break;
      case 'parameter':
        lock(meaning.name, 'parameter');
        break;
      default:
    }
  });
  if (findings.locks.length > before) return true;
  return keepWhole(items, findings);
}

/** "Color" is kept in saturation and in hue. */
function axesOf(axis: string, weak: boolean): readonly string[] {
  return weak && axis === 'saturation' ? ['saturation', 'hue'] : [axis];
}

/** Nothing in particular is kept: a style ("keep it moody"), a quality ("keep it warm"), or everything. */
function keepWhole(items: readonly Item[], findings: Findings): boolean {
  for (const { meaning, start, end } of items) {
    if (meaning.kind === 'style' && meaning.name === 'neutral color') {
      for (const what of ['warmth', 'tint'])
        findings.locks.push({ what, kind: 'axis', mode: 'unchanged', start, end });
      return true;
    }
    if (meaning.kind === 'style') {
      findings.styles.push({ name: meaning.name, weight: 1, start, end, reversed: false });
      return true;
    }
    if (meaning.kind === 'quality') {
      findings.locks.push({ what: meaning.effects[0]!.axis, kind: 'axis', mode: 'unchanged', start, end });
      return true;
    }
    if (meaning.kind === 'mode') {
      findings.styles.push({ name: 'natural', weight: 1, start, end, reversed: false });
      return true;
    }
  }
  if (items.some(({ meaning }) => meaning.kind === 'rest')) return true;
  if (items.some(({ meaning }) => meaning.kind === 'degree' || meaning.kind === 'gentler')) {
    for (const draft of findings.drafts) draft.amount = Math.min(draft.amount, 0.5);
    for (const look of findings.styles) look.weight = Math.min(look.weight, 0.5);
    return findings.drafts.length + findings.styles.length > 0;
  }
  if (items.some(({ meaning }) => meaning.kind === 'whole' || meaning.kind === 'asis')) {
    findings.nothing = true;
    return true;
  }
  return false;
}

/** Kinds that a lock can hold on to, and kinds that ask for a change. */
const KEEPABLE: ReadonlySet<Kind> = new Set<Kind>([
  'region',
  'zone',
  'axis',
  'color',
  'style',
  'quality',
  'parameter',
]);
const PLACED: ReadonlySet<Kind> = new Set<Kind>(['region', 'zone', 'axis']);
const ASKING: ReadonlySet<Kind> = new Set<Kind>(['quality', 'verb', 'style', 'more']);
const ACTING: ReadonlySet<Kind> = new Set<Kind>([
  'verb',
  'more',
  'make',
  'add',
  'remove',
  'recover',
  'style',
  'quality',
  'pop',
]);

/** "Lock exposure and white balance": the slider, not a correction. */
function isBalance(meaning: Item['meaning']): boolean {
  return meaning.kind === 'style' && meaning.name === 'neutral color';
}

/** "The faces stay clear … and natural": says how the lock before is meant. */
function softenLast(items: readonly Item[], findings: Findings): boolean {
  const mode = items.map(modeOf).find((found) => found !== null);
  const last = findings.locks.at(-1);
  const bare = items.every((item) => item.meaning.kind === 'filler' || modeOf(item) !== null);
  if (!mode || !bare || last?.kind !== 'region') return false;
  findings.locks[findings.locks.length - 1] = { ...last, mode };
  return true;
}

/**
 * Splits off and reads what is to be kept. Gives back what is left to read as wishes, or null when nothing is.
 * `goesOn`: the segment before was a lock, so that bare names here are more of it ("don't touch contrast or color").
 */
export function readKeeping(
  items: readonly Item[],
  goesOn: boolean,
  findings: Findings,
): readonly Item[] | null {
  const index = keepIndex(items);
  if (index < 0) {
    if (goesOn && softenLast(items, findings)) return null;
    const acts = items.some(({ meaning }) => ACTING.has(meaning.kind) && !isBalance(meaning));
    return goesOn && !acts && readLocks(items, findings) ? null : items;
  }
  const before = items.slice(0, index);
  const after = items.slice(index);
  const named = after.some(({ meaning }) => KEEPABLE.has(meaning.kind));
  const asked = before.some(({ meaning }) => ASKING.has(meaning.kind));
  // "The person stays neutral": what is kept stands before the verb.
  const subject =
    !asked &&
    before.some(({ meaning }) => PLACED.has(meaning.kind)) &&
    !after.some(({ meaning }) => PLACED.has(meaning.kind));
  readLocks(named && !subject ? after : items, findings);
  return named && asked ? before : null;
}
