import type { Question, Reply } from './question.ts';

/** What came of a question. */
export interface Outcome {
  readonly question: Question;
  /** Undefined: not asked, or not settled. */
  readonly reply: Reply | undefined;
  /** Why it could not be settled. */
  readonly failure: string | undefined;
}

/** Whose answers they are. */
export interface HostFacts {
  /** Photoshop 27.8.0 */
  readonly host: string;
  readonly uxp: string;
  readonly plugin: string;
  /** ISO 8601 */
  readonly at: string;
}

export function agrees({ question, reply }: Outcome): boolean {
  return reply?.answer === question.expected;
}

export function inWords({ yes, no }: Question, answer: boolean): string {
  return answer ? yes : no;
}

/** What was found, for the person. */
export function foundWords({ question, reply, failure }: Outcome): string {
  if (failure !== undefined) return `not settled: ${failure}`;
  if (reply === undefined) return 'not asked';
  const seen = reply.seen === undefined || reply.seen === '' ? '' : ` (${reply.seen})`;
  return `${inWords(question, reply.answer)}${seen}`;
}

/** The whole report in Markdown, to be attached to a bug. There is nothing of the person's documents in it. */
export function reportText(facts: HostFacts, outcomes: readonly Outcome[]): string {
  const settled = outcomes.filter(({ reply, failure }) => reply !== undefined || failure !== undefined);
  const differing = settled.filter((one) => !agrees(one));
  const skipped = outcomes.filter((one) => !settled.includes(one));
  return [
    '# RetouchIQ self-test',
    '',
    `- ${facts.host}, UXP ${facts.uxp}`,
    `- RetouchIQ ${facts.plugin}`,
    `- ${facts.at}`,
    `- ${settled.length} questions, ${differing.length} answered otherwise than expected`,
    '',
    '| | question | expected | found | settles |',
    '|---|---|---|---|---|',
    ...settled.map(row),
    ...(skipped.length === 0
      ? []
      : ['', `Not asked: ${skipped.map(({ question }) => question.question).join(' ')}`]),
    '',
  ].join('\n');
}

function row(outcome: Outcome): string {
  const { question } = outcome;
  const cells = [
    agrees(outcome) ? '' : '**differs**',
    question.question,
    inWords(question, question.expected),
    foundWords(outcome),
    question.settles,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** Words of the host may hold anything. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[|\\<]/g, '\\$&')
    .slice(0, 600);
}
