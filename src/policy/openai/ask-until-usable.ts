import type { ChatMessage, ChatReply } from '#openai/chat.ts';
import { RetouchError } from '#wire/error.ts';
import { repairMessages } from './prompts/repair.ts';
import type { AskOptions, Session } from './session.ts';

/** What was made of a reply; without items, `problems` says what to put right. */
export interface Outcome<Item> {
  readonly items: readonly Item[];
  readonly problems: readonly string[];
}

/**
 * Asks, and once more with what was wrong when nothing of the reply can be used.
 *
 * @throws {RetouchError} `model-failed` when the second reply is no better, and what the model's address throws
 */
export async function askUntilUsable<Item>(
  session: Session,
  messages: readonly ChatMessage[],
  how: AskOptions,
  read: (reply: ChatReply) => Outcome<Item>,
): Promise<readonly Item[]> {
  const first = await session.ask(messages, how);
  const outcome = read(first);
  if (outcome.items.length > 0) return outcome.items;
  const cut = first.cut ? ['It was cut off at the limit of tokens: keep it shorter.'] : [];
  const repair = repairMessages(first.text, [...cut, ...outcome.problems]);
  const again = await session.ask([...messages, ...repair], how);
  const second = read(again);
  if (second.items.length > 0) return second.items;
  const why = second.problems[0] ?? 'nothing in it can be used';
  throw new RetouchError('model-failed', `The model answered twice, but not with an edit: ${why}`);
}
