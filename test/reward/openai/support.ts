import type { ChatModel, ChatReply, ChatRequest } from '#openai/chat.ts';
import { RetouchError } from '#wire/error.ts';

/** What the model says to a request: a text, an object (as JSON), or a failure. */
export type Line = string | object | RetouchError;

/** A chat model that says what it is told to, by the name of the form asked for, and remembers what it was asked. */
export function scriptedChat(
  script: Readonly<Record<string, Line | readonly Line[] | ((request: ChatRequest) => Line)>>,
): ChatModel & { readonly asked: readonly ChatRequest[]; count(name: string): number } {
  const asked: ChatRequest[] = [];
  const count = (name: string) => asked.filter(({ schema }) => schema?.name === name).length;
  return {
    id: 'double:judge',
    asked,
    count,
    ask: async (request): Promise<ChatReply> => {
      const name = request.schema?.name ?? '';
      const part = script[name];
      const turn = count(name);
      asked.push(request);
      const line =
        typeof part === 'function'
          ? part(request)
          : Array.isArray(part)
            ? part[Math.min(turn, part.length - 1)]
            : part;
      if (line instanceof RetouchError) throw line;
      if (line === undefined) throw new RetouchError('model-failed', `Nothing was written for '${name}'`);
      return {
        text: typeof line === 'string' ? line : JSON.stringify(line),
        reasoning: '',
        usage: { inputTokens: 100, outputTokens: 20, cost: 0.001 },
        form: 'json_schema',
        attempts: 1,
      };
    },
  };
}

/** Everything that a request says in words. */
export function wordsOf({ messages }: ChatRequest): string {
  return messages.map(({ text }) => text).join('\n');
}

export function imagesOf({ messages }: ChatRequest): readonly Uint8Array[] {
  return messages.flatMap(({ images }) => images ?? []);
}

export const CRITERIA = {
  reasoning: 'Late light, so warm it.',
  criteria: [
    { name: 'Warmer light', why: 'The wish says warmer.', weight: 70, asked: true },
    { name: 'Natural skin', why: 'There is a person in it.', weight: 30, asked: false },
  ],
};

/** A reply with these scores, one for each criterion. */
export function scoresOf(...scores: readonly number[]): object {
  return {
    reasoning: 'It is warmer.',
    scores: scores.map((score, i) => ({ criterion: i + 1, evidence: `Seen at place ${i + 1}`, score })),
  };
}
