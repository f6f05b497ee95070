import type { ChatModel, ChatReply, ChatRequest } from '#openai/chat.ts';

/** A reply's text, a reply in full, or an error to fail with. */
export type Scripted = string | Partial<ChatReply> | Error;

export interface ScriptedChat extends ChatModel {
  /** Every request so far, in order. */
  readonly requests: ChatRequest[];
}

/** A chat model that answers from a list, or from a function of the request; the last entry of a list repeats. */
export function scriptedChat(
  script: readonly Scripted[] | ((request: ChatRequest, turn: number) => Scripted),
  id = 'test:scripted',
): ScriptedChat {
  const requests: ChatRequest[] = [];
  return {
    id,
    requests,
    async ask(request) {
      request.signal?.throwIfAborted();
      const turn = requests.push(request) - 1;
      const next =
        typeof script === 'function' ? script(request, turn) : script[Math.min(turn, script.length - 1)]!;
      if (next instanceof Error) throw next;
      const given = typeof next === 'string' ? { text: next } : next;
      if (given.reasoning) request.onReasoning?.(given.reasoning);
      return {
        text: '',
        reasoning: '',
        usage: { inputTokens: 1200, outputTokens: 300, cost: null },
        form: 'json_schema',
        attempts: 1,
        ...given,
      };
    },
  };
}
