import type { ClampReport, PlainObject } from './clamp-report.ts';
import { isPlainObject } from './clamp-report.ts';
import { asText, clampBoolean, clampCurve, clampNumber, clampSlider } from './clamp-value.ts';
import { maskSchema } from './correction-schema.ts';
import { LIMITS } from './limits.ts';
import { LUMINANCE_WINDOW, MASK_FIELDS } from './mask-fields.ts';
import { LOCAL_PARAMETERS, parameterByName } from './parameters.ts';
import type { Correction, CurvePoint, Mask } from './settings.ts';

/** Text that XML can hold, within the limit. */
export function clampName(given: unknown): string {
  const clean = asText(given).replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '');
  let text = clean.slice(0, LIMITS.nameCharacters);
  if (/\p{Cs}$/u.test(text)) text = text.slice(0, -1);
  return text;
}

function clampNumbers(
  path: string,
  kind: Mask['kind'],
  given: PlainObject,
  report: ClampReport,
): PlainObject {
  const numbers = Object.entries<readonly [number, number]>(MASK_FIELDS[kind]).map(
    ([name, [minimum, maximum]]) => [
      name,
      clampNumber(`${path}.${name}`, given[name], minimum, maximum, report),
    ],
  );
  return Object.fromEntries(numbers);
}

function clampMask(path: string, given: unknown, report: ClampReport): Mask | undefined {
  if (!isPlainObject(given)) return report.drop(path, given, 'not a mask');
  const kind = asText(given['kind']);
  if (!Object.hasOwn(MASK_FIELDS, kind))
    return report.drop(path, given, `unknown kind of mask '${kind.slice(0, 40)}'`);
  const numbers = clampNumbers(path, kind as Mask['kind'], given, report);
  const window = LUMINANCE_WINDOW.map((name) => numbers[name] as number);
  if (kind === 'luminance' && window.some((value, index) => value < (window[index - 1] ?? 0))) {
    return report.drop(path, given, 'a luminance range must rise from lowNone to highNone');
  }
  const mask = {
    ...(given['name'] === undefined ? {} : { name: clampName(given['name']) }),
    kind,
    combine: given['combine'] ?? 'add',
    inverted: given['inverted'] ?? false,
    ...numbers,
    ...(kind === 'color' ? { samples: given['samples'] } : {}),
    ...(kind === 'ai' ? { target: given['target'] } : {}),
  };
  const parsed = maskSchema.safeParse(mask);
  return parsed.success
    ? parsed.data
    : report.drop(path, given, parsed.error.issues[0]?.message ?? 'not a mask');
}

function clampValues(path: string, given: unknown, report: ClampReport): Record<string, number> {
  const values: Record<string, number> = {};
  if (!isPlainObject(given)) return values;
  for (const parameter of LOCAL_PARAMETERS) {
    if (given[parameter.name] === undefined) continue;
    const value = clampSlider(parameter, given[parameter.name], report);
    if (value !== undefined) values[parameter.name] = value;
  }
  for (const name of Object.keys(given)) {
    if (parameterByName(name)?.panel !== 'Local') report.drop(`${path}.${name}`, given[name], 'unknown key');
  }
  return values;
}

const CURVES = ['MainCurve', 'RedCurve', 'GreenCurve', 'BlueCurve'] as const;

/** A correction made valid; undefined when nothing can be made of it. */
export function clampCorrection(path: string, given: unknown, report: ClampReport): Correction | undefined {
  if (!isPlainObject(given)) return report.drop(path, given, 'not a correction');
  const curves: Partial<Record<(typeof CURVES)[number], readonly CurvePoint[]>> = {};
  for (const name of CURVES) {
    const points = isPlainObject(given['curves']) ? given['curves'][name] : undefined;
    const curve = points === undefined ? undefined : clampCurve(`${path}.${name}`, points, report);
    if (curve !== undefined) curves[name] = curve;
  }
  const list: readonly unknown[] = Array.isArray(given['masks']) ? given['masks'] : [];
  if (list.length > LIMITS.masks) report.add(`${path}.masks`, list.length, LIMITS.masks, 'too many masks');
  const masks = list
    .slice(0, LIMITS.masks)
    .map((one, index) => clampMask(`${path}.masks[${index}]`, one, report))
    .filter((mask) => mask !== undefined);
  const active =
    given['active'] === undefined ? true : clampBoolean(`${path}.active`, given['active'], report);
  const amount =
    given['amount'] === undefined ? 1 : clampNumber(`${path}.amount`, given['amount'], 0, 2, report);
  return {
    name: clampName(given['name']),
    active: active ?? true,
    amount: amount ?? 1,
    values: clampValues(path, given['values'], report),
    ...(Object.keys(curves).length === 0 ? {} : { curves }),
    masks,
  };
}
