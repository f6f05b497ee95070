import type { Dial } from './dial.ts';
import type { Fit } from './fit-dials.ts';
import { invert, pick, times } from './linear.ts';
import type { System } from './system.ts';

/**
 * The dials that earn their place: one after the other, that goes back to rest whose absence the others can make up for
 * at a rise in cost below `spare`. By the second derivatives (Hassibi & Stork 1993, "Optimal Brain Surgeon"), so that
 * nothing has to be rendered.
 */
export function earningDials(system: System, { at, curvature }: Fit, spare: number): readonly Dial[] {
  let dials = system.dials.map((dial, i) => ({ dial, rows: range(...system.spans[i]!) }));
  let values = [...at];
  let matrix = curvature;
  while (dials.length > 0) {
    const n = values.length;
    const inverse = invert(matrix, n);
    let cheapest = Number.POSITIVE_INFINITY;
    let chosen = -1;
    dials.forEach(({ rows }, i) => {
      const own = rows.map((row) => values[row]!);
      const back = times(invert(pick(inverse, n, rows), rows.length), own);
      const rise = own.reduce((sum, value, k) => sum + value * back[k]!, 0);
      if (rise < cheapest) [cheapest, chosen] = [rise, i];
    });
    if (!(cheapest < spare)) break;
    const { rows } = dials[chosen]!;
    const back = times(
      invert(pick(inverse, n, rows), rows.length),
      rows.map((row) => values[row]!),
    );
    values = values.map(
      (value, i) => value - rows.reduce((sum, row, k) => sum + inverse[i * n + row]! * back[k]!, 0),
    );
    const kept = range(0, n).filter((i) => !rows.includes(i));
    matrix = pick(matrix, n, kept);
    values = kept.map((i) => values[i]!);
    dials = dials
      .filter((_, i) => i !== chosen)
      .map(({ dial, rows: old }) => ({ dial, rows: old.map((row) => kept.indexOf(row)) }));
  }
  return dials.map(({ dial }) => dial);
}

function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i);
}
