import { RetouchError } from '#wire/error.ts';
import type { Reading } from '#wire/goal.ts';
import type { Host, PickedFile } from '../host.ts';
import { baseOf, lockedOnly } from '../state/base-of.ts';
import type { ExportPlan } from '../state/export-plan.ts';
import { type Attempt, describeFailure, type Remedy } from '../state/failure.ts';
import { joinReadings } from '../state/join-readings.ts';
import { choiceOf } from '../state/models.ts';
import { rankRequestOf } from '../state/rank-request.ts';
import type { Base } from '../state/work.ts';
import type { DocumentControl } from './document-control.ts';
import { createModelsControl, type ModelsControl } from './models-control.ts';
import type { PictureBook } from './picture-book.ts';
import type { Store } from './store.ts';
import { writePlan } from './write-plan.ts';

/** After this long without an answer, alternatives are shown as they come. Milliseconds. */
const PATIENCE = 350;
/** Weights and sliders are re-ranked when the hand has rested this long. Milliseconds. */
const RANK_DELAY = 250;
const CANDIDATES = 4;

/** How a question is asked: corrected, from where, and beside the answers to the one before. */
interface Extra {
  readonly reading?: Reading | undefined;
  readonly base: Base | null;
  readonly adds: boolean;
}

/** What the panel can do that takes time or touches the host. */
export interface Controller {
  connect(): Promise<void>;
  pair(code: string): Promise<boolean>;
  chooseFile(): Promise<void>;
  openFile(file: PickedFile): Promise<void>;
  openSample(name: string): Promise<void>;
  run(instruction: string, reading?: Reading): void;
  /** Adds a wish to what was asked last and runs that. */
  addWish(wish: string): Promise<void>;
  more(): void;
  cancel(): void;
  /** Ranks again with the person's weights and edits, once they stop moving. */
  rankSoon(): void;
  exportPlan(plan: ExportPlan): Promise<void>;
  remedy(remedy: Remedy): void;
  readonly models: ModelsControl;
}

