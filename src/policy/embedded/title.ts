import type { Draft } from './draft.ts';
import type { IntentGoal } from './intent.ts';
import type { Measures } from './measure.ts';
import { TRAITS, type Trait } from './traits.ts';

/** Characters that a card shows in one or two lines. */
const LONGEST = 60;
const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'] as const;

interface Titled {
  readonly draft: Draft;
  readonly lead: string;
}

/** What a candidate does, as long as its siblings are not known. */
export function titleOf({ lead }: { readonly lead: string }): string {
  return capital(lead === '' ? 'as asked' : lead);
}

/**
 * Titles: what each candidate does, and where it stands out among its siblings in something that its lead does not
 * speak of ("golden, glowing · darkest of the four"). No two are the same.
 */
export function titleDrafts(drafts: readonly Titled[], goals: readonly IntentGoal[]): string[] {
  const titles: string[] = [];
  for (const one of drafts) {
    const lead = titleOf(one);
    const traits = standingOut(one, drafts, goals).map((text) => `${lead} · ${text}`);
    const fitting = traits.filter((title) => title.length <= LONGEST);
    const others = drafts.some((other) => other !== one && other.lead === one.lead);
    const choices = [...fitting.slice(0, 1), lead, ...fitting.slice(1), ...variations(one.lead)];
    // A lead of its own says enough when no trait fits beside it; a shared one never does.
    const fresh = choices.filter(
      (title) => !titles.includes(title) && !(others && title === lead && fitting.length > 0),
    );
    titles.push(fresh[0]!);
  }
  return titles;
}

function variations(lead: string): string[] {
  const short = titleOf({ lead });
  return ['another version', ...Array.from({ length: 16 }, (_, i) => `version ${i + 2}`)].map(
    (text) => `${short} · ${text}`,
  );
}

/** Where a candidate is first or last of all, most telling first. */
function standingOut(one: Titled, all: readonly Titled[], goals: readonly IntentGoal[]): string[] {
  const others = all.filter((other) => other !== one).map(({ draft }) => draft.after.measures);
  // A matter of degree says so itself.
  if (others.length === 0 || /(further|as far)$/.test(one.lead)) return [];
  return TRAITS.filter(({ topic }) => !topic.test(one.lead))
    .map((trait) => ({ trait, ahead: lead(trait, one.draft.after.measures, others) }))
    .filter(({ trait, ahead }) => Math.abs(ahead) >= trait.worth && !opposes(trait, ahead, goals))
    .sort((x, y) => Math.abs(y.ahead) / y.trait.worth - Math.abs(x.ahead) / x.trait.worth)
    .map(({ trait, ahead }) => compare(trait, ahead, all.length));
}

/** Signed distance to the nearest sibling when the candidate is beyond all of them, else 0. */
function lead({ read }: Trait, own: Measures, others: readonly Measures[]): number {
  const value = read(own);
  const above = value - Math.max(...others.map(read));
  const below = value - Math.min(...others.map(read));
  return above > 0 ? above : Math.min(0, below);
}

/** "Brightest of the four" is no praise where darker was meant. */
function opposes({ axes }: Trait, ahead: number, goals: readonly IntentGoal[]): boolean {
  return goals.some(({ axis, direction }) => direction * (axes[axis] ?? 0) * ahead < 0);
}

function compare({ most, least, more, less }: Trait, ahead: number, count: number): string {
  if (count === 2) return `${ahead > 0 ? more : less} than the other`;
  return `${ahead > 0 ? most : least} of the ${NUMBERS[count] ?? count}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
