import type { ClampReport } from './clamp-report.ts';
import { isPlainObject } from './clamp-report.ts';
import { repairCurve } from './curve.ts';
import { isEqual } from './equal.ts';
import type { ChoiceParameter, NumberParameter } from './parameter.ts';
import type { CurvePoint } from './settings.ts';

/** "+25", " -0.5 ", 25 → number; anything else undefined. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  // The bound keeps a hostile string from making the pattern slow.
  if (typeof value !== 'string' || value.length > 40) return undefined;
  if (!/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Text of a plain value; an object has none (its own `toString` might be anything). */
export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${value}`
    : '';
}

/** Within the limits, reported when it had to be moved. */
export function clampNumber(
  name: string,
  given: unknown,
  minimum: number,
  maximum: number,
  report: ClampReport,
): number | undefined {
  const value = readNumber(given);
  if (value === undefined) return report.drop(name, given, 'not a number');
  const clamped = Math.min(maximum, Math.max(minimum, value)) + 0;
  if (clamped !== value) report.add(name, given, clamped, `outside ${minimum}…${maximum}`);
  return clamped;
}

export function clampSlider(
  parameter: NumberParameter,
  given: unknown,
  report: ClampReport,
): number | undefined {
  const value = readNumber(given);
  // Hobby presets write a shift ("+400") where Camera Raw means kelvin: the coldest light would be the wrong guess.
  if (parameter.unit === 'K' && value !== undefined && value < 1000) {
    return report.drop(parameter.name, given, 'not a color temperature in kelvin');
  }
  return clampNumber(parameter.name, given, parameter.minimum, parameter.maximum, report);
}

export function clampBoolean(name: string, given: unknown, report: ClampReport): boolean | undefined {
  const text = asText(given).trim().toLowerCase();
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return report.drop(name, given, 'neither true nor false');
}

export function clampChoice(
  parameter: ChoiceParameter,
  given: unknown,
  report: ClampReport,
): string | undefined {
  const text = asText(given).trim().toLowerCase();
  const choice = parameter.choices.find((one) => one.toLowerCase() === text);
  return choice ?? report.drop(parameter.name, given, `none of ${parameter.choices.join(', ')}`);
}

function readPoint(given: unknown): CurvePoint | undefined {
  const parts =
    typeof given === 'string'
      ? given.split(',')
      : Array.isArray(given)
        ? given
        : isPlainObject(given)
          ? [given['x'], given['y']]
          : [];
  const [x, y] = [readNumber(parts[0]), readNumber(parts[1])];
  return parts.length === 2 && x !== undefined && y !== undefined ? [x, y] : undefined;
}

/** Reads [[x, y]…], ["x, y"…], [{x, y}…] and the flat [x, y, x, y…] of Lua and Photoshop. */
export function clampCurve(
  name: string,
  given: unknown,
  report: ClampReport,
): readonly CurvePoint[] | undefined {
  if (!Array.isArray(given)) return report.drop(name, given, 'not a list of points');
  const list: readonly unknown[] = given.slice(0, 1024);
  const flat = list.length % 2 === 0 && list.every((one) => readNumber(one) !== undefined);
  const pairs = flat ? list.flatMap((x, index) => (index % 2 === 0 ? [[x, list[index + 1]]] : [])) : list;
  const points = pairs.map(readPoint).filter((point) => point !== undefined);
  const curve = repairCurve(points);
  if (curve === undefined) return report.drop(name, given, 'fewer than two points');
  if (!isEqual(curve, points) || points.length !== pairs.length) {
    report.add(name, given, curve, 'points were not whole numbers 0…255 with increasing x');
  }
  return curve;
}
