import type { State } from './state.ts';
import type { Alternative } from './work.ts';

const NONE: readonly Alternative[] = [];

/** The alternatives on show: those of the round, or those that arrived early from a slow run. */
export function shownAlternatives(state: State): readonly Alternative[] {
  const { run, work } = state;
  if (run !== null && !run.adds) return run.shownEarly ? run.arrived : NONE;
  return work.present.round?.alternatives ?? NONE;
}

/** What the stage shows: the early alternative being looked at, else the choice. */
export function chosenId(state: State): string {
  return state.run?.peek ?? state.work.present.chosen;
}
