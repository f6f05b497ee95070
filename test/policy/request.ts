import { toLab } from '#image/lab.ts';
import type { Observation } from '#image/observation.ts';
import { lookByName } from '#looks/looks.ts';
import { createEmbeddedPolicy } from '#policy/embedded/embedded.ts';
import { type Measures, measure } from '#policy/embedded/measure.ts';
import type { ProposeRequest } from '#policy/policy.ts';
import { embeddedRenderer } from '#render/pipeline.ts';
import type { Settings } from '#settings/settings.ts';
import type { Axis, Goal, GoalRegion, Lock, Reading } from '#wire/goal.ts';

export const policy = createEmbeddedPolicy({ renderer: embeddedRenderer });

export function goal(
  axis: Axis,
  direction: 1 | -1,
  amount = 1,
  region: GoalRegion | null = null,
  words = 'so',
): Goal {
  return { axis, direction, amount, region, words };
}

/** A reading as the instruction reader gives it: a style brings the goals that it implies. */
export function readingOf({
  goals = [],
  styles = [],
  locks = [],
}: {
  goals?: Goal[];
  styles?: string[];
  locks?: Lock[];
}): Reading {
  const implied = styles.flatMap((name) =>
    (lookByName(name)?.implies ?? []).map((one) => ({ ...one, words: '' })),
  );
  return {
    language: 'en',
    goals: [...goals, ...implied],
    styles: styles.map((name) => ({ name, weight: 1, words: name })),
    locks,
    unsupported: [],
    confidence: 1,
  };
}

export function requestOf(
  observation: Observation,
  reading: Reading,
  more: Partial<ProposeRequest> = {},
): ProposeRequest {
  return { observation, instruction: 'so', reading, candidates: 4, seed: 1, locks: [], base: {}, ...more };
}

/** Measures of the observation's own preview (not the solver's small one) under settings. */
export function develop(observation: Observation, settings: Settings): Measures {
  const raster = embeddedRenderer.render(embeddedRenderer.open(observation.preview), settings);
  return measure(toLab(raster), raster);
}
