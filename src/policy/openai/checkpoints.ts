import type { ChatReply } from '#openai/chat.ts';
import type { EditsReading } from '../dialects/dialect.ts';
import { readJarvisArt } from '../dialects/jarvisart.ts';
import { readRetouchIq } from '../dialects/retouchiq.ts';
import type { Proposal } from '../policy.ts';
import { jarvisArtMessages, retouchIqMessages } from './prompts/checkpoints.ts';
import { proposeBySamples, sampleEdit } from './samples.ts';
import type { Session } from './session.ts';

const CHECKPOINTS = {
  retouchiq: { messages: retouchIqMessages, read: readRetouchIq },
  jarvisart: { messages: jarvisArtMessages, read: readJarvisArt },
} as const;

/** A fine-tuned checkpoint that gives one edit per reply. `own` is the system prompt it was trained with. */
export async function proposeByCheckpoint(
  session: Session,
  dialect: keyof typeof CHECKPOINTS,
  model: string,
  own?: string,
): Promise<Proposal[]> {
  const { request, context } = session;
  const { messages, read } = CHECKPOINTS[dialect];
  const asked = messages(request.instruction, [await session.picture(request.base)], own);
  const readReply = (reply: ChatReply): EditsReading => read(reply.text, context);
  return await proposeBySamples(session, request.candidates, (turn) =>
    sampleEdit(session, asked, turn, model, readReply),
  );
}
