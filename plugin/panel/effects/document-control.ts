import { RetouchError } from '#wire/error.ts';
import type { CommittedEdit, DocumentEdit, DocumentHost } from '../document-host.ts';
import type { Action } from '../state/action.ts';
import { currentMark, type Doing, isFresh } from '../state/document.ts';
import { editedResult } from '../state/edited-result.ts';
import { effectiveSettings } from '../state/effective.ts';
import { type Attempt, describeFailure } from '../state/failure.ts';
import { finalistsOf, rankRequestOf } from '../state/rank-request.ts';
import { alternativeOf } from '../state/work.ts';
import { createTurns } from './in-turn.ts';
import type { Store } from './store.ts';

/** What can be done to the host's own document; each is undone by the host or leaves the document as it was. */
export interface DocumentControl {
  /** The id of the photo that shows the document as it is now; reads it when it changed. @throws RetouchError */
  ensureRead(signal: AbortSignal): Promise<string>;
  read(): Promise<void>;
  tryOut(): Promise<void>;
  toggleBefore(): Promise<void>;
  commit(): Promise<void>;
  discard(): Promise<void>;
  undo(): Promise<void>;
  load(edit: CommittedEdit): void;
  rankTrue(): Promise<void>;
  selfTest(): Promise<void>;
  strip(everything: boolean): Promise<void>;
  /** Stops what takes long: reading, trying, ranking, the self-test. */
  stop(): void;
}

interface Parts {
  readonly document: DocumentHost;
  readonly store: Store;
  /** Whether this work's document is the one in front. */
  readonly isActive: () => boolean;
}

