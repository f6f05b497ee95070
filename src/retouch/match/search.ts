import type { Settings } from '#settings/settings.ts';
import type { Dial } from './dial.ts';
import { costOf, type Fit, fitDials, type Problem, spreadOf } from './fit-dials.ts';
import { earningDials } from './prune.ts';
import type { Stage } from './stages.ts';
import { carryOver, type System, systemOf } from './system.ts';

/** Part of the cost that a stage has to take away to stay, and the least (ΔE²). */
const STAGE_WORTH = { part: 0.08, least: 0.05 };
/** Part of the cost that one dial has to take away to stay, and the least (ΔE²). */
const DIAL_WORTH = { part: 0.03, least: 0.015 };

/** Where a search stands: the dials that are in use and how they are turned. */
export interface State {
  readonly system: System;
  readonly found: Fit;
}

/** Nothing in use yet: the base as it is. */
export function startOf(base: Settings): State {
  return { system: systemOf(base, []), found: { at: [], cost: 0, curvature: new Float64Array(0) } };
}

export function settingsOf({ system, found }: State): Settings {
  return system.settings(found.at);
}

export interface Tried {
  readonly stage: string;
  /** Whether it brought enough to stay. */
  readonly kept: boolean;
  readonly state: State;
}

/**
 * Takes the stages in their order; each is fitted together with what stayed of those before, and stays where it brings
 * enough. One that was refused is tried again when something came after it: beside a large difference in colour, a small
 * one in tone does not show.
 */
export async function* search(
  start: State,
  stages: readonly Stage[],
  problem: Problem,
  turn: () => Promise<void>,
): AsyncGenerator<Tried, void, undefined> {
  let state = start;
  let lastKept = -1;
  const refused: number[] = [];
  const attempt = async (index: number): Promise<Tried> => {
    const { name, dials } = stages[index]!;
    const next = await widen(state, dials, problem, turn);
    if (next) state = next;
    return { stage: name, kept: next !== undefined, state };
  };
  for (let index = 0; index < stages.length; index++) {
    const tried = await attempt(index);
    if (tried.kept) lastKept = index;
    else refused.push(index);
    yield tried;
  }
  for (const index of refused) if (index < lastKept) yield await attempt(index);
}

/** The same dials, fitted once more to a nearer look at the pictures. */
export async function polish(
  { system, found }: State,
  problem: Problem,
  turn: () => Promise<void>,
): Promise<State> {
  if (system.size === 0) return { system, found };
  const { knee } = spreadOf(problem.differences(system.settings(found.at)), problem.trust);
  return { system, found: await fitDials(system, problem, found.at, knee, turn, { iterations: 3 }) };
}

/** The state with these dials as well, or undefined where they do not bring enough. */
async function widen(
  { system, found }: State,
  dials: readonly Dial[],
  problem: Problem,
  turn: () => Promise<void>,
): Promise<State | undefined> {
  const wider = systemOf(system.base, [...system.dials, ...dials]);
  const from = carryOver(system, found.at, wider);
  const standing = problem.differences(system.settings(found.at));
  const { knee, typical } = spreadOf(standing, problem.trust);
  const cost = costOf(standing, problem.trust, knee, from);
  // Measured by what can be fitted: things painted into the picture would drown everything else.
  const worth = Math.max(STAGE_WORTH.least, STAGE_WORTH.part * Math.min(cost, typical));
  const tried = await fitDials(wider, problem, from, knee, turn, { worth: worth / 2 });
  if (cost - tried.cost < worth) return undefined;

  // Dials that do not earn their place go back to rest, and the others take over what they did.
  const left = spreadOf(problem.differences(wider.settings(tried.at)), problem.trust);
  const spare = Math.max(DIAL_WORTH.least, DIAL_WORTH.part * Math.min(tried.cost, left.typical));
  const earning = earningDials(wider, tried, spare);
  if (earning.length === wider.dials.length) return { system: wider, found: tried };
  const smaller = systemOf(system.base, earning);
  const again = await fitDials(smaller, problem, carryOver(wider, tried.at, smaller), knee, turn, {
    iterations: 3,
  });
  return cost - again.cost < worth ? undefined : { system: smaller, found: again };
}
