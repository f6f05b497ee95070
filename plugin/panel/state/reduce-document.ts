import type { CommittedEdit, DocumentFacts, HostTrueReply } from '../document-host.ts';
import type { Action } from './action.ts';
import { sayDate } from './date-words.ts';
import { currentMark, type DocumentState, type Tried } from './document.ts';
import { amendStep, recordStep, startHistory } from './history.ts';
import { chooseLook } from './looks.ts';
import type { State } from './state.ts';
import { EMPTY_WORK, type Round, type Work } from './work.ts';

type DocumentAction = Extract<
  Action,
  { type: `document-${string}` | `host-ranking-${string}` | `self-test-${string}` }
>;

/** What happens around a document of the host; without one nothing of this happens. */
export function reduceDocument(state: State, action: DocumentAction): State {
  const { document } = state;
  if (document === null) return state;
  const set = (change: Partial<DocumentState>, rest: Partial<State> = {}): State => ({
    ...state,
    ...rest,
    document: { ...document, ...change },
  });
  const done = { doing: null, hostRanking: null } as const;
  const after = { ...state.view, compare: 'after' } as const;
  switch (action.type) {
    case 'document-told':
      return set(told(document, action.facts));
    case 'document-options-changed':
      return set({ options: { ...document.options, ...action.change } });
    case 'document-read':
      return set(
        { ...done, read: { look: action.look, mark: action.mark }, committed: null, applied: null },
        { photo: action.photo, opening: null, ...(document.committed === null ? {} : { work: anew(state) }) },
      );
    case 'document-work-started':
      return set({ doing: action.doing }, { failure: null, notice: null });
    case 'document-work-stopped':
      return set({ ...done, selfTest: finishedTest(document) });
    case 'document-work-failed':
      return set({ ...done, selfTest: finishedTest(document) }, { failure: action.failure });
    case 'document-tried': {
      const { id, settings, applied } = action;
      const tried = { id, settings, seen: false };
      return set({ ...done, tried, showsBefore: false, applied: { id, what: applied } }, { view: after });
    }
    case 'document-before-shown':
      return set(
        { ...done, showsBefore: action.before },
        { view: action.before ? { ...state.view, compare: 'before' } : after },
      );
    case 'document-discarded':
      return set({ ...done, tried: null, showsBefore: false, applied: null }, { view: after });
    case 'document-committed': {
      const { id, applied } = action;
      const change = { tried: null, showsBefore: false, applied: { id, what: applied } };
      return set(
        { ...done, ...change, committed: { id, seen: false } },
        { notice: applied.said, refines: false, view: after },
      );
    }
    case 'document-undone': {
      const change = { applied: null, committed: null };
      return set({ ...done, ...change }, { notice: action.said, refines: state.work.present.round !== null });
    }
    case 'document-stripped':
      return set(done, { notice: action.said });
    case 'document-edit-loaded':
      return {
        ...state,
        work: recordStep(state.work, loadEdit(state.work.present, action.edit)),
        refines: true,
        notice: null,
      };
    case 'host-ranking-progressed':
      return set({ hostRanking: { done: action.done, of: action.of } });
    case 'host-ranking-ready':
      return {
        ...set(done),
        work: amendStep(state.work, rankTrue(state.work.present, action.reply)),
      };
    case 'self-test-progressed': {
      const { done: past, of, question } = action;
      return set({ selfTest: { status: 'running', done: past, of, question } });
    }
    case 'self-test-ready':
      return set({ ...done, selfTest: { status: 'done', report: action.report } });
  }
}

/**
 * The host has the last word on what stands in the document: it may have been undone there. But it tells late, so that
 * only what it has once told of can be gone.
 */
function told(document: DocumentState, facts: DocumentFacts | null): Partial<DocumentState> {
  if (facts === null) return { facts, tried: null, showsBefore: false };
  const options = chooseLook(document.options, facts);
  const tried = triedNow(document, facts);
  const gone = document.tried !== null && tried === null;
  const mark = currentMark({ ...document, facts, options });
  const { committed, read } = document;
  const undone = committed?.seen === true && read?.mark === mark;
  return {
    facts,
    options,
    tried,
    committed:
      undone || committed === null ? null : { ...committed, seen: committed.seen || read?.mark !== mark },
    ...(gone ? { showsBefore: false } : {}),
    ...(gone || undone ? { applied: null } : {}),
  };
}

function triedNow(document: DocumentState, facts: DocumentFacts): Tried | null {
  const { tried } = document;
  // A trial from before this panel was loaded can be discarded like one of today.
  if (document.facts === null && tried === null && facts.tried !== null)
    return { id: facts.tried, settings: {}, seen: true };
  if (tried === null || document.doing !== null) return tried;
  if (facts.tried === tried.id) return tried.seen ? tried : { ...tried, seen: true };
  return tried.seen && facts.tried === null ? null : tried;
}

/** After a commit the next question is a new one; after any other change the alternatives stand and are shown anew. */
function anew(state: State): State['work'] {
  return startHistory({ ...EMPTY_WORK, locks: state.work.present.locks });
}

/** A test that was stopped leaves no half report. */
function finishedTest({ selfTest }: DocumentState): DocumentState['selfTest'] {
  return selfTest?.status === 'running' ? null : selfTest;
}

/** An earlier edit stands in the strip like an alternative, so that it can be adjusted, refined and committed. */
function loadEdit(work: Work, edit: CommittedEdit): Work {
  const id = `committed-${edit.id}`;
  const title = `Edit of ${sayDate(edit.at)}`;
  const round: Round = {
    instruction: edit.instruction ?? title,
    reading: { language: 'und', goals: [], styles: [], locks: [], unsupported: [], confidence: 1 },
    alternatives: [{ id, title, settings: edit.settings, reasoning: [], reward: null, rank: null }],
    verdict: 'clear',
    base: null,
    result: null,
    weights: {},
    fidelity: {},
    rankedOn: 'preview',
    origin: 'document',
  };
  return { ...EMPTY_WORK, locks: work.locks, round, chosen: id };
}

function rankTrue(work: Work, reply: HostTrueReply): Work {
  const { round } = work;
  if (round === null) return work;
  const ranked = new Map(reply.candidates.map((candidate) => [candidate.id, candidate]));
  return {
    ...work,
    round: {
      ...round,
      verdict: reply.verdict,
      rankedOn: 'host',
      fidelity: reply.fidelity,
      alternatives: round.alternatives.map((alternative) => {
        const { rank, reward } = ranked.get(alternative.id) ?? { rank: null, reward: alternative.reward };
        return { ...alternative, rank, reward };
      }),
    },
  };
}
