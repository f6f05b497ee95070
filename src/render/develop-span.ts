import type { RgbSpace } from '#color/space.ts';
import type { Apply } from './apply.ts';
import { decodeSpace, encodeSpace } from './codec.ts';
import { gainSpan } from './local/gain-row.ts';
import type { Development } from './plan.ts';
import { applyTable } from './table/color-table.ts';

/**
 * Develops pixels `from … to − 1` of row `y`, coded to coded, in place.
 *
 * @param develop runs the development's pointwise chain
 */
export function developSpan(
  { local, chain, table }: Development,
  space: RgbSpace,
  span: Float32Array,
  y: number,
  from: number,
  to: number,
  develop: Apply | undefined = chain.develop,
): void {
  const count = to - from;
  const fused = table();
  if (local?.plain) gainSpan(space, local.gainRoots(y, from, to), from, to, span);
  if (fused && (!local || local.plain)) {
    applyTable(fused, span, count);
    return;
  }
  if (!chain.develop && local?.plain) return;
  decodeSpace(space, span, count);
  const enter = fused ? undefined : chain.enterScene;
  if (local && !local.plain) local.apply(span, y, from, to, enter);
  else enter?.(span, count);
  if (!fused) develop?.(span, count);
  encodeSpace(space, span, count);
  if (fused) applyTable(fused, span, count);
}
