import type { Action } from './action.ts';
import { startHistory } from './history.ts';
import { reduceDocument } from './reduce-document.ts';
import { reduceModels } from './reduce-models.ts';
import { reduceRun } from './reduce-run.ts';
import { reduceView } from './reduce-view.ts';
import { reduceWork } from './reduce-work.ts';
import { INITIAL_VIEW, type State } from './state.ts';
import { EMPTY_WORK } from './work.ts';

/** The panel's whole behaviour, without effects: what happened, applied to what was. */
export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'connection-ready':
      return {
        ...state,
        connection: 'ready',
        about: action.about,
        models: { ...state.models, known: action.about.models ?? null },
        failure: null,
      };
    case 'connection-unpaired':
      return { ...state, connection: 'unpaired', failure: null };
    case 'connection-lost':
      return { ...state, connection: 'offline', failure: action.failure };
    case 'photo-opening':
      return { ...state, opening: action.name, failure: null, notice: null };
    case 'photo-opened':
      return {
        ...state,
        photo: action.photo,
        opening: null,
        failure: null,
        notice: null,
        draft: '',
        recall: null,
        run: null,
        refines: false,
        work: startHistory(EMPTY_WORK),
        view: { ...INITIAL_VIEW, surround: state.view.surround },
      };
    case 'photo-failed':
      return { ...state, opening: null, failure: action.failure };
    case 'photo-closed':
      return {
        ...state,
        photo: null,
        opening: null,
        run: null,
        work: startHistory(EMPTY_WORK),
        refines: false,
      };
    case 'draft-changed':
      return { ...state, draft: action.text, recall: null };
    case 'draft-recalled':
      return recall(state, action.step);
    case 'refining-changed':
      return { ...state, refines: action.refines };
    case 'export-started':
      return { ...state, exporting: action.name, notice: null, failure: null };
    case 'export-ready':
      return { ...state, exporting: null, notice: `Wrote ${action.name}` };
    case 'export-failed':
      return { ...state, exporting: null, failure: action.failure };
    case 'failure-dismissed':
      return { ...state, failure: null };
    case 'run-started':
    case 'run-progressed':
    case 'run-slowed':
    case 'run-failed':
    case 'run-cancelled':
      return reduceRun(state, action);
    case 'weights-changed':
    case 'ranking-started':
    case 'ranking-ready':
    case 'ranking-failed':
    case 'alternative-chosen':
    case 'alternative-stepped':
    case 'amount-changed':
    case 'setting-changed':
    case 'setting-restored':
    case 'setting-locked':
    case 'mask-changed':
    case 'work-undone':
    case 'work-redone':
      return reduceWork(state, action);
    case 'document-told':
    case 'document-read':
    case 'document-options-changed':
    case 'document-work-started':
    case 'document-work-stopped':
    case 'document-work-failed':
    case 'document-tried':
    case 'document-before-shown':
    case 'document-discarded':
    case 'document-committed':
    case 'document-undone':
    case 'document-stripped':
    case 'document-edit-loaded':
    case 'host-ranking-progressed':
    case 'host-ranking-ready':
    case 'self-test-progressed':
    case 'self-test-ready':
      return reduceDocument(state, action);
    case 'models-told':
    case 'models-sheet-toggled':
    case 'models-policy-toggled':
    case 'models-reward-chosen':
    case 'models-replaced':
    case 'models-consent-asked':
    case 'models-consent-ended':
    case 'models-failed':
      return { ...state, models: reduceModels(state.models, action) };
    case 'told':
      return { ...state, notice: action.said };
    default:
      return { ...state, view: reduceView(state.view, action) };
  }
}

/** ↑ goes back through what was asked, ↓ towards the empty line after the newest. */
function recall(state: State, step: 1 | -1): State {
  const count = state.instructions.length;
  const next = Math.max(0, (state.recall ?? count) - step);
  if (count === 0 || (state.recall === null && step === -1)) return state;
  if (next >= count) return { ...state, recall: null, draft: '' };
  return { ...state, recall: next, draft: state.instructions[next] ?? '' };
}
