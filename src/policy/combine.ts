import type { Renderer } from '#render/renderer.ts';
import { RetouchError } from '#wire/error.ts';
import type { ReasoningStep } from '#wire/result.ts';
import { openComparison } from './comparison.ts';
import { distinctProposals } from './distinct.ts';
import type { PolicyModel, Proposal, ProposeRequest } from './policy.ts';

/**
 * Several policies asked side by side: their proposals by turns, without those that look like an earlier one, each with a
 * step that names who made it. A policy that fails is left out, and the first proposal says so; the fallback takes over when
 * all of them fail.
 *
 * @throws the first policy's error when all of them fail and there is no fallback, and `cancelled`
 */
export function combinePolicies(
  policies: readonly PolicyModel[],
  { renderer, fallback }: { readonly renderer: Renderer; readonly fallback?: PolicyModel },
): PolicyModel {
  return {
    specVersion: 1,
    id: policies.map(({ id }) => id).join(' + '),
    async doPropose(request) {
      // Which drafts stay is not known before all have answered.
      const { onDraft: _, ...wanted } = request;
      const floor = oneSpeaker(request.onThinking);
      const answers = await Promise.allSettled(
        policies.map((policy) => policy.doPropose({ ...wanted, ...floor() })),
      );
      request.signal?.throwIfAborted();
      const failures = answers.flatMap((answer, i) =>
        answer.status === 'rejected' ? [{ id: policies[i]!.id, error: answer.reason as unknown }] : [],
      );
      const lists = answers.map((answer, i) =>
        answer.status === 'fulfilled' ? answer.value.map((one) => withOrigin(one, policies[i]!.id)) : [],
      );
      if (failures.length > 0 && failures.length === policies.length) {
        if (!fallback) throw failures[0]!.error;
        lists.push(await proposeInstead(fallback, request));
      }
      const comparison = openComparison(renderer, request.observation, request.base);
      const chosen = distinctProposals(byTurns(lists), comparison, request.candidates);
      const missing = failures.map(({ id, error }) => missingStep(id, error));
      for (const { text } of missing) request.onNote?.(text);
      if (missing.length === policies.length && fallback)
        request.onNote?.(`Proposed by ${fallback.id} instead`);
      return chosen.map((one, i) => (i === 0 ? { ...one, reasoning: [...missing, ...one.reasoning] } : one));
    },
  };
}

/** Two that think aloud at once cannot be understood: the first to speak is heard to its end, the others are not. */
function oneSpeaker(tell: ProposeRequest['onThinking']): () => Pick<ProposeRequest, 'onThinking'> {
  let speaker: symbol | undefined;
  return () => {
    if (!tell) return {};
    const me = Symbol('policy');
    return {
      onThinking(piece) {
        speaker ??= me;
        if (speaker === me) tell(piece);
      },
    };
  };
}

function withOrigin(proposal: Proposal, id: string): Proposal {
  const origin: ReasoningStep = { step: 'seen', text: `Proposed by ${id}`, evidence: id };
  return { ...proposal, reasoning: [origin, ...proposal.reasoning] };
}

async function proposeInstead(fallback: PolicyModel, request: ProposeRequest): Promise<Proposal[]> {
  const { onDraft: _, ...wanted } = request;
  return (await fallback.doPropose(wanted)).map((one) => withOrigin(one, fallback.id));
}

function missingStep(id: string, error: unknown): ReasoningStep {
  return { step: 'left', text: `${id} made no proposals: ${RetouchError.wrap(error).message}`, evidence: id };
}

/** The first of each list, then the second of each, and so on. */
function byTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat();
}
