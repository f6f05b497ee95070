import type { Probe } from './probe.ts';

/** What a host does, yes or no, and what else was seen. */
export interface Reply {
  readonly answer: boolean;
  /** Figures and words of the host, for the report. */
  readonly seen?: string;
}

/**
 * Something about the host that only a real one can tell, as data. Adapters go by the answer (`HostAnswers` under the
 * question's id), and by `expected` as long as it was not asked.
 */
export interface Question<Id extends string = string> {
  readonly id: Id;
  /** Answered by yes or no. */
  readonly question: string;
  readonly expected: boolean;
  /** In words, for the person. */
  readonly yes: string;
  readonly no: string;
  /** What depends on it in the plug-in. */
  readonly settles: string;
  /**
   * On the test's own document, which is as it was before for every question.
   *
   * @returns undefined when it cannot be asked now (no service, an older host): that settles nothing
   */
  readonly ask: (probe: Probe) => Promise<Reply | boolean | undefined>;
}

/** Keeps the id's literal type, from which the answers' names derive. */
export function question<const Id extends string>(given: Question<Id>): Question<Id> {
  return given;
}
