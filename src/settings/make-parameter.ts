import type { NumberParameter, PanelName } from './parameter.ts';

type NumberOptions = Partial<Omit<NumberParameter, 'kind' | 'panel' | 'name' | 'label'>>;

/** Sliders of one panel: −100…100 around 0 in whole steps, unless said otherwise. */
export function slidersOf(panel: PanelName) {
  return (name: string, label: string, options: NumberOptions = {}): NumberParameter => ({
    kind: 'number',
    name,
    panel,
    label,
    unit: 'none',
    minimum: -100,
    maximum: 100,
    neutral: 0,
    step: 1,
    uiScale: 1,
    scaling: 'amount',
    ...options,
  });
}

/** Option sets that many sliders share. */
export const ZERO_TO_100 = { minimum: 0 } as const;
export const HUE_ANGLE = { minimum: 0, maximum: 360, unit: 'degrees', scaling: 'setting' } as const;
