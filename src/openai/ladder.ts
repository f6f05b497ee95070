import type { ChatReply } from './chat.ts';
import type { Failure } from './failure.ts';

export type Form = ChatReply['form'];

/** Ways to ask for JSON, the strictest first. */
const FORMS: readonly Form[] = ['json_schema', 'json_object', 'text'];

/** What one model at one address turned out not to take. Kept while the program runs. */
export interface Ladder {
  readonly form: Form;
  /** Request fields that it refuses. */
  readonly refused: ReadonlySet<string>;
  /**
   * Steps down when the failure of a request with these fields means "unsupported".
   *
   * @returns whether the request is worth repeating
   */
  stepDown(failure: Failure, sent: Readonly<Record<string, unknown>>): boolean;
}

/** Fields that a request can do without, or have under another name. */
const SPARE = [
  'temperature',
  'seed',
  'stream_options',
  'max_tokens',
  'max_completion_tokens',
  'reasoning_effort',
  'reasoning',
  'chat_template_kwargs',
  'store',
  'usage',
  'provider',
];

/** What servers call the ways of asking for JSON, and the machinery behind them. */
const ABOUT_FORM =
  /response_?format|response_?schema|json_?schema|json_?object|json mode|schema|structured|guided|grammar/i;

export function createLadder(): Ladder {
  let rung = 0;
  const refused = new Set<string>();
  return {
    get form() {
      return FORMS[rung]!;
    },
    refused,
    stepDown({ status, field, words = '' }, sent) {
      // Not found and forbidden are about the model, 500 about the server: only these mean "I do not know this".
      if (status !== 400 && status !== 415 && status !== 422 && status !== 501) return false;
      const spare = SPARE.find(
        (name) => name in sent && !refused.has(name) && (field === name || names(words, name)),
      );
      if (spare !== undefined) {
        refused.add(spare);
        return true;
      }
      const form = record(sent['response_format'])['type'];
      if (form === undefined || !(ABOUT_FORM.test(field ?? '') || ABOUT_FORM.test(words))) return false;
      // Another request may have stepped down meanwhile.
      if (form === FORMS[rung]) rung++;
      return true;
    },
  };
}

/** Whether a sentence has the name as a whole word; `usage` and `provider` alone are too common to mean the field. */
function names(sentence: string, name: string): boolean {
  const quoted = ['usage', 'provider', 'store', 'seed', 'reasoning'].includes(name);
  return new RegExp(quoted ? `["'\`]${name}["'\`]` : `(?<![\\w-])${name}(?![\\w-])`).test(sentence);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
