import type { ChatMessage } from '#openai/chat.ts';
import { plainText } from '../../dialects/plain-text.ts';

/** Characters of a failed reply that are sent back. */
const MOST = 4000;

/** The reply and what was wrong with it, for one more try. */
export function repairMessages(reply: string, problems: readonly string[]): readonly ChatMessage[] {
  const list = problems.slice(0, 12).map((problem) => `- ${plainText(problem, 200)}`);
  const text = `Your answer could not be used:\n${list.join('\n')}\n\nAnswer again in the form asked for, complete and with nothing around it.`;
  return [
    // An empty turn is refused by some servers.
    { role: 'assistant', text: reply.trim() === '' ? '(no answer)' : reply.slice(0, MOST) },
    { role: 'user', text },
  ];
}
