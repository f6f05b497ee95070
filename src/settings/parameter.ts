import type { CurvePoint } from './settings.ts';

export type PanelName =
  | 'Basic'
  | 'Tone curve'
  | 'Mixer'
  | 'B&W mix'
  | 'Grading'
  | 'Detail'
  | 'Effects'
  | 'Calibration'
  | 'Local';

interface ParameterBase {
  /** The `crs:` name, used everywhere. */
  readonly name: string;
  readonly panel: PanelName;
  /** As Camera Raw labels it. */
  readonly label: string;
}

/** A slider. Values are stored values; `uiScale` × stored = what the slider shows (1 unless Local). */
export interface NumberParameter extends ParameterBase {
  readonly kind: 'number';
  readonly unit: 'EV' | 'K' | 'percent' | 'degrees' | 'px' | 'none';
  readonly minimum: number;
  readonly maximum: number;
  /** The value at which it does nothing (for companions such as SharpenRadius: Camera Raw's default). */
  readonly neutral: number;
  /** Smallest stored difference that Camera Raw keeps. */
  readonly step: number;
  readonly uiScale: number;
  /** `amount`: scales with the edit's amount; `setting`: a companion (radius, hue, split) that does not. `mired`: scaled in mired. */
  readonly scaling: 'amount' | 'setting' | 'mired';
  /** While all of these stand at neutral, this one is irrelevant (GrainSize → GrainAmount). */
  readonly companionOf?: readonly string[];
  /** Neutral is the photo's as-shot white (`neutral` is then that of a rendered file). */
  readonly asShot?: 'kelvin' | 'tint';
}
export interface CurveParameter extends ParameterBase {
  readonly kind: 'curve';
  readonly neutral: readonly CurvePoint[];
}
export interface BooleanParameter extends ParameterBase {
  readonly kind: 'boolean';
  readonly neutral: boolean;
}
export interface ChoiceParameter extends ParameterBase {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly neutral: string;
}
export type Parameter = NumberParameter | CurveParameter | BooleanParameter | ChoiceParameter;
