import type { Metric } from '#wire/result.ts';

/** How far one press of "matters more" moves a weight; two presses a little more than double it. */
const STEP = 1.5;
/** A criterion can be made to matter little, never nothing, so that "more" still works on it. */
const LEAST = 0.01;

/** The weights that the criteria have now: the person's own where set. They sum to 1. */
export function currentWeights(
  metrics: readonly Metric[],
  own: Readonly<Record<string, number>>,
): Record<string, number> {
  return normalise(
    Object.fromEntries(metrics.map((metric) => [metric.name, own[metric.name] ?? metric.weight])),
  );
}

/** Makes one criterion matter more (or less); the others share what it gives or takes. */
export function shiftWeight(
  weights: Readonly<Record<string, number>>,
  name: string,
  direction: 1 | -1,
): Record<string, number> {
  const current = weights[name] ?? 0;
  return normalise({ ...weights, [name]: Math.max(LEAST, current * (direction === 1 ? STEP : 1 / STEP)) });
}

/** Sets one weight (0…1) exactly; the others keep their proportions in what is left. */
export function setWeight(
  weights: Readonly<Record<string, number>>,
  name: string,
  value: number,
): Record<string, number> {
  const wanted = Math.min(1, Math.max(0, value));
  const others = Object.entries(weights).filter(([other]) => other !== name);
  const sum = others.reduce((total, [, weight]) => total + weight, 0);
  const scaled = others.map(([other, weight]) => [
    other,
    sum > 0 ? (weight / sum) * (1 - wanted) : (1 - wanted) / others.length,
  ]);
  return others.length === 0 ? { [name]: 1 } : Object.fromEntries([...scaled, [name, wanted]]);
}

function normalise(weights: Record<string, number>): Record<string, number> {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  const names = Object.keys(weights);
  return Object.fromEntries(
    names.map((name) => [name, sum > 0 ? (weights[name] ?? 0) / sum : 1 / names.length]),
  );
}
