import { withSuffix } from './leads.ts';
import type { Spec } from './spec.ts';

/** Clearly stronger, and clearly gentler. */
export const FURTHER = { lead: 'further', strength: 1.45 } as const;
export const GENTLER = { lead: 'not as far', strength: 0.6 } as const;

/** The same reading, styles and goals scaled together. */
export function scaleSpec(spec: Spec, { lead, strength }: typeof FURTHER | typeof GENTLER): Spec {
  const styles = spec.styles.map((one) => ({ ...one, weight: one.weight * strength }));
  return { ...spec, strength, styles, lead: withSuffix(spec.lead, lead) };
}