export function createController(
  host: Host,
  store: Store,
  book: PictureBook,
  control: DocumentControl | null = null,
): Controller {
  const world = control === null ? 'page' : 'document';
  const models = createModelsControl(host, store);
  let opening = new AbortController();
  let running = new AbortController();
  let ranking = new AbortController();
  let rankTimer: ReturnType<typeof setTimeout> | undefined;
  let runs = 0;
  let reopen: (() => Promise<void>) | null = null;
  let lastExport: ExportPlan | null = null;

  function fail(error: unknown, attempt: Attempt) {
    if (world === 'page' && RetouchError.isInstance(error) && error.code === 'unauthorized') {
      store.dispatch({ type: 'connection-unpaired' });
    }
    return describeFailure(error, attempt, world);
  }

  async function open(
    name: string,
    load: (signal: AbortSignal) => ReturnType<Host['openPhoto']>,
  ): Promise<void> {
    opening.abort();
    running.abort();
    const mine = (opening = new AbortController());
    store.dispatch({ type: 'photo-opening', name });
    reopen = () => open(name, load);
    try {
      const photo = await load(mine.signal);
      if (mine.signal.aborted) return;
      book.clear();
      store.dispatch({ type: 'photo-opened', photo });
    } catch (error) {
      if (!mine.signal.aborted) store.dispatch({ type: 'photo-failed', failure: fail(error, 'open') });
    }
  }

  function start(instruction: string, extra: Extra): void {
    const { photo } = store.getState();
    if (instruction.trim() === '' || (photo === null && control === null)) return;
    models.whenAllowed(() => begin(instruction, extra));
  }

  function begin(instruction: string, extra: Extra): void {
    const { photo, seed } = store.getState();
    running.abort();
    const mine = (running = new AbortController());
    runs += 1;
    const key = runs;
    const { reading, base, adds } = extra;
    store.dispatch({
      type: 'run-started',
      run: {
        key,
        instruction: instruction.trim(),
        stage: null,
        startedAt: Date.now(),
        reading: reading ?? null,
        thinking: '',
        arrived: [],
        peek: null,
        shownEarly: false,
        base,
        adds,
      },
    });
    const slow = setTimeout(() => store.dispatch({ type: 'run-slowed', key }), PATIENCE);
    let outcome: 'none' | 'result' = 'none';
    // The host's document is read before the first question, and again when it changed since.
    const ready = control?.ensureRead(mine.signal) ?? Promise.resolve(photo?.id ?? '');
    ready
      .then((id) => ask(id))
      .then(() => {
        if (adds) controller.rankSoon();
        if (outcome === 'none' && !mine.signal.aborted) {
          throw new RetouchError('model-failed', 'The service stopped before it had an answer');
        }
      })
      .catch((error: unknown) => {
        if (!mine.signal.aborted) store.dispatch({ type: 'run-failed', key, failure: fail(error, 'run') });
      })
      .finally(() => clearTimeout(slow));
    function ask(id: string): Promise<void> {
      // After a commit, reading the document has set the work anew.
      const { present } = store.getState().work;
      return host.retouch({
        request: {
          photo: id,
          instruction: instruction.trim(),
          ...(reading === undefined ? {} : { reading }),
          // The new ones are those that are not in the strip yet.
          candidates: CANDIDATES + (adds ? (present.round?.alternatives.length ?? 0) : 0),
          seed: adds ? seed + 1 : 1,
          locks: [...present.locks],
          base: base === null ? lockedOnly(present) : base.settings,
          ...choiceOf(store.getState().models),
        },
        onEvent(event) {
          if (event.type === 'result-ready') outcome = 'result';
          store.dispatch({ type: 'run-progressed', key, event });
        },
        signal: mine.signal,
      });
    }
  }

  async function rankNow(): Promise<void> {
    const { photo, work } = store.getState();
    // An edit that was loaded from the document answers no question that it could be judged by.
    const loaded = work.present.round?.origin === 'document';
    const request = photo === null || loaded ? null : rankRequestOf(photo.id, work.present);
    if (request === null) return;
    ranking.abort();
    const mine = (ranking = new AbortController());
    store.dispatch({ type: 'ranking-started' });
    try {
      const { reward } = choiceOf(store.getState().models);
      const asked = reward === undefined ? request : { ...request, reward };
      const reply = await host.rank(asked, mine.signal);
      if (!mine.signal.aborted) store.dispatch({ type: 'ranking-ready', reply });
    } catch (error) {
      if (!mine.signal.aborted) store.dispatch({ type: 'ranking-failed', failure: fail(error, 'rank') });
    }
  }

  const controller: Controller = {
    models,
    async connect() {
      try {
        const { about, photo } = await host.connect();
        store.dispatch({ type: 'connection-ready', about });
        if (photo !== null && store.getState().photo === null)
          store.dispatch({ type: 'photo-opened', photo });
      } catch (error) {
        if (world === 'page' && RetouchError.isInstance(error) && error.code === 'unauthorized') {
          store.dispatch({ type: 'connection-unpaired' });
        } else {
          store.dispatch({ type: 'connection-lost', failure: describeFailure(error, 'connect', world) });
        }
      }
    },
    async pair(code) {
      try {
        await host.pair(code);
      } catch {
        return false;
      }
      await controller.connect();
      return true;
    },
    async chooseFile() {
      const file = await host.chooseFile();
      if (file !== null) await controller.openFile(file);
    },
    openFile: (file) => open(file.name, (signal) => host.openPhoto(file, signal)),
    openSample: (name) => {
      const title = store.getState().about?.samples.find((sample) => sample.name === name)?.title ?? name;
      return open(title, (signal) => host.openSample(name, signal));
    },
    run(instruction, reading) {
      const { work, refines, run, document } = store.getState();
      // What was committed is in the document now: the next question starts from there.
      if (document !== null && document.committed !== null) {
        start(instruction, { reading, base: null, adds: false });
        return;
      }
      // A corrected reading asks the same question again, so it starts where that question started.
      const asked = run === null ? (work.present.round?.base ?? null) : run.base;
      const base = reading !== undefined ? asked : refines ? baseOf(work.present) : null;
      start(instruction, { reading, base, adds: false });
    },
    async addWish(wish) {
      const { run, work } = store.getState();
      const { round } = work.present;
      const asked = run ?? round;
      if (asked === null || wish.trim() === '') return;
      const base = run === null ? (round?.base ?? null) : run.base;
      const instruction = `${asked.instruction}, ${wish.trim()}`;
      try {
        // Corrections of the reading so far are kept; only the wish is read anew.
        const reading =
          asked.reading === null ? undefined : joinReadings(asked.reading, await host.read(wish.trim()));
        start(instruction, { reading, base, adds: false });
      } catch (error) {
        store.dispatch({ type: 'ranking-failed', failure: fail(error, 'rank') });
      }
    },
    more() {
      const { round } = store.getState().work.present;
      if (round !== null && store.getState().document?.committed == null)
        start(round.instruction, { reading: round.reading, base: round.base, adds: true });
    },
    cancel() {
      const { run } = store.getState();
      running.abort();
      if (run !== null) store.dispatch({ type: 'run-cancelled', key: run.key });
    },
    rankSoon() {
      clearTimeout(rankTimer);
      rankTimer = setTimeout(() => void rankNow(), RANK_DELAY);
    },
    async exportPlan(plan) {
      const { photo, work } = store.getState();
      if (photo === null) return;
      lastExport = plan;
      store.dispatch({ type: 'export-started', name: plan.file });
      try {
        const name = await writePlan(host, photo.id, plan, work.present);
        store.dispatch({ type: 'export-ready', name });
      } catch (error) {
        store.dispatch({ type: 'export-failed', failure: fail(error, 'export') });
      }
    },
    remedy(remedy) {
      const { draft } = store.getState();
      store.dispatch({ type: 'failure-dismissed' });
      if (remedy === 'reconnect') void controller.connect();
      if (remedy === 'choose-photo') void controller.chooseFile();
      if (remedy === 'reopen-photo') void (reopen?.() ?? controller.chooseFile());
      if (remedy === 'run-again') controller.run(draft);
      if (remedy === 'read-again') void control?.read();
      if (remedy === 'try-again') void control?.tryOut();
      if (remedy === 'commit-again') void control?.commit();
      if (remedy === 'open-connection') store.dispatch({ type: 'page-chosen', page: 'connection' });
      if (remedy === 'export-again' && lastExport !== null) void controller.exportPlan(lastExport);
    },
  };
  return controller;
}
