import { extractJson } from './extract-json.ts';
import { badReply, type RequestFailed } from './failure.ts';
import { readReasoningKey } from './reasoning-key.ts';
import type { Redact } from './redact.ts';
import { splitThinking, splitUnopened } from './split-thinking.ts';
import type { Asked } from './status-failure.ts';

export interface Collected {
  readonly text: string;
  readonly reasoning: string;
  readonly cut: boolean;
  readonly pieces: number;
  readonly usage: ReportedUsage;
}

export interface ReportedUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars, from servers that tell. */
  readonly cost?: number;
}

export interface ReplyCollector {
  /** Takes one event of the stream; returns whether it brought text. */
  take(chunk: unknown): boolean;
  /** @throws {RequestFailed} when what came is no answer */
  finish(): Collected;
}

interface Wish {
  readonly asked: Asked;
  readonly redact: Redact;
  /** An object of JSON is wanted. */
  readonly wantsObject: boolean;
  readonly onReasoning: (piece: string) => void;
}

/** Puts the pieces of a reply together. Servers differ in what they send, so every field is looked at before it is used. */
export function collectReply({ asked, redact, wantsObject, onReasoning }: Wish): ReplyCollector {
  const [splitter, key] = [splitThinking(), readReasoningKey()];
  let [thought, answer, said, refusal] = ['', '', '', ''];
  let [pieces, finished] = [0, ''];
  let usage: ReportedUsage = { inputTokens: 0, outputTokens: 0 };

  function think(piece: string): void {
    thought += piece;
    if (piece !== '') onReasoning(piece);
  }
  function answerWith(piece: string): void {
    answer += piece;
    const more = wantsObject ? key.push(piece) : '';
    said += more;
    if (more === '') return;
    // Models that think and then give their reasons begin anew.
    onReasoning(said === more && thought !== '' ? `\n${more}` : more);
  }

  return {
    take(chunk) {
      const event = record(chunk);
      usage = readUsage(event['usage']) ?? usage;
      const choice = record(Array.isArray(event['choices']) ? event['choices'][0] : undefined);
      if (typeof choice['finish_reason'] === 'string') finished = choice['finish_reason'];
      const delta = record(choice['delta']);
      // vLLM renamed the field from `reasoning_content` to `reasoning`; some servers send both, with the same text.
      const reasoning = text(delta['reasoning_content']) || text(delta['reasoning']);
      const content = text(delta['content']);
      refusal += text(delta['refusal']);
      if (reasoning !== '') think(reasoning);
      if (content !== '') {
        const { thought: more, answer: piece } = splitter.push(content);
        think(more);
        answerWith(piece);
      }
      const brought = reasoning !== '' || content !== '';
      if (brought) pieces++;
      return brought;
    },
    finish() {
      const { thought: more, answer: rest } = splitter.end();
      think(more);
      answerWith(rest);
      checkEnd();
      const unopened = splitUnopened(answer);
      if (unopened.thought !== '') think(unopened.thought);
      const lost = unopened.answer.trim() === '' && finished !== 'length';
      // With some parsers of servers the answer lands in the thinking (vLLM issues 19222, 50948).
      const [reasoning, reply] = lost ? ['', thought.trim()] : [thought.trim(), unopened.answer];
      if (reply.trim() === '') throw nothing();
      return {
        text: wantsObject ? extractJson(reply) : reply,
        reasoning: reasoning === '' ? said.trim() : reasoning,
        cut: finished === 'length',
        pieces,
        usage,
      };
    },
  };

  function checkEnd(): void {
    if (refusal !== '')
      throw badReply(
        `${asked.model} declined: "${redact(refusal)}". Say it differently, or use another model`,
      );
    if (finished === 'content_filter')
      throw badReply(
        `${asked.host} withheld the answer (content filter): say it differently, or use another model`,
      );
    if (finished === '')
      throw badReply(`The answer of ${asked.host} broke off in the middle`, {
        retry: true,
        serverDown: true,
      });
  }

  function nothing(): RequestFailed {
    return finished === 'length'
      ? badReply(
          `${asked.model} used up its tokens with thinking: make "maxTokens" of the profile "${asked.name}" larger, or "effort" lower`,
        )
      : badReply(`${asked.model} answered with nothing`, { retry: true });
  }
}

function readUsage(value: unknown): ReportedUsage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const usage = record(value);
  const { prompt_tokens: input, completion_tokens: output, cost } = usage;
  return {
    inputTokens: count(input),
    outputTokens: count(output),
    ...(typeof cost === 'number' && Number.isFinite(cost) && cost >= 0 ? { cost } : {}),
  };
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.floor(value) : 0;
}

/** A text, or the texts of a list of parts (Mistral's servers send such). */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map((part) => text(record(part)['text'])).join('') : '';
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