export function createDocumentControl({ document, store, isActive }: Parts): DocumentControl {
  const inTurn = createTurns();
  const { dispatch } = store;
  let stopping = new AbortController();
  let trying = new AbortController();

  function state() {
    const { document: own, ...rest } = store.getState();
    if (own === null) throw new TypeError('Cannot work on a document without its state');
    return { own, ...rest };
  }

  /** One piece of work: says that it began, and what came of it. Nothing of it reaches another document. */
  async function perform<T>(
    doing: Doing,
    attempt: Attempt,
    work: (signal: AbortSignal) => Promise<T>,
    done: (value: T) => Action,
  ): Promise<void> {
    const { signal } = (stopping = new AbortController());
    try {
      const value = await inTurn(() => {
        if (!isActive()) throw new RetouchError('cancelled', 'Another document came to the front');
        dispatch({ type: 'document-work-started', doing });
        return work(signal);
      });
      dispatch(done(value));
    } catch (error) {
      const cancelled = signal.aborted || RetouchError.wrap(error).code === 'cancelled';
      dispatch(
        cancelled
          ? { type: 'document-work-stopped' }
          : { type: 'document-work-failed', failure: describeFailure(error, attempt, 'document') },
      );
    }
  }

  async function readNow(signal: AbortSignal) {
    const { own } = state();
    const { facts, options } = own;
    const mark = currentMark(own);
    if (facts === null) throw new RetouchError('bad-request', 'Open a document in Photoshop first.');
    const refusal = facts.refusal ?? facts.looks.find(({ look }) => look === options.look)?.refusal ?? null;
    if (refusal !== null || mark === null)
      throw new RetouchError('bad-photo', refusal ?? 'There is nothing to look at.');
    const photo = await document.open(options.look, signal);
    // The pixels may be those of the document that came to the front meanwhile.
    if (!isActive()) throw new RetouchError('cancelled', 'Another document came to the front; run it again.');
    return { type: 'document-read', photo, look: options.look, mark } as const;
  }

  function editNow(): DocumentEdit | null {
    const { own, work } = state();
    const settings = effectiveSettings(work.present, work.present.chosen);
    if (own.facts === null || Object.keys(settings).length === 0) return null;
    return {
      document: own.facts.id,
      id: work.present.chosen,
      title: alternativeOf(work.present, work.present.chosen)?.title ?? 'Own settings',
      settings,
      place: own.options.place,
      here: own.options.here && own.facts.hasSelection,
    };
  }

  const control: DocumentControl = {
    async ensureRead(signal) {
      const { own, photo } = state();
      if (photo !== null && isFresh(own)) return photo.id;
      dispatch({ type: 'document-work-started', doing: 'read' });
      try {
        const read = await inTurn(() => readNow(signal));
        dispatch(read);
        return read.photo.id;
      } catch (error) {
        dispatch({ type: 'document-work-stopped' });
        throw error;
      }
    },
    read: () => perform('read', 'read', readNow, (read) => read),
    async tryOut() {
      const edit = editNow();
      if (edit === null) return;
      trying.abort();
      const mine = (trying = new AbortController());
      await perform(
        'try',
        'try',
        (signal) => {
          // Overtaken while it waited: the newer choice is shown instead.
          if (mine.signal.aborted) throw new RetouchError('cancelled', 'Overtaken by a newer choice');
          signal.addEventListener('abort', () => mine.abort());
          return document.tryOut(edit, mine.signal);
        },
        (applied) => ({ type: 'document-tried', id: edit.id, settings: edit.settings, applied }),
      );
    },
    async toggleBefore() {
      const { own, view } = state();
      if (own.tried === null) {
        dispatch({ type: 'compare-changed', compare: view.compare === 'before' ? 'after' : 'before' });
        return;
      }
      const before = !own.showsBefore;
      await perform(
        'before',
        'change',
        () => document.showBefore(before),
        () => ({ type: 'document-before-shown', before }),
      );
    },
    async commit() {
      const edit = editNow();
      const { own, work } = state();
      if (edit === null || own.committed !== null) return;
      trying.abort();
      const { round } = work.present;
      const result = round?.result == null ? null : editedResult(round.result, work.present);
      const { form, keepWords } = own.options;
      const instruction = round?.instruction ?? edit.title;
      await perform(
        'commit',
        'commit',
        (signal) => document.commit({ ...edit, form, keepWords, instruction, result }, signal),
        (applied) => ({ type: 'document-committed', id: edit.id, applied }),
      );
    },
    async discard() {
      trying.abort();
      if (state().own.tried === null) return;
      await perform(
        'discard',
        'change',
        () => document.discard(),
        () => ({ type: 'document-discarded' }),
      );
    },
    undo: () =>
      perform(
        'undo',
        'change',
        () => document.undo(),
        (said) => ({ type: 'document-undone', said }),
      ),
    load(edit) {
      dispatch({ type: 'document-edit-loaded', edit });
      // Its picture and its commit need the pixels.
      if (!isFresh(state().own)) void control.read();
    },
    rankTrue: () =>
      perform(
        'rank',
        'change',
        async (signal) => {
          const { own, photo } = state();
          const id = photo !== null && isFresh(own) ? photo.id : await openAgain(signal);
          const present = state().work.present;
          const request = rankRequestOf(id, present, finalistsOf(present));
          if (request === null) throw new RetouchError('bad-request', 'There is nothing to rank yet.');
          const tell = (done: number, of: number) => dispatch({ type: 'host-ranking-progressed', done, of });
          tell(0, request.candidates.length);
          return document.rankTrue(request, tell, signal);
        },
        (reply) => ({ type: 'host-ranking-ready', reply }),
      ),
    async selfTest() {
      dispatch({ type: 'page-chosen', page: 'self-test' });
      await perform(
        'self-test',
        'change',
        (signal) => {
          const tell = (done: number, of: number, question: string) =>
            dispatch({ type: 'self-test-progressed', done, of, question });
          tell(0, 0, '');
          return document.selfTest(tell, signal);
        },
        (report) => ({ type: 'self-test-ready', report }),
      );
    },
    strip: (everything) =>
      perform(
        'strip',
        'change',
        () => document.strip(everything),
        (said) => ({ type: 'document-stripped', said }),
      ),
    stop: () => stopping.abort(),
  };

  /** Inside a turn already: reads without waiting for one. */
  async function openAgain(signal: AbortSignal): Promise<string> {
    const read = await readNow(signal);
    dispatch(read);
    dispatch({ type: 'document-work-started', doing: 'rank' });
    return read.photo.id;
  }
  return control;
}
