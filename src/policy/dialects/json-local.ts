import { type ClampEntry, isPlainObject } from '#settings/clamp-report.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { JsonObject, JsonValue } from '#wire/forgiving-json.ts';
import type { DialectContext } from './dialect.ts';
import { dropped } from './loose-settings.ts';
import { looseNumber } from './loose-value.ts';
import { plainText } from './plain-text.ts';
import { regionMasks } from './region-masks.ts';
import { localName } from './setting-names.ts';

/** Local edits that one candidate may have. */
const MOST = 8;

export interface LooseCorrections {
  readonly corrections: readonly unknown[];
  readonly report: readonly ClampEntry[];
}

/** `[{region, values: {Exposure: −0.5, …}}]`, values as the sliders show them; or with `masks` in this project's own form. */
export function readLocal(given: JsonValue | undefined, context: DialectContext): LooseCorrections {
  const list = Array.isArray(given) ? (given as readonly JsonValue[]) : [];
  const report: ClampEntry[] = [];
  if (list.length > MOST) report.push({ name: 'local', from: list.length, to: MOST, why: 'too many masks' });
  const corrections = list.slice(0, MOST).flatMap((item, index) => {
    const path = `local[${index}]`;
    if (!isPlainObject(item)) return [];
    const one = item as JsonObject;
    const region = plainText(one['region'], 40);
    const masks = Array.isArray(one['masks']) ? one['masks'] : regionMasks(region, context);
    const values = readValues(one['values'] ?? one['settings'] ?? one, path, report);
    if (masks === undefined) report.push(dropped(`${path} ${region}`, region, 'not found in this photo'));
    if (masks === undefined || Object.keys(values).length === 0) return [];
    return [
      {
        name: region === '' ? 'Local' : region[0]!.toUpperCase() + region.slice(1),
        active: true,
        amount: 1,
        values,
        masks,
      },
    ];
  });
  return { corrections, report };
}

function readValues(given: JsonValue, path: string, report: ClampEntry[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, value] of pairsOf(given)) {
    const name = localName(key);
    const number = looseNumber(value);
    const parameter = name === undefined ? undefined : parameterByName(name);
    if (parameter?.kind !== 'number') report.push(dropped(`${path}.${key}`, value, 'no such local setting'));
    else values[parameter.name] = number === undefined ? value : number / parameter.uiScale;
  }
  return values;
}

function pairsOf(given: JsonValue): readonly (readonly [string, JsonValue])[] {
  const around = ['region', 'masks', 'name', 'why', 'title'];
  if (Array.isArray(given)) {
    return (given as readonly JsonValue[]).slice(0, 100).flatMap((item) => {
      const one = isPlainObject(item) ? (item as JsonObject) : {};
      const name = one['name'] ?? one['parameter'];
      return typeof name === 'string' && one['value'] !== undefined ? [[name, one['value']] as const] : [];
    });
  }
  if (!isPlainObject(given)) return [];
  return Object.entries(given as JsonObject)
    .slice(0, 100)
    .filter(([key]) => !around.includes(key));
}
