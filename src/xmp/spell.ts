import type { Parameter } from '#settings/parameter.ts';
import type { CurvePoint, SettingValue } from '#settings/settings.ts';

/** Decimals that Camera Raw writes for a step: none for whole steps, 1 for 0.1, 2 for 0.01. */
function decimalsOf(step: number): number {
  return step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
}

/** "+25", "-3", "0", "+0.35", "5200": a plus where the slider goes both ways, and on the sharpening radius. */
function spellNumber(parameter: Parameter & { kind: 'number' }, value: number): string {
  const text = value.toFixed(decimalsOf(parameter.step));
  const signed = parameter.minimum < 0 || parameter.unit === 'px';
  return signed && value > 0 ? `+${text}` : text;
}

/** A value (not a curve) as it stands in an attribute. */
export function spellSetting(parameter: Parameter, value: SettingValue): string {
  if (parameter.kind === 'number') return spellNumber(parameter, value as number);
  if (parameter.kind === 'boolean') return value === true ? 'True' : 'False';
  return String(value);
}

/** Points of a global curve have a space behind the comma, those of a correction have none. */
export function spellCurve(points: readonly CurvePoint[], separator = ', '): readonly string[] {
  return points.map(([x, y]) => `${x}${separator}${y}`);
}

/** Reals of masks and corrections have six decimals. */
export function spellReal(value: number): string {
  return value.toFixed(6);
}
