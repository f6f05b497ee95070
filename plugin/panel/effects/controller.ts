import type { Settings } from '#settings/settings.ts';
import { RetouchError } from '#wire/error.ts';
import type { Reading } from '#wire/goal.ts';
import type { Host, PickedFile } from '../host.ts';
import { effectiveSettings } from '../state/effective.ts';
import type { ExportPlan } from '../state/export-plan.ts';
import { type Attempt, describeFailure, type Remedy } from '../state/failure.ts';
import { joinReadings } from '../state/join-readings.ts';
import type { Base, Work } from '../state/work.ts';
import { alternativeOf, ORIGINAL } from '../state/work.ts';
import type { PictureBook } from './picture-book.ts';
import type { Store } from './store.ts';
import { writePlan } from './write-plan.ts';

/** After this long without an answer, alternatives are shown as they come. Milliseconds. */
const PATIENCE = 4000;
/** Weights and sliders are re-ranked when the hand has rested this long. Milliseconds. */
const RANK_DELAY = 250;
const CANDIDATES = 4;

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
}

export function createController(host: Host, store: Store, book: PictureBook): Controller {
  let opening = new AbortController();
  let running = new AbortController();
  let ranking = new AbortController();
  let rankTimer: ReturnType<typeof setTimeout> | undefined;
  let runs = 0;
  let reopen: (() => Promise<void>) | null = null;
  let lastExport: ExportPlan | null = null;

  function fail(error: unknown, attempt: Attempt) {
    if (RetouchError.isInstance(error) && error.code === 'unauthorized') {
      store.dispatch({ type: 'connection-unpaired' });
    }
    return describeFailure(error, attempt);
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

  function start(
    instruction: string,
    extra: { reading?: Reading | undefined; base: Base | null; adds: boolean },
  ): void {
    const { photo, work, seed } = store.getState();
    if (photo === null || instruction.trim() === '') return;
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
        arrived: [],
        peek: null,
        shownEarly: false,
        base,
        adds,
      },
    });
    const slow = setTimeout(() => store.dispatch({ type: 'run-slowed', key }), PATIENCE);
    let outcome: 'none' | 'result' = 'none';
    host
      .retouch({
        request: {
          photo: photo.id,
          instruction: instruction.trim(),
          ...(reading === undefined ? {} : { reading }),
          // The new ones are those that are not in the strip yet.
          candidates: CANDIDATES + (adds ? (work.present.round?.alternatives.length ?? 0) : 0),
          seed: adds ? seed + 1 : 1,
          locks: [...work.present.locks],
          base: base === null ? lockedOnly(work.present) : base.settings,
        },
        onEvent(event) {
          if (event.type === 'result-ready') outcome = 'result';
          store.dispatch({ type: 'run-progressed', key, event });
        },
        signal: mine.signal,
      })
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
  }

  async function rankNow(): Promise<void> {
    const { photo, work } = store.getState();
    const { round } = work.present;
    if (photo === null || round === null || round.alternatives.length === 0) return;
    ranking.abort();
    const mine = (ranking = new AbortController());
    store.dispatch({ type: 'ranking-started' });
    try {
      const reply = await host.rank(
        {
          photo: photo.id,
          instruction: round.instruction,
          reading: round.reading,
          base: round.base?.settings ?? {},
          candidates: round.alternatives.map(({ id }) => ({
            id,
            settings: effectiveSettings(work.present, id),
          })),
          ...(Object.keys(round.weights).length === 0 ? {} : { weights: { ...round.weights } }),
        },
        mine.signal,
      );
      if (!mine.signal.aborted) store.dispatch({ type: 'ranking-ready', reply });
    } catch (error) {
      if (!mine.signal.aborted) store.dispatch({ type: 'ranking-failed', failure: fail(error, 'rank') });
    }
  }

  const controller: Controller = {
    async connect() {
      try {
        const { about, photo } = await host.connect();
        store.dispatch({ type: 'connection-ready', about });
        if (photo !== null && store.getState().photo === null)
          store.dispatch({ type: 'photo-opened', photo });
      } catch (error) {
        if (RetouchError.isInstance(error) && error.code === 'unauthorized') {
          store.dispatch({ type: 'connection-unpaired' });
        } else {
          store.dispatch({ type: 'connection-lost', failure: describeFailure(error, 'connect') });
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
      const { work, refines, run } = store.getState();
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
      if (round !== null) start(round.instruction, { reading: round.reading, base: round.base, adds: true });
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
      if (remedy === 'export-again' && lastExport !== null) void controller.exportPlan(lastExport);
    },
  };
  return controller;
}

/** Where a refinement starts: the chosen alternative with the person's edits. */
function baseOf(work: Work): Base | null {
  const settings = effectiveSettings(work, work.chosen);
  if (work.chosen === ORIGINAL) {
    return Object.keys(settings).length === 0 ? null : { title: 'your own settings', settings };
  }
  return { title: alternativeOf(work, work.chosen)?.title ?? '', settings };
}

/** From the original, only locked settings are carried over: they must keep the value they have now. */
function lockedOnly(work: Work): Settings {
  const settings = effectiveSettings(work, work.chosen);
  return Object.fromEntries(Object.entries(settings).filter(([name]) => work.locks.includes(name)));
}
