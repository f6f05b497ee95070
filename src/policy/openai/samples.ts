import type { ChatMessage, ChatReply } from '#openai/chat.ts';
import type { EditsReading } from '../dialects/dialect.ts';
import { LONGEST_REASONING, plainText } from '../dialects/plain-text.ts';
import { distinctProposals } from '../distinct.ts';
import type { Proposal } from '../policy.ts';
import { admit } from './admit.ts';
import { askUntilUsable, type Outcome } from './ask-until-usable.ts';
import { proposalOf } from './draft.ts';
import type { Session } from './session.ts';

/** Enough for samples to differ, not enough for them to lose the thread. */
export const SAMPLE_TEMPERATURE = 0.8;
/** Samples under way at once. */
const ABREAST = 4;
/** Samples asked at most for each alternative wanted: a model that repeats itself must not cost without end. */
const TRIES = 2;

/** One edit per reply: as many samples as it takes, within bounds, for the alternatives wanted. */
export async function proposeBySamples(
  session: Session,
  wanted: number,
  sample: (turn: number) => Promise<readonly Proposal[]>,
): Promise<Proposal[]> {
  const found: Proposal[] = [];
  let failure: unknown;
  let chosen: Proposal[] = [];
  for (let turn = 0; chosen.length < wanted && turn < TRIES * wanted; ) {
    const count = Math.min(ABREAST, Math.max(1, wanted - chosen.length), TRIES * wanted - turn);
    const answers = await Promise.allSettled(Array.from({ length: count }, (_, i) => sample(turn + i)));
    session.request.signal?.throwIfAborted();
    for (const answer of answers) {
      if (answer.status === 'fulfilled') found.push(...answer.value);
      else failure ??= answer.reason;
    }
    turn += count;
    const before = chosen.length;
    chosen = distinctProposals(found, session.comparison, wanted);
    // A round that brought nothing new, or only errors: the next would not either.
    if (chosen.length === before) break;
  }
  if (chosen.length === 0 && failure !== undefined) throw failure;
  return chosen;
}

/** One sample of a checkpoint that answers in one reply; the first is repaired once, the others only count. */
export async function sampleEdit(
  session: Session,
  messages: readonly ChatMessage[],
  turn: number,
  model: string,
  read: (reply: ChatReply) => EditsReading,
): Promise<readonly Proposal[]> {
  const outcome = (reply: ChatReply): Outcome<Proposal> => {
    const { edits, problems } = read(reply);
    session.leaveOut(edits.reduce((sum, { report }) => sum + report.length, 0));
    const proposals = edits.map((edit) => {
      const reasoning = edit.reasoning || plainText(reply.reasoning, LONGEST_REASONING);
      const plain = { ...edit, reasoning: '' };
      return proposalOf(plain, session.request, { onto: 'add', model, reasoning });
    });
    const admitted = admit(session, proposals);
    return { items: admitted.items, problems: [...problems, ...admitted.problems] };
  };
  const how = { temperature: SAMPLE_TEMPERATURE, turn };
  if (turn === 0) return await askUntilUsable(session, messages, how, outcome);
  return outcome(await session.ask(messages, how)).items;
}
