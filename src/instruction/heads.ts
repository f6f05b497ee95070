import type { Axis } from '#wire/goal.ts';
import type { Item } from './match.ts';
import type { Kind } from './meaning.ts';

/** What stands before (or after) a word and bends it. */
export interface Modifiers {
  negated: 'no' | 'not' | null;
  too: boolean;
  so: boolean;
  excess: boolean;
  enough: boolean;
  /** From "more", "less", "increase", "down"… */
  direction: 1 | -1 | null;
  directionForm: 'verb' | 'adjective' | 'particle' | 'state' | null;
  amount: number | null;
  /** "Kind of dark": said of what is seen. */
  hedge: boolean;
  quantity: { readonly amount: number; readonly sign: 1 | -1 | 0; readonly axis?: Axis } | null;
}

/** Things said once that colour the whole segment from there on. */
export interface Flags {
  be: boolean;
  make: boolean;
  should: boolean;
  fix: boolean;
  lack: boolean;
  hidden: boolean;
  see: boolean;
  remove: boolean;
  add: boolean;
  recover: boolean;
  crush: boolean;
  move: boolean;
  undo: boolean;
}

/** A word that can become a goal, with what bent it and what had been said before it. */
export interface Head {
  readonly item: Item;
  readonly modifiers: Modifiers;
  readonly flags: Flags;
  /** Where its words start. */
  readonly start: number;
}

export interface Heads {
  /** Adjectives, verbs and nouns of an axis, styles and "pop". */
  readonly heads: readonly Head[];
  /** Zones and colours, which are a goal's axis or only its place. */
  readonly places: readonly Head[];
  readonly regions: readonly Item[];
  readonly others: ReadonlySet<Kind>;
  /** Modifiers that no head took, at the end of the segment. */
  readonly left: Modifiers;
  readonly flags: Flags;
  readonly start: number;
  readonly end: number;
}

export function noModifiers(): Modifiers {
  return {
    negated: null,
    too: false,
    so: false,
    excess: false,
    enough: false,
    direction: null,
    directionForm: null,
    amount: null,
    hedge: false,
    quantity: null,
  };
}

export function noFlags(): Flags {
  return {
    be: false,
    make: false,
    should: false,
    fix: false,
    lack: false,
    hidden: false,
    see: false,
    remove: false,
    add: false,
    recover: false,
    crush: false,
    move: false,
    undo: false,
  };
}

const TAKES_MODIFIERS: ReadonlySet<Kind> = new Set<Kind>(['quality', 'verb', 'axis', 'style', 'pop']);
const FLAG_KINDS: ReadonlySet<string> = new Set(Object.keys(noFlags()));

