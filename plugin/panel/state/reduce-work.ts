import type { RankReply } from '#wire/api.ts';
import type { RetouchResult } from '#wire/result.ts';
import { addUsage, type ModelUsage } from '#wire/usage.ts';
import type { Action } from './action.ts';
import { amendStep, recordStep, redoStep, undoStep } from './history.ts';
import { chosenId, shownAlternatives } from './select.ts';
import type { State } from './state.ts';
import { type Edit, editOf, ORIGINAL, type Round, type Work } from './work.ts';

type WorkAction = Extract<
  Action,
  {
    type:
      | `${'weights' | 'ranking' | 'alternative' | 'amount' | 'mask' | 'work'}-${string}`
      | 'setting-changed'
      | 'setting-restored'
      | 'setting-locked';
  }
>;

export function reduceWork(state: State, action: WorkAction): State {
  const work = state.work.present;
  switch (action.type) {
    case 'alternative-chosen':
      return choose(state, action.id);
    case 'alternative-stepped':
      return choose(state, neighbour(state, action.step));
    case 'weights-changed':
      if (work.round === null) return state;
      return amend(state, { ...work, round: { ...work.round, weights: action.weights } });
    case 'ranking-started':
      return { ...state, ranking: true };
    case 'ranking-ready':
      if (work.round === null) return { ...state, ranking: false };
      return { ...amend(state, { ...work, round: settle(work.round, action.reply) }), ranking: false };
    case 'ranking-failed':
      return { ...state, ranking: false, failure: action.failure };
    case 'amount-changed':
      return edit(
        state,
        (before) => ({ ...before, amount: Math.min(200, Math.max(0, action.amount)) }),
        action.gesture,
      );
    case 'setting-changed':
      return edit(
        state,
        (before) => ({ ...before, overrides: { ...before.overrides, [action.name]: action.value } }),
        action.gesture,
      );
    case 'setting-restored':
      return edit(state, (before) => {
        const { [action.name]: _, ...overrides } = before.overrides;
        return { ...before, overrides };
      });
    case 'mask-changed':
      return edit(
        state,
        (before) => ({
          ...before,
          masks: { ...before.masks, [action.index]: { ...before.masks[action.index], ...action.change } },
        }),
        action.gesture,
      );
    case 'setting-locked': {
      const others = work.locks.filter((name) => name !== action.name);
      return record(state, { ...work, locks: action.locked ? [...others, action.name] : others });
    }
    case 'work-undone':
      return { ...state, work: undoStep(state.work), notice: null };
    case 'work-redone':
      return { ...state, work: redoStep(state.work), notice: null };
  }
}

function record(state: State, work: Work, gesture: string | null = null): State {
  return { ...state, work: recordStep(state.work, work, gesture), notice: null };
}

function amend(state: State, work: Work): State {
  return { ...state, work: amendStep(state.work, work) };
}

function choose(state: State, id: string): State {
  const work = state.work.present;
  if (state.run?.arrived.some((early) => early.id === id) === true) {
    return { ...state, run: { ...state.run, peek: id } };
  }
  if (id === work.chosen) return state;
  const compare = state.view.compare === 'before' ? 'after' : state.view.compare;
  return { ...amend(state, { ...work, chosen: id }), view: { ...state.view, compare }, notice: null };
}

/** The alternative before or after the chosen one; the ends stay where they are. */
function neighbour(state: State, step: 1 | -1): string {
  const ids = shownAlternatives(state).map((alternative) => alternative.id);
  const chosen = chosenId(state);
  const index = ids.indexOf(chosen);
  if (index === -1) return ids[0] ?? ORIGINAL;
  return ids[index + step] ?? chosen;
}

function edit(state: State, change: (before: Edit) => Edit, gesture: string | null = null): State {
  const work = forgetFidelity(state.work.present);
  const edits = { ...work.edits, [work.chosen]: change(editOf(work, work.chosen)) };
  return record(state, { ...work, edits }, gesture === null ? null : `${work.chosen}/${gesture}`);
}

/** What the host rendered was the alternative as it stood before the edit. */
function forgetFidelity(work: Work): Work {
  if (work.round === null || !(work.chosen in work.round.fidelity)) return work;
  const { [work.chosen]: _, ...fidelity } = work.round.fidelity;
  return { ...work, round: { ...work.round, fidelity } };
}

/** New scores and ranks on alternatives that keep their places. */
function settle(round: Round, reply: RankReply): Round {
  const byId = new Map(reply.candidates.map((candidate) => [candidate.id, candidate]));
  return {
    ...round,
    verdict: reply.verdict,
    rankedOn: 'preview',
    result: withUsage(round.result, reply.usage),
    alternatives: round.alternatives.map((alternative) => {
      const ranked = byId.get(alternative.id);
      return ranked === undefined
        ? alternative
        : { ...alternative, rank: ranked.rank, reward: ranked.reward };
    }),
  };
}

/** What ranking again took is added to what the answer took. */
function withUsage(result: RetouchResult | null, usage: ModelUsage | undefined): RetouchResult | null {
  return result === null || usage === undefined
    ? result
    : { ...result, usage: addUsage(result.usage, usage) };
}
