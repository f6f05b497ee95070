import type { Head, Heads, Modifiers } from './heads.ts';
import type { Effect } from './meaning.ts';

/** What the segment before hands on to one that has no words of its own for it ("more contrast and saturation"). */
export interface Carry {
  readonly direction: 1 | -1 | null;
  readonly too: boolean;
  readonly be: boolean;
  readonly lack: boolean;
  readonly remove: boolean;
  readonly add: boolean;
  readonly recover: boolean;
  readonly crush: boolean;
  readonly negated: Modifiers['negated'];
  readonly amount: number | null;
  /** Whether the segment before was a lock, whose targets may go on. */
  readonly lock: boolean;
  /** Whether it is joined by "or", so that a negation goes on ("nothing too dark or moody"). */
  readonly or: boolean;
}

export const NO_CARRY: Carry = {
  direction: null,
  too: false,
  be: false,
  lack: false,
  remove: false,
  add: false,
  recover: false,
  crush: false,
  negated: null,
  amount: null,
  lock: false,
  or: false,
};

/** What to do with a head: move it (`sign`), keep it where it is (`lock`), stop it going further (`limit`), or nothing. */
export type Verdict =
  | { readonly act: 'goal'; readonly sign: 1 | -1; readonly effects: readonly Effect[] }
  | { readonly act: 'limit'; readonly sign: 1 | -1; readonly effects: readonly Effect[] }
  | { readonly act: 'lock'; readonly effects: readonly Effect[] }
  | { readonly act: 'none' };

const NONE: Verdict = { act: 'none' };

/** Which way a head pushes, from its own modifiers, the segment's and what the segment before handed on. */
export function judge(head: Head, segment: Heads, carry: Carry): Verdict {
  const { meaning } = head.item;
  if (meaning.kind === 'quality') return judgeQuality(head, meaning, segment, carry);
  if (meaning.kind === 'verb') return judgeVerb(head, meaning.effects, segment);
  if (meaning.kind === 'axis') return judgeNoun(head, meaning, segment, carry);
  return NONE;
}

function judgeQuality(
  head: Head,
  meaning: {
    mood: 'wish' | 'comparative' | 'complaint';
    effects: readonly Effect[];
    wish?: readonly Effect[];
  },
  segment: Heads,
  carry: Carry,
): Verdict {
  const { modifiers, flags } = head;
  const state = meaning.effects;
  const goal = (sign: 1 | -1): Verdict => ({
    act: 'goal',
    sign,
    effects: sign === 1 ? (meaning.wish ?? state) : state,
  });
  const observed = (flags.be || modifiers.hedge) && !flags.make && !flags.should;
  const bare = meaning.mood !== 'comparative';

  if (modifiers.too || (modifiers.excess && bare) || (segment.left.excess && bare)) {
    return modifiers.negated
      ? { act: 'limit', sign: -1, effects: state }
      : { act: 'goal', sign: -1, effects: state };
  }
  if (modifiers.negated) {
    if (modifiers.enough || segment.left.enough) return goal(1);
    if (modifiers.direction !== null || state[0]!.axis === 'highlights')
      return { act: 'lock', effects: state };
    // "Not very sharp" says what is missing.
    const meagre =
      modifiers.amount !== null && modifiers.amount >= 1.5 && meaning.mood === 'wish' && !flags.make;
    if (meagre) return goal(1);
    if (modifiers.so) return observed && meaning.mood === 'wish' ? goal(1) : goal(-1);
    if (observed && bare) return meaning.mood === 'wish' ? goal(1) : NONE;
    if (flags.make || !bare)
      return meaning.mood === 'complaint'
        ? { act: 'limit', sign: -1, effects: state }
        : { act: 'lock', effects: state };
    return { act: 'limit', sign: -1, effects: state };
  }
  if (modifiers.enough || segment.left.enough) return NONE;
  if (flags.undo) return goal(-1);
  if (modifiers.direction !== null) return goal(modifiers.direction);
  if (flags.fix || flags.remove) return { act: 'goal', sign: -1, effects: state };
  if (!bare) return goal(1);
  // "… and warm it" is an order of its own, not more of the one before.
  if (!flags.be && !flags.make && !segment.others.has('whole')) {
    if (carry.too) return goal(-1);
    if (carry.direction !== null && meaning.mood === 'wish') return goal(carry.direction);
    if (carry.negated) return { act: 'limit', sign: -1, effects: state };
    if (carry.be) return goal(-1);
  }
  // "Dark face", and nothing else: nobody wishes for that.
  const lone = !flags.make && !flags.should && !flags.add && segment.heads.length === 1;
  if (lone && bare && isDark(state) && segment.regions.some(({ meaning }) => isSomebody(meaning)))
    return goal(-1);
  const styled = !flags.be && segment.others.has('style');
  if (meaning.mood === 'complaint' && styled) return goal(1);
  if (meaning.mood === 'complaint') return goal(flags.make || flags.should || flags.add ? 1 : -1);
  return goal(observed ? -1 : 1);
}

