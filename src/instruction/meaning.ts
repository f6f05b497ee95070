import type { ColorName } from '#image/observation.ts';
import { AXES, type Axis, type GoalRegion, type Lock } from '#wire/goal.ts';

/** A push on one axis; `amount` scales what was asked (1 unless given). */
export interface Effect {
  readonly axis: Axis;
  readonly direction: 1 | -1;
  readonly amount: number;
  readonly region?: GoalRegion;
}

export type Zone = 'highlights' | 'shadows' | 'whites' | 'blacks' | 'midtones';

/** Why something cannot be done with develop sliders; the sentences stand in `unsupported.ts`. */
export type EditKind =
  | 'crop'
  | 'rotate'
  | 'resize'
  | 'remove'
  | 'add'
  | 'replace'
  | 'clothes'
  | 'blur'
  | 'focus'
  | 'text'
  | 'face'
  | 'parts'
  | 'smooth'
  | 'art'
  | 'side'
  | 'selective'
  | 'generate'
  | 'file'
  | 'none';

/**
 * What a word or phrase means, the same in every language. The grammar in `heads.ts` and `resolve.ts` only sees these.
 *
 * - `quality`: an adjective. Its effects say what a picture of that quality has more of. `mood` is how it is meant when
 *   nothing else tells: `wish` ("bright"), `comparative` ("brighter") or `complaint` ("flat", "blown out").
 * - `axis`: a noun; effects of having more of it. `weak` nouns ("light", "color") mean nothing without a direction.
 * - `more`: a direction. `form` tells a verb ("increase") from an adjective ("less") and a particle ("down").
 * - `lack`: too little of something; `hidden`: too dark to be seen; `see`: what is to become visible.
 * - `side`: a half or corner of the frame. `selective`: one colour stays, the others go.
 * - `recover`: brings detail back, up in the dark and down in the light.
 */
export type Meaning =
  | {
      readonly kind: 'quality';
      readonly effects: readonly Effect[];
      readonly mood: 'wish' | 'comparative' | 'complaint';
      readonly wish?: readonly Effect[];
    }
  | { readonly kind: 'verb'; readonly effects: readonly Effect[] }
  | { readonly kind: 'axis'; readonly effects: readonly Effect[]; readonly weak?: boolean }
  | { readonly kind: 'zone'; readonly zone: Zone }
  | {
      readonly kind: 'region';
      readonly region: GoalRegion;
      readonly possessive?: boolean;
      readonly part?: boolean;
      /** "Them", "their": whatever was named before. */
      readonly pronoun?: boolean;
    }
  | { readonly kind: 'edges' }
  | { readonly kind: 'color'; readonly color: ColorName; readonly form: 'plain' | 'plural' | 'more' | 'ish' }
  | { readonly kind: 'cast'; readonly harmless: boolean }
  | {
      readonly kind: 'more';
      readonly direction: 1 | -1;
      readonly form: 'verb' | 'adjective' | 'particle';
      readonly strength?: number;
    }
  | { readonly kind: 'magnitude'; readonly direction: 1 | -1; readonly comparative?: boolean }
  | { readonly kind: 'degree'; readonly amount: number; readonly hedge?: boolean }
  | { readonly kind: 'quantity'; readonly amount: number; readonly sign: 1 | -1 | 0; readonly axis?: Axis }
  | { readonly kind: 'style'; readonly name: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'edit'; readonly edit: EditKind }
  | { readonly kind: 'not'; readonly form: 'no' | 'not' }
  | { readonly kind: 'mode'; readonly mode: Lock['mode'] }
  | { readonly kind: 'join'; readonly strength: 'soft' | 'or' | 'comma' | 'with' | 'hard' }
  | {
      readonly kind:
        | 'recover'
        | 'crush'
        | 'fix'
        | 'add'
        | 'remove'
        | 'replace'
        | 'move'
        | 'lack'
        | 'hidden'
        | 'see'
        | 'side'
        | 'selective'
        | 'enough'
        | 'too'
        | 'so'
        | 'excess'
        | 'keep'
        | 'touch'
        | 'asis'
        | 'only'
        | 'except'
        | 'be'
        | 'make'
        | 'should'
        | 'whole'
        | 'rest'
        | 'toward'
        | 'pop'
        | 'good'
        | 'nothing'
        | 'object'
        | 'blur'
        | 'possessive'
        | 'undo'
        | 'stronger'
        | 'gentler'
        | 'filler'
        | 'unknown';
    };

export type Kind = Meaning['kind'];

/** Rows of a vocabulary: phrases divided by `|`, and what they mean. */
export type Table = readonly (readonly [phrases: string, meaning: Meaning])[];

/** The words of one language. Phrases are written as `normalise` leaves them. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  readonly tables: readonly Table[];
  /** Set for languages written without spaces: every character is a token. */
  readonly unspaced?: boolean;
}

const EFFECT = /^([a-z]+)([+-])([\d.]*)(?:@([a-z]+))?$/;

/**
 * Effects from their short form: `'contrast+ vibrance+.5'`, with `@region` where one belongs to a region.
 *
 * @throws {SyntaxError} for a malformed effect: tables are data of the project, a slip must not pass silently.
 */
export function effects(short: string): readonly Effect[] {
  return short.split(' ').map((part) => {
    const [, axis, sign, amount, region] = EFFECT.exec(part) ?? [];
    if (axis === undefined || !(AXES as readonly string[]).includes(axis)) {
      throw new SyntaxError(`Cannot read effect "${part}"`);
    }
    return {
      axis: axis as Axis,
      direction: sign === '+' ? 1 : -1,
      amount: amount ? Number(amount) : 1,
      ...(region ? { region: region as GoalRegion } : {}),
    };
  });
}

export function wish(short: string): Meaning {
  return { kind: 'quality', effects: effects(short), mood: 'wish' };
}
export function comparative(short: string): Meaning {
  return { kind: 'quality', effects: effects(short), mood: 'comparative' };
}
/** `state` is what such a picture has; `wished` what to do when somebody wants it that way. */
export function complaint(state: string, wished = state): Meaning {
  return { kind: 'quality', effects: effects(state), mood: 'complaint', wish: effects(wished) };
}
export function verb(short: string): Meaning {
  return { kind: 'verb', effects: effects(short) };
}
export function axis(short: string, weak = false): Meaning {
  return { kind: 'axis', effects: effects(short), ...(weak ? { weak } : {}) };
}
export function more(direction: 1 | -1, form: 'verb' | 'adjective' | 'particle', strength?: number): Meaning {
  return { kind: 'more', direction, form, ...(strength === undefined ? {} : { strength }) };
}
export function region(name: GoalRegion): Meaning {
  return { kind: 'region', region: name };
}
export function degree(amount: number): Meaning {
  return { kind: 'degree', amount };
}
export function style(name: string): Meaning {
  return { kind: 'style', name };
}
export function edit(kind: EditKind): Meaning {
  return { kind: 'edit', edit: kind };
}
