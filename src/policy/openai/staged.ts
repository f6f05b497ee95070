import type { ClampEntry } from '#settings/clamp-report.ts';
import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import type { ReasoningStep } from '#wire/result.ts';
import type { ModelEdit } from '../dialects/dialect.ts';
import { type MonetAdjustment, needsNothing, readMonetNumbers, readMonetPlan } from '../dialects/monetgpt.ts';
import { MONET_STAGES, type MonetStage } from '../dialects/monetgpt-operations.ts';
import type { Proposal } from '../policy.ts';
import { admit } from './admit.ts';
import { askUntilUsable } from './ask-until-usable.ts';
import { proposalOf, said } from './draft.ts';
import { monetNumbersMessage, monetPlanMessages } from './prompts/checkpoints.ts';
import { proposeBySamples } from './samples.ts';
import type { Session } from './session.ts';

/** As the published code asks; further samples are let loose a little to differ. */
const TEMPERATURE = 0.3;
const LOOSER = 0.8;
/** Adjustments of a stage that are told. */
const TOLD = 3;

interface StageResult {
  readonly edit: ModelEdit;
  readonly plan: readonly MonetAdjustment[];
}

/** MonetGPT's way: three stages, each planned and then put into numbers on the picture as the stages before left it. */
export async function proposeInStages(session: Session, model: string, own?: string): Promise<Proposal[]> {
  return await proposeBySamples(session, session.request.candidates, async (turn) => {
    let change: Settings = {};
    const results: StageResult[] = [];
    for (const stage of MONET_STAGES) {
      const shown = proposalOf(editOf(change, []), session.request, { onto: 'add', model, reasoning: '' });
      try {
        const result = await runStage(session, stage, shown.settings, turn, own);
        change = { ...change, ...result.edit.settings };
        results.push(result);
      } catch (error) {
        // What the stages before have done is worth showing.
        if (Object.keys(change).length === 0 || session.request.signal?.aborted) throw error;
        results.push({ edit: editOf({}, [missing(stage, error)]), plan: [] });
        break;
      }
    }
    return admit(session, [finish(session, change, results, model)]).items;
  });
}

async function runStage(
  session: Session,
  stage: MonetStage,
  shown: Settings,
  turn: number,
  own: string | undefined,
): Promise<StageResult> {
  const { instruction } = session.request;
  const how = { temperature: turn === 0 ? TEMPERATURE : LOOSER, turn };
  const asked = monetPlanMessages(stage, instruction, [await session.picture(shown)], own);
  const planned = await session.ask(asked, how);
  if (needsNothing(planned.text)) return { edit: editOf({}, []), plan: [] };
  const messages = [
    ...asked,
    { role: 'assistant', text: planned.text.slice(0, 20_000) || '(no plan)' } as const,
    monetNumbersMessage(instruction),
  ];
  const [edit] = await askUntilUsable(session, messages, how, (reply) => {
    const { edits, problems } = readMonetNumbers(reply.text, stage);
    session.leaveOut(edits.reduce((sum, one) => sum + one.report.length, 0));
    return { items: edits, problems };
  });
  return { edit: edit!, plan: readMonetPlan(planned.text) };
}

function editOf(settings: Settings, report: readonly ClampEntry[]): ModelEdit {
  return { title: '', reasoning: '', settings, report };
}

function missing(stage: MonetStage, error: unknown): ClampEntry {
  return { name: `Stage “${stage.title}”`, from: '', to: undefined, why: RetouchError.wrap(error).message };
}

/** One proposal of all stages; what the plans said stands before what was done. */
function finish(
  session: Session,
  change: Settings,
  results: readonly StageResult[],
  model: string,
): Proposal {
  const report = results.flatMap(({ edit }) => edit.report);
  const proposal = proposalOf(editOf(change, report), session.request, { onto: 'add', model, reasoning: '' });
  const plans = results.flatMap(({ plan }) => plan.slice(0, TOLD)).flatMap((one) => planSteps(one, model));
  const done = proposal.reasoning.findIndex(({ step }) => step === 'done');
  const reasoning = [...proposal.reasoning.slice(0, done), ...plans, ...proposal.reasoning.slice(done)];
  return { ...proposal, reasoning };
}

function planSteps({ adjustment, issue, solution }: MonetAdjustment, model: string): ReasoningStep[] {
  const seen = [issue, adjustment, solution].filter((text) => text !== '').join(' → ');
  return said('seen', seen, model);
}
