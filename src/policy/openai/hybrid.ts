import { RetouchError } from '#wire/error.ts';
import type { Reading } from '#wire/goal.ts';
import type { ReasoningStep } from '#wire/result.ts';
import { type ModelReading, readGoalReadings, UNSPOKEN } from '../dialects/goal-readings.ts';
import { LONGEST_REASONING, plainText } from '../dialects/plain-text.ts';
import { distinctProposals } from '../distinct.ts';
import type { PolicyModel, Proposal, ProposeRequest } from '../policy.ts';
import { askUntilUsable } from './ask-until-usable.ts';
import { said } from './draft.ts';
import { hybridMessages, hybridSchema } from './prompts/hybrid.ts';
import type { Session } from './session.ts';
import { joinReading, settledFacts, settledWish } from './settled-wish.ts';

interface Understanding {
  readonly own: ModelReading;
  readonly reading: Reading;
  /** What the model said of the photo and the wish as a whole. */
  readonly reasoning: string;
}

/** The model reads the picture and the wish; the solver finds the sliders for each of its readings. */
export async function proposeByReadings(
  session: Session,
  solver: PolicyModel,
  model: string,
): Promise<Proposal[]> {
  const { request } = session;
  const wish = settledWish(request);
  const messages = hybridMessages(request, [await session.picture(request.base)], settledFacts(wish));
  const understood = await askUntilUsable(session, messages, { schema: hybridSchema() }, (reply) => {
    const parsed = readGoalReadings(reply.text, request.instruction);
    if (parsed.refusal !== undefined)
      throw new RetouchError(
        'model-failed',
        `The model finds nothing here that sliders can do: ${parsed.refusal}`,
      );
    const reasoning = parsed.reasoning || plainText(reply.reasoning, LONGEST_REASONING);
    session.leaveOut(parsed.readings.reduce((sum, { notes }) => sum + notes.length, 0));
    const items = parsed.readings.flatMap((own): Understanding[] => {
      const reading = joinReading(wish, own);
      return reading ? [{ own, reading, reasoning }] : [];
    });
    const empty = items.length === 0 && parsed.readings.length > 0;
    return {
      items,
      problems: empty ? ['Nothing is left of the readings without what must stay.'] : parsed.problems,
    };
  });
  return await solveReadings(session, understood.slice(0, request.candidates), solver, model);
}

/** One way to meet each reading first; where that leaves too few different pictures, further ways. */
async function solveReadings(
  session: Session,
  understood: readonly Understanding[],
  solver: PolicyModel,
  model: string,
): Promise<Proposal[]> {
  const { request, comparison } = session;
  const share = Math.ceil(request.candidates / understood.length);
  let chosen: Proposal[] = [];
  for (const candidates of [share, Math.min(16, share + 2)]) {
    const lists: Proposal[][] = [];
    for (const one of understood) lists.push(await solve(request, one, candidates, solver, model));
    const turns = Array.from({ length: candidates }, (_, turn) =>
      lists.flatMap((list) => list.slice(turn, turn + 1)),
    );
    chosen = distinctProposals(turns.flat(), comparison, request.candidates);
    if (chosen.length === request.candidates) break;
  }
  return chosen;
}

async function solve(
  request: ProposeRequest,
  { own, reading, reasoning }: Understanding,
  candidates: number,
  solver: PolicyModel,
  model: string,
): Promise<Proposal[]> {
  // Which of the solver's proposals stay is not known before all readings are solved.
  const { onDraft: _, ...wanted } = request;
  const solved = await solver.doPropose({ ...wanted, reading, candidates });
  const before = [...said('seen', reasoning, model), ...said('seen', own.why, model)];
  return solved.map((proposal, i) => ({
    ...proposal,
    reading: unquoted(reading),
    // What tells further ways from the first is the solver's to say.
    title: i === 0 && own.title !== '' ? own.title : proposal.title,
    reasoning: [...before, ...proposal.reasoning.map((one) => named(one, model)), ...leftOut(own, model)],
  }));
}

/** Goals that the person did not put into words have none. */
function unquoted(reading: Reading): Reading {
  const bare = <T extends { readonly words: string }>(one: T): T =>
    one.words === UNSPOKEN ? { ...one, words: '' } : one;
  return {
    ...reading,
    goals: reading.goals.map(bare),
    styles: reading.styles.map(bare),
    locks: reading.locks.map(bare),
  };
}

/** What the person did not say is the model's, by name and not as a quotation. */
function named(step: ReasoningStep, model: string): ReasoningStep {
  return step.evidence === `“${UNSPOKEN}”` ? { ...step, evidence: `implied, as read by ${model}` } : step;
}

function leftOut({ notes }: ModelReading, model: string): ReasoningStep[] {
  if (notes.length === 0) return [];
  return [
    {
      step: 'left',
      text: `Left out of the model's reading: ${notes.join(' ')}`,
      evidence: `reply of ${model}`,
    },
  ];
}
