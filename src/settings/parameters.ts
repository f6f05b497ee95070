import { BASIC } from './basic.ts';
import { BLACK_WHITE } from './black-white.ts';
import { CALIBRATION } from './calibration.ts';
import { DETAIL } from './detail.ts';
import { EFFECTS } from './effects.ts';
import { GRADING } from './grading.ts';
import { LOCAL } from './local.ts';
import { MIXER } from './mixer.ts';
import type { NumberParameter, PanelName, Parameter } from './parameter.ts';
import { TONE_CURVE } from './tone-curve.ts';

/** Every global develop parameter in the order of Camera Raw's panels. */
export const PARAMETERS: readonly Parameter[] = [
  ...BASIC,
  ...TONE_CURVE,
  ...MIXER,
  ...BLACK_WHITE,
  ...GRADING,
  ...DETAIL,
  ...EFFECTS,
  ...CALIBRATION,
];

/** What a local correction may set, with ranges of the stored values. */
export const LOCAL_PARAMETERS: readonly NumberParameter[] = LOCAL;

/** Panels in Camera Raw's order. */
export const PANELS: readonly PanelName[] = [...new Set([...PARAMETERS, ...LOCAL].map((one) => one.panel))];

const byName: ReadonlyMap<string, Parameter> = new Map(
  [...PARAMETERS, ...LOCAL].map((one) => [one.name, one]),
);

/** The parameter under its `crs:` name, global or local; undefined when there is none. */
export function parameterByName(name: string): Parameter | undefined {
  return byName.get(name);
}
