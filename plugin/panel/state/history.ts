/** Undo and redo over immutable values. `gesture` joins the many steps of one drag into one. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  readonly gesture: string | null;
}

/** More steps than anyone goes back; values share their structure, so each costs little. */
const MAXIMUM_STEPS = 200;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], gesture: null };
}

/** Makes `present` the newest step. Steps of the same gesture in a row count as one. */
export function recordStep<T>(history: History<T>, present: T, gesture: string | null = null): History<T> {
  if (Object.is(present, history.present)) return history;
  if (gesture !== null && gesture === history.gesture) return { ...history, present, future: [] };
  return {
    past: [...history.past, history.present].slice(-MAXIMUM_STEPS),
    present,
    future: [],
    gesture,
  };
}

/** Changes the present without a step of its own (a choice, a rank that settled). */
export function amendStep<T>(history: History<T>, present: T): History<T> {
  return Object.is(present, history.present) ? history : { ...history, present };
}

export function undoStep<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    gesture: null,
  };
}

export function redoStep<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, gesture: null };
}
