import { isEqual } from '#settings/equal.ts';
import type { RetouchEvent } from '#wire/api.ts';
import type { RetouchResult } from '#wire/result.ts';
import type { Action } from './action.ts';
import { recordStep } from './history.ts';
import type { Run, State } from './state.ts';
import { type Alternative, ORIGINAL, type Round, type Work } from './work.ts';

/** Characters of a model's thinking that are kept: more than can be read while it lasts. */
const THOUGHT = 2000;

type RunAction = Extract<Action, { type: `run-${string}` }>;

export function reduceRun(state: State, action: RunAction): State {
  if (action.type === 'run-started') {
    const { instruction } = action.run;
    const again = state.instructions.at(-1) === instruction;
    return {
      ...state,
      run: action.run,
      instructions: again ? state.instructions : [...state.instructions, instruction],
      recall: null,
      failure: null,
      notice: null,
      seed: action.run.adds ? state.seed + 1 : 1,
    };
  }
  // Events of a run that was left behind change nothing.
  if (state.run?.key !== action.key) return state;
  switch (action.type) {
    case 'run-progressed':
      return progress(state, state.run, action.event);
    case 'run-slowed':
      return { ...state, run: { ...state.run, shownEarly: true } };
    case 'run-failed':
      return { ...state, run: null, draft: state.draft || state.run.instruction, failure: action.failure };
    case 'run-cancelled':
      return { ...state, run: null, draft: state.draft || state.run.instruction, notice: 'Cancelled' };
  }
}

function progress(state: State, run: Run, event: RetouchEvent): State {
  switch (event.type) {
    case 'stage-start':
      return { ...state, run: { ...run, stage: event.stage } };
    case 'reading-ready':
      return { ...state, run: { ...run, reading: event.reading } };
    case 'thinking':
      return { ...state, run: { ...run, thinking: (run.thinking + event.text).slice(-THOUGHT) } };
    case 'candidate-ready': {
      const { title, settings } = event;
      const id = `early-${run.key}-${run.arrived.length + 1}`;
      const alternative: Alternative = { id, title, settings, reasoning: [], reward: null, rank: null };
      return { ...state, run: { ...run, arrived: [...run.arrived, alternative] } };
    }
    case 'result-ready':
      return finish(state, run, event.result);
    case 'job-failed':
      return state;
  }
}

function finish(state: State, run: Run, result: RetouchResult): State {
  const before = state.work.present;
  const ranked = result.candidates.map(toAlternative);
  const alternatives = run.adds
    ? joinAlternatives(before.round?.alternatives ?? [], ranked)
    : inOrderShown(ranked, run.shownEarly ? run.arrived : []);
  const added = run.adds ? alternatives.slice(before.round?.alternatives.length ?? 0) : [];
  const round: Round = {
    instruction: result.instruction,
    reading: result.reading,
    alternatives,
    verdict: run.adds ? (before.round?.verdict ?? result.verdict) : result.verdict,
    base: run.base,
    result,
    weights: run.adds ? (before.round?.weights ?? {}) : {},
    fidelity: run.adds ? (before.round?.fidelity ?? {}) : {},
    rankedOn: 'preview',
    origin: 'answer',
  };
  const peeked = run.arrived.find(({ id }) => id === run.peek);
  const kept = peeked === undefined ? undefined : ranked.find((each) => sameSettings(each, peeked));
  const chosen = run.adds ? (added[0]?.id ?? before.chosen) : (kept?.id ?? ranked[0]?.id ?? ORIGINAL);
  // With nothing to do after a refinement, the photo stays as the person had it.
  const keepsEdits = run.adds || ranked.length === 0;
  const work: Work =
    ranked.length === 0 && !run.adds
      ? { ...before, round: keepRound(before.round, round) }
      : { ...before, round, chosen, edits: keepsEdits ? before.edits : {} };
  return {
    ...state,
    run: null,
    draft: state.draft.trim() === run.instruction ? '' : state.draft,
    refines: !run.adds && ranked.length > 0 ? true : state.refines,
    notice: run.adds && added.length === 0 ? 'No other readings of this' : null,
    work: recordStep(state.work, work),
    view: { ...state.view, compare: state.view.compare === 'before' ? 'after' : state.view.compare },
  };
}

function toAlternative(candidate: RetouchResult['candidates'][number]): Alternative {
  const { id, title, settings, reasoning, reward, rank } = candidate;
  return { id, title, settings, reasoning, reward, rank };
}

/** What was shown first keeps its place; only the rank badges settle. */
function inOrderShown(ranked: readonly Alternative[], shown: readonly Alternative[]): readonly Alternative[] {
  const known = shown.flatMap((early) =>
    ranked.filter((alternative) => sameSettings(alternative, early)).slice(0, 1),
  );
  return [...known, ...ranked.filter((alternative) => !known.includes(alternative))];
}

/** Ids are given with the result; until then an alternative is known by its settings. */
function sameSettings(one: Alternative, other: Alternative): boolean {
  return isEqual(one.settings, other.settings);
}

/** "More" never moves what stands there, and adds only what differs; the new ones are ranked among themselves. */
function joinAlternatives(
  present: readonly Alternative[],
  more: readonly Alternative[],
): readonly Alternative[] {
  const ids = new Set(present.map((alternative) => alternative.id));
  const others = more.filter(
    (each) => !ids.has(each.id) && !present.some((shown) => sameSettings(shown, each)),
  );
  return [...present, ...others.map((alternative) => ({ ...alternative, rank: null }))];
}

/** An answer without alternatives replaces only the words, so that the last alternatives stay usable. */
function keepRound(before: Round | null, answer: Round): Round {
  if (before === null) return answer;
  const { instruction, reading, verdict } = answer;
  return { ...before, instruction, reading, verdict };
}