function isDark(state: readonly Effect[]): boolean {
  return state[0]!.axis === 'brightness' && state[0]!.direction === -1;
}

function isSomebody(meaning: Head['item']['meaning']): boolean {
  return meaning.kind === 'region' && ['face', 'skin', 'person'].includes(meaning.region);
}

function judgeVerb(head: Head, effects: readonly Effect[], segment: Heads): Verdict {
  const { modifiers, flags } = head;
  if (modifiers.negated) return { act: 'lock', effects };
  if (effects[0]!.axis === 'highlights' && flags.be && !flags.make) return { act: 'goal', sign: -1, effects };
  if (
    modifiers.too ||
    modifiers.excess ||
    segment.left.excess ||
    flags.undo ||
    (flags.remove && effects.length > 0)
  ) {
    return { act: 'goal', sign: -1, effects };
  }
  if (modifiers.directionForm === 'adjective' && modifiers.direction === -1)
    return { act: 'goal', sign: -1, effects };
  // "Sharpening a little lower"; "darken it down" only says it twice.
  const { left } = segment;
  if (left.direction === -1 && left.directionForm !== 'particle') return { act: 'goal', sign: -1, effects };
  return { act: 'goal', sign: 1, effects };
}

function judgeNoun(
  head: Head,
  meaning: { effects: readonly Effect[]; weak?: boolean },
  segment: Heads,
  carry: Carry,
): Verdict {
  const { modifiers, flags } = head;
  const { left } = segment;
  const { effects } = meaning;
  const goal = (sign: 1 | -1): Verdict => ({ act: 'goal', sign, effects });
  const direction = modifiers.direction ?? left.direction;

  if (modifiers.too && direction !== null) return goal(-direction as 1 | -1);
  if (left.too && direction !== null) return goal(-direction as 1 | -1);
  // "A touch of clarity is enough".
  if (left.enough && !left.negated && !modifiers.negated) return modifiers.amount === null ? NONE : goal(1);
  // "Too heavy", "too intense": the degree is what there is too much of.
  const heavy = left.too && left.amount !== null;
  if (modifiers.excess || left.excess || heavy) {
    return modifiers.negated || left.negated ? { act: 'limit', sign: -1, effects } : goal(-1);
  }
  if (modifiers.negated || left.negated) {
    if (modifiers.enough || left.enough) return goal(1);
    // "It does not need more contrast".
    const changes =
      flags.lack || direction !== null || flags.add || flags.remove || flags.crush || flags.make;
    if (changes) return { act: 'lock', effects };
    if (flags.be && !flags.make) return goal(1);
    if (modifiers.negated === 'not') return { act: 'lock', effects };
    return goal(-1);
  }
  if (modifiers.quantity?.sign || left.quantity?.sign) {
    const sign = (modifiers.quantity?.sign || left.quantity?.sign) as 1 | -1;
    return goal(direction === -1 ? -1 : sign);
  }
  if (flags.undo || segment.flags.remove) return goal(direction === 1 && flags.undo ? 1 : -1);
  if (direction !== null) {
    // "The contrast is low" complains, "lower contrast" asks.
    const form = modifiers.directionForm ?? left.directionForm;
    const complains = form === 'state' && flags.be && !flags.make && !flags.should;
    return goal((complains ? -direction : direction) as 1 | -1);
  }
  if (flags.fix) return isNuisance(effects) ? goal(-1) : NONE;
  if (
    flags.lack ||
    flags.hidden ||
    flags.see ||
    flags.recover ||
    flags.add ||
    (meaning.weak && segment.flags.crush)
  )
    return goal(1);
  // "No filters, just natural colors".
  if (meaning.weak && segment.others.has('style')) return NONE;
  if (!flags.make && !flags.be) {
    if (carry.negated) return goal(-1);
    if (carry.remove) return goal(-1);
    if (carry.direction !== null) return goal(carry.direction);
    if (carry.too) return goal(-1);
    if (carry.lack || carry.add) return goal(1);
  }
  if (flags.be && !flags.make && isNuisance(effects)) return goal(-1);
  if (meaning.weak || (flags.be && !flags.make)) return NONE;
  // "A cooler color temperature": the adjective has said it.
  if (segment.heads.some((other) => other !== head && other.item.meaning.kind === 'quality')) return NONE;
  return goal(isNuisance(effects) && effects[0]!.axis === 'noise' ? -1 : 1);
}

/** What nobody wants more of unless he says so. */
function isNuisance(effects: readonly Effect[]): boolean {
  return effects.some(
    ({ axis, direction, region }) =>
      axis === 'noise' ||
      axis === 'grain' ||
      axis === 'vignette' ||
      (axis === 'dehaze' && direction === -1) ||
      region === 'red' ||
      (axis === 'sharpness' && direction === -1) ||
      axis === 'highlights',
  );
}
