import { lookByName } from '#looks/looks.ts';
import { withoutParents } from '#looks/parents.ts';
import type { Reading } from '#wire/goal.ts';
import { LONGEST_LEAD, withSuffix } from './leads.ts';
import type { StyleChoice } from './style-prior.ts';

/** The two halves of a look weighed against each other. */
const EMPHASES = [
  { lead: 'mostly in tone', tone: 1.25, colour: 0.55 },
  { lead: 'mostly in colour', tone: 0.6, colour: 1.3 },
] as const;

/** Looks as one candidate understands them, with a lead that may be empty. */
export interface StyleSet {
  readonly styles: readonly StyleChoice[];
  readonly lead: string;
}

/**
 * Every reading of the named looks, then the usual one with its halves weighed against each other; `spare` has the
 * other readings weighed so.
 */
export function styleAlternatives(reading: Reading): {
  usual: readonly StyleSet[];
  spare: readonly StyleSet[];
} {
  const looks = withoutParents(reading.styles).flatMap(({ name, weight }) => {
    const look = lookByName(name);
    return look ? [{ look, weight }] : [];
  });
  if (looks.length === 0) return { usual: [{ styles: [], lead: '' }], spare: [] };
  // Two looks at once share the picture; laid over each other at full weight they would pile up.
  const share = looks.length > 1 ? 0.65 : 1;
  const choose = (turn: number, { lead, tone, colour }: { lead: string; tone: number; colour: number }) => {
    const styles = looks.map(({ look, weight }) => ({
      look,
      reading: look.readings[turn % look.readings.length]!,
      weight: weight * share,
      tone,
      colour,
    }));
    return { styles, lead: withSuffix(lookLead(styles), lead) };
  };
  const most = Math.max(...looks.map(({ look }) => look.readings.length));
  const turns = Array.from({ length: most }, (_, turn) => turn);
  const readings = turns.map((turn) => choose(turn, { lead: '', tone: 1, colour: 1 }));
  const empty = looks.every(({ look }) => Object.keys(look.readings[0]!.settings).length === 0);
  const [first = [], ...others] = empty ? [] : turns.map((turn) => EMPHASES.map((one) => choose(turn, one)));
  return { usual: [...readings, ...first], spare: others.flat() };
}

/** Titles of the looks together; of the last named, the most special one, when they are many words. */
function lookLead(styles: readonly StyleChoice[]): string {
  const titles = styles.map(({ reading }) => reading.title);
  const together = titles.join(', ');
  return together.length <= LONGEST_LEAD ? together : titles.at(-1)!;
}
