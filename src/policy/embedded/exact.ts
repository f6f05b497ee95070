import { readQuantity } from '#instruction/quantity.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { AxisSpec } from './axis.ts';
import type { IntentGoal } from './intent.ts';

/**
 * The slider move that a goal's words state to the number ("+0.5 EV", "+15 contrast", "20 % less saturated"), signed;
 * undefined when they leave it to the photo. Only for sliders of the whole frame in the unit that was named.
 */
export function statedMove(
  goal: IntentGoal,
  spec: AxisSpec,
): { readonly name: string; readonly by: number } | undefined {
  const quantity = goal.region === null && goal.words !== '' ? readQuantity(goal.words) : undefined;
  const parameter = parameterByName(spec.axis === 'warmth' ? 'IncrementalTemperature' : (spec.own[0] ?? ''));
  if (!quantity || parameter?.kind !== 'number') return undefined;
  const size = Math.abs(quantity.value);
  const inStops = quantity.unit === 'EV' && parameter.unit === 'EV';
  const inPoints =
    ['percent', 'points'].includes(quantity.unit) && parameter.unit === 'none' && parameter.minimum === -100;
  if (!inStops && !inPoints) return undefined;
  return { name: parameter.name, by: goal.direction * Math.min(size, parameter.maximum) };
}
