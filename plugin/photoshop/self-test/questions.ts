import { DOCUMENT_QUESTIONS } from './questions/document.ts';
import { FILTER_QUESTIONS } from './questions/filter.ts';
import { LOCAL_QUESTIONS } from './questions/local.ts';
import { MODE_QUESTIONS } from './questions/modes.ts';
import { PIXEL_QUESTIONS } from './questions/pixels.ts';
import { RUNTIME_QUESTIONS } from './questions/runtime.ts';
import { SMART_FILTER_QUESTIONS } from './questions/smart-filters.ts';

/** In the order in which they are asked: what everything rests on first. */
export const QUESTIONS = [
  ...FILTER_QUESTIONS,
  ...SMART_FILTER_QUESTIONS,
  ...LOCAL_QUESTIONS,
  ...MODE_QUESTIONS,
  ...PIXEL_QUESTIONS,
  ...DOCUMENT_QUESTIONS,
  ...RUNTIME_QUESTIONS,
] as const;

type QuestionId = (typeof QUESTIONS)[number]['id'];

/** What adapters go by where hosts differ. */
export type HostAnswers = Readonly<Record<QuestionId, boolean>>;

/** As long as the host was not asked. */
export const EXPECTED_ANSWERS: HostAnswers = answersOf(() => undefined);

/** Answers that were stored; what is missing in them, or odd, is what is expected. */
export function readAnswers(stored: unknown): HostAnswers {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return answersOf((id) => (Object.hasOwn(given, id) ? given[id] : undefined));
}

function answersOf(found: (id: QuestionId) => unknown): HostAnswers {
  return Object.fromEntries(
    QUESTIONS.map(({ id, expected }) => {
      const answer = found(id);
      return [id, typeof answer === 'boolean' ? answer : expected];
    }),
  ) as HostAnswers;
}
