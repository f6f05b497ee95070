import { type ClampEntry, isPlainObject } from '#settings/clamp-report.ts';
import { asText } from '#settings/clamp-value.ts';
import { parameterByName } from '#settings/parameters.ts';
import { type AsShot, kelvinToIncremental } from '#settings/white-balance.ts';
import type { JsonObject, JsonValue } from '#wire/forgiving-json.ts';
import { looseCurve, looseNumber } from './loose-value.ts';
import { plainText } from './plain-text.ts';
import { globalName, misspeltName } from './setting-names.ts';

export interface LooseSettings {
  /** Under real names, not yet clamped. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly report: readonly ClampEntry[];
}

/** Members that are looked at; more than there are settings. */
const MOST = 300;
const MOST_GUESSES = 12;

/** Keys of an answer that are not settings. */
const AROUND = ['title', 'why', 'reasoning', 'name', 'local', 'masks', 'MaskGroupBasedCorrections', 'Look'];

/**
 * Global settings under whatever names a model used, from a table or from a list of `{name, value}`. White balance
 * becomes incremental: Kelvin relative to `asShot`, and small numbers are shifts already.
 */
export function readLooseSettings(given: JsonValue | undefined, asShot: AsShot): LooseSettings {
  const values: Record<string, unknown> = {};
  const report: ClampEntry[] = [];
  const pairs = pairsOf(given).slice(0, MOST);
  const named = nameAll(pairs);
  const kelvin = named.some(({ name, value }) => name === 'Temperature' && isKelvin(value));
  for (const { key, name, value } of named) {
    if (name === undefined) {
      if (!AROUND.includes(key)) report.push(dropped(key, value, 'no such setting'));
    } else if (name === 'WhiteBalance') {
      if (!/^(as shot|custom)$/i.test(asText(value)))
        report.push(dropped(key, value, 'a white balance that only the camera knows'));
    } else if (name === 'Temperature' && isKelvin(value)) {
      const shift = kelvinToIncremental(looseNumber(value)!, asShot.kelvin);
      const why = `the shift from ${asShot.kelvin} K`;
      report.push({ name: 'IncrementalTemperature', from: value, to: shift, why });
      values['IncrementalTemperature'] = shift;
    } else if (name === 'Temperature') {
      values['IncrementalTemperature'] = looseNumber(value) ?? value;
    } else if (name === 'Tint') {
      const tint = looseNumber(value);
      values['IncrementalTint'] = tint === undefined ? value : tint - (kelvin ? asShot.tint : 0);
    } else values[name] = looseValue(name, value);
  }
  return { values, report };
}

type Pair = readonly [key: string, value: JsonValue];

/** Only the first few strange names are compared with the real ones: a reply may hold thousands. */
function nameAll(pairs: readonly Pair[]) {
  let strange = 0;
  return pairs.map(([key, value]) => {
    const name = globalName(key) ?? (strange++ < MOST_GUESSES ? misspeltName(key) : undefined);
    return { key, name, value };
  });
}

function isKelvin(value: unknown): boolean {
  return Math.abs(looseNumber(value) ?? 0) >= 1000;
}

function looseValue(name: string, value: JsonValue): unknown {
  const parameter = parameterByName(name);
  if (parameter?.kind === 'curve') return looseCurve(value);
  return parameter?.kind === 'number' ? (looseNumber(value) ?? value) : value;
}

/** Members of a table; of lists, those of `{name, value}` items and of tables within. */
function pairsOf(given: JsonValue | undefined): readonly Pair[] {
  if (Array.isArray(given)) return (given as readonly JsonValue[]).slice(0, 500).flatMap(itemPairs);
  return isPlainObject(given) ? Object.entries(given as JsonObject).slice(0, 500) : [];
}

function itemPairs(item: JsonValue): readonly Pair[] {
  if (!isPlainObject(item)) return [];
  const one = item as JsonObject;
  const name = one['name'] ?? one['parameter'] ?? one['operation'] ?? one['setting'];
  const value = one['value'] ?? one['amount'];
  if (typeof name === 'string' && value !== undefined) return [[name, value]];
  return Object.entries(one).slice(0, 500);
}

export function dropped(name: string, from: unknown, why: string): ClampEntry {
  return { name: plainText(name, 40), from, to: undefined, why };
}
