import { withPatience } from '#openai/patience.ts';
import { RetouchError } from '#wire/error.ts';
import type { ReasoningStep } from '#wire/result.ts';
import type { DialectName } from '../dialects/dialect.ts';
import { isReference } from '../embedded/reference.ts';
import type { PolicyModel, Proposal, ProposeRequest } from '../policy.ts';
import { proposeByCheckpoint } from './checkpoints.ts';
import { proposeDirectly } from './direct.ts';
import { proposeByReadings } from './hybrid.ts';
import { CHECKPOINT_VERSION } from './prompts/checkpoints.ts';
import { DIRECT_VERSION } from './prompts/direct.ts';
import { HYBRID_VERSION } from './prompts/hybrid.ts';
import { openSession, type Session, type SessionParts } from './session.ts';
import { proposeInStages } from './staged.ts';

export interface ModelPolicyOptions extends SessionParts {
  /** @default 'json' */
  readonly dialect?: DialectName;
  /**
   * `hybrid`: the model reads the picture and the wish, the solver finds the sliders. `direct`: the model's own numbers.
   * Checkpoint dialects are always direct. @default 'hybrid'
   */
  readonly mode?: 'hybrid' | 'direct';
  /** Finds the sliders in hybrid mode. */
  readonly solver: PolicyModel;
  /** Takes over when the model does not answer, or not properly; null: nobody, the failure is thrown. @default the solver */
  readonly fallback?: PolicyModel | null;
  /** The system prompt that a checkpoint was trained with; checkpoint dialects only. */
  readonly systemPrompt?: string;
  /** How long the model may take for all proposals of one request, ms. @default 150 000 */
  readonly patienceMs?: number;
}

/** A job of the service ends after five minutes; the judge and whoever takes over need their share. */
export const PATIENCE_MS = 150_000;

/**
 * A vision-language model as a policy. What it says is checked, clamped, kept off locks and compared by what it looks
 * like; when nothing of it can be used, even after one repair, the fallback makes the proposals and a step says why.
 *
 * @throws {RetouchError} `cancelled`; the model's own error when the fallback has nothing to propose either
 */
export function createModelPolicy(options: ModelPolicyOptions): PolicyModel {
  const { dialect = 'json', mode = 'hybrid', solver, fallback = solver, systemPrompt } = options;
  const { patienceMs = PATIENCE_MS } = options;
  const model = options.chats.map(({ id }) => id).join('+');
  const kind = dialect === 'json' ? mode : dialect;
  const version = { hybrid: HYBRID_VERSION, direct: DIRECT_VERSION }[kind as string] ?? CHECKPOINT_VERSION;
  const propose = (session: Session): Promise<Proposal[]> => {
    if (dialect === 'monetgpt') return proposeInStages(session, model, systemPrompt);
    if (dialect !== 'json') return proposeByCheckpoint(session, dialect, model, systemPrompt);
    return mode === 'direct' ? proposeDirectly(session, model) : proposeByReadings(session, solver, model);
  };
  return {
    specVersion: 1,
    id: `${model}/${kind}-${version}`,
    async doPropose(request) {
      request.signal?.throwIfAborted();
      // "Even stronger", "undo": arithmetic on the edit before, which needs no model.
      if (isReference(request.reading)) {
        request.onNote?.(`Worked out from the edit before; ${model} was not asked`);
        return await solver.doPropose(request);
      }
      try {
        return await withPatience({ ms: patienceMs, who: model }, request.signal, async (signal) => {
          const session = openSession(options, { ...request, signal });
          const proposals = await propose(session);
          if (proposals.length === 0)
            throw new RetouchError('model-failed', 'The model proposed nothing that can be seen');
          request.onNote?.(answered(model, session.leftOut));
          return proposals;
        });
      } catch (error) {
        const failure = RetouchError.wrap(error);
        if (failure.code === 'cancelled' || request.signal?.aborted || fallback === null) throw failure;
        return await takeOver(fallback, request, failure, model);
      }
    },
  };
}

function answered(model: string, leftOut: number): string {
  const limited =
    leftOut === 0
      ? ''
      : `; ${leftOut} ${leftOut === 1 ? 'value' : 'values'} of its answer could not be taken as written`;
  return `Proposed by ${model}${limited}`;
}

async function takeOver(
  fallback: PolicyModel,
  request: ProposeRequest,
  failure: RetouchError,
  model: string,
): Promise<readonly Proposal[]> {
  const proposals = await fallback.doPropose(request);
  if (proposals.length === 0) {
    const message = `${failure.message}. Without a model, nothing to change was found for this wish either`;
    throw new RetouchError(failure.code, message, { cause: failure });
  }
  request.onNote?.(`${model} could not be used, so ${fallback.id} made the proposals: ${failure.message}`);
  const notice: ReasoningStep = {
    step: 'left',
    text: `Made without the model: ${failure.message}`,
    evidence: `${model} could not be used; ${fallback.id} took over`,
  };
  return proposals.map((one) => ({ ...one, reasoning: [notice, ...one.reasoning] }));
}
