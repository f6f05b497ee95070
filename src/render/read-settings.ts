import type { CurvePoint, Settings } from '#settings/settings.ts';

/** Value of a slider, `neutral` when it is absent or no finite number. */
export function amountOf(settings: Settings, name: string, neutral = 0): number {
  const value = settings[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : neutral;
}

/** Points of a tone curve, or undefined when absent or the straight line. */
export function curveOf(settings: Settings, name: string): readonly CurvePoint[] | undefined {
  const value = settings[name];
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const points = value as readonly CurvePoint[];
  const straight = points.every(([x, y]) => x === y) && points[0]?.[0] === 0 && points.at(-1)?.[0] === 255;
  return straight ? undefined : points;
}

export function flagOf(settings: Settings, name: string): boolean {
  return settings[name] === true;
}