/** Reads a segment from left to right and gives every head the modifiers before it. */
export function collectHeads(items: readonly Item[]): Heads {
  const heads: Head[] = [];
  const places: Head[] = [];
  const regions: Item[] = [];
  const others = new Set<Kind>();
  const flags = noFlags();
  let modifiers = noModifiers();
  let from: number | null = null;
  /** A zone or colour has already used the direction. */
  let spent = false;

  items.forEach((item, index) => {
    const { meaning } = item;
    others.add(meaning.kind);
    if (item.text === 'out' && items.some(({ text }) => text === 'take' || text === 'pull')) {
      // "Take some of the red out".
      flags.remove = true;
      return;
    }
    if (item.text === 'back' && items.some(({ text }) => /^(bring|gets?)\b/.test(text))) {
      // "Bring the shadows back" recovers, "dial the saturation back" lowers.
      flags.recover = true;
      return;
    }
    if (meaning.kind === 'toward' && isMisspeltToo(items, index)) {
      modifiers.too = true;
      from ??= item.start;
      return;
    }
    // "So dark!" is said of what is seen; "as dark as possible" is not.
    if (/^so+$/.test(item.text) && modifiers.negated === null) modifiers.hedge = true;
    if (bend(meaning, modifiers)) {
      from ??= item.start;
      return;
    }
    if (FLAG_KINDS.has(meaning.kind)) {
      flags[meaning.kind as keyof Flags] = true;
      if (meaning.kind !== 'make' && meaning.kind !== 'be') from ??= item.start;
      return;
    }
    if (meaning.kind === 'possessive') {
      // "The sky's too bright" has a verb in it, "the bride's face" has none.
      const next = items[index + 1]?.meaning.kind;
      if (next === 'too' || next === 'quality' || next === 'degree' || next === 'not') flags.be = true;
      return;
    }
    if (meaning.kind === 'region' || meaning.kind === 'edges') {
      regions.push(item);
      return;
    }
    const isPlace = meaning.kind === 'zone' || meaning.kind === 'color' || meaning.kind === 'cast';
    if (!isPlace && !TAKES_MODIFIERS.has(meaning.kind)) return;
    (isPlace ? places : heads).push({
      item,
      modifiers: spent && meaning.kind === 'style' ? { ...modifiers, direction: null } : { ...modifiers },
      flags: { ...flags },
      start: from ?? item.start,
    });
    if (isPlace) {
      spent ||= modifiers.direction !== null;
      return;
    }
    modifiers = noModifiers();
    spent = false;
    from = null;
  });
  return {
    heads,
    places,
    regions,
    others,
    left: modifiers,
    flags,
    start: items[0]?.start ?? 0,
    end: items.at(-1)?.end ?? 0,
  };
}

/** "To dark" and "it is to warm" mean "too"; "turn it to warm" and "from cold to warm" do not. */
function isMisspeltToo(items: readonly Item[], index: number): boolean {
  const next = items[index + 1]?.meaning;
  if (next?.kind !== 'quality' || next.mood === 'comparative' || items[index]!.text !== 'to') return false;
  const before = items[index - 1];
  return (
    before === undefined || before.text === 'its' || ['be', 'degree', 'region'].includes(before.meaning.kind)
  );
}

/** Takes a modifier in; false when the word is none. */
function bend(meaning: Item['meaning'], modifiers: Modifiers): boolean {
  switch (meaning.kind) {
    case 'not':
      modifiers.negated = meaning.form;
      return true;
    case 'except':
      modifiers.negated ??= 'not';
      return true;
    case 'too':
      modifiers.too = true;
      return true;
    case 'so':
      modifiers.so = true;
      return true;
    case 'excess':
      modifiers.excess = true;
      return true;
    case 'enough':
      modifiers.enough = true;
      return true;
    case 'more':
    case 'magnitude':
      // An adjective says which way ("add less"); a verb before it only says that something is to be done.
      if (modifiers.directionForm !== 'adjective') {
        modifiers.direction = meaning.direction;
        modifiers.directionForm = meaning.kind === 'more' ? meaning.form : 'state';
      } else if (modifiers.direction !== null && meaning.kind === 'more' && meaning.form !== 'adjective') {
        modifiers.direction = meaning.direction;
      }
      return true;
    case 'stronger':
    case 'gentler':
      modifiers.direction ??= meaning.kind === 'stronger' ? 1 : -1;
      modifiers.directionForm ??= 'adjective';
      return true;
    case 'degree':
      modifiers.hedge ||= meaning.hedge === true;
      // "A little too much", "way more": the first word of degree is the one that counts, unless it is a plain "some".
      // "Very subtle" is subtle.
      if (modifiers.amount === null || modifiers.amount === 1 || meaning.amount < 1)
        modifiers.amount = meaning.amount;
      return true;
    case 'quantity':
      // "Minus one stop" is a sign in words.
      if (modifiers.negated === 'no' && meaning.sign === 0) {
        modifiers.negated = null;
        modifiers.direction = -1;
        modifiers.directionForm = 'particle';
      }
      modifiers.quantity = meaning;
      return true;
    default:
      return false;
  }
}
