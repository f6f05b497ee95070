import { readJsonObject } from '#wire/forgiving-json.ts';
import { readJsonEdits } from '../dialects/json-edits.ts';
import { LONGEST_REASONING, plainText } from '../dialects/plain-text.ts';
import { distinctProposals } from '../distinct.ts';
import type { Proposal } from '../policy.ts';
import { admit } from './admit.ts';
import { askUntilUsable } from './ask-until-usable.ts';
import { proposalOf } from './draft.ts';
import { directMessages, directSchema } from './prompts/direct.ts';
import type { Session } from './session.ts';

/** The model's own numbers, all candidates in one reply. */
export async function proposeDirectly(session: Session, model: string): Promise<Proposal[]> {
  const { request, comparison, context } = session;
  const messages = directMessages(request, [await session.picture(request.base)]);
  const proposals = await askUntilUsable(session, messages, { schema: directSchema() }, (reply) => {
    const { edits, problems } = readJsonEdits(reply.text, context);
    const stated = readJsonObject(reply.text, ['reasoning', 'candidates'])?.value['reasoning'];
    const reasoning = plainText(stated, LONGEST_REASONING) || plainText(reply.reasoning, LONGEST_REASONING);
    session.leaveOut(edits.reduce((sum, { report }) => sum + report.length, 0));
    const made = edits.map((edit) => proposalOf(edit, request, { onto: 'replace', model, reasoning }));
    const admitted = admit(session, made);
    return { items: admitted.items, problems: [...problems, ...admitted.problems] };
  });
  return distinctProposals(proposals, comparison, request.candidates);
}
