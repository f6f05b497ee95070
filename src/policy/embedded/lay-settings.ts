import { parameterByName } from '#settings/parameters.ts';
import type { CurvePoint, Settings } from '#settings/settings.ts';
import { standing } from './knobs.ts';

/**
 * Moves laid on what stands: amounts add, companions replace, a curve is drawn over the curve that is there. The
 * wheels of the grading panel are one thought: a move on them replaces what they had.
 */
export function laySettings(under: Settings, moves: Settings): Settings {
  const result: Record<string, Settings[string]> = { ...under };
  for (const [name, value] of Object.entries(moves)) {
    const parameter = parameterByName(name);
    const before = under[name];
    const adds =
      parameter?.kind === 'number' && parameter.scaling === 'amount' && parameter.panel !== 'Grading';
    if (adds && typeof value === 'number') {
      const sum = standing(under, name) + value;
      result[name] = Math.min(parameter.maximum, Math.max(parameter.minimum, sum));
    } else if (parameter?.kind === 'curve' && Array.isArray(before)) {
      result[name] = layCurve(before as readonly CurvePoint[], value as readonly CurvePoint[]);
    } else result[name] = value;
  }
  return result;
}

/** `over(under(x))` at the points of `under`, straight between the points of `over`. */
function layCurve(under: readonly CurvePoint[], over: readonly CurvePoint[]): readonly CurvePoint[] {
  return under.map(([x, y]) => {
    const next = Math.max(
      1,
      over.findIndex(([at]) => at >= y),
    );
    const [x0, y0] = over[next - 1]!;
    const [x1, y1] = over[next] ?? over[next - 1]!;
    return [x, Math.round(y0 + ((y - x0) / Math.max(1, x1 - x0)) * (y1 - y0))] as const;
  });
}
