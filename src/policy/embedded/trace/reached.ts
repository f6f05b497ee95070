import type { Draft } from '../draft.ts';
import type { Target } from '../plan.ts';
import type { Scene } from '../scene.ts';
import { fixed } from './words.ts';

/** "middle tones L* 41.2 → 45.7 (aim 45.9)". */
export function reached(scene: Scene, draft: Draft, { axis, region, from, wanted }: Target): string {
  const inside = (region && scene.within(draft.after, region)) || draft.after.measures;
  const where = region === null ? '' : ` in the ${region}`;
  return `${axis.measure}${where} ${axis.unit} ${fixed(from)} → ${fixed(axis.read(inside))} (aim ${fixed(wanted)})`;
}
