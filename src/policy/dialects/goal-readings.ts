import { isPlainObject } from '#settings/clamp-report.ts';
import { parameterByName } from '#settings/parameters.ts';
import { type JsonObject, type JsonValue, readJsonObject } from '#wire/forgiving-json.ts';
import type { Goal, Lock, Reading } from '#wire/goal.ts';
import { axisOf, directionOf, lookOf, regionOf } from './goal-words.ts';
import { looseNumber } from './loose-value.ts';
import { LONGEST_REASONING, LONGEST_TITLE, plainText } from './plain-text.ts';

/** How a model understood an instruction, in the vocabulary of the solver. */
export interface ModelReading {
  readonly title: string;
  readonly why: string;
  readonly goals: readonly Goal[];
  readonly styles: Reading['styles'];
  readonly locks: readonly Lock[];
  readonly unsupported: Reading['unsupported'];
  /** What was left out, in words that a model can act on. */
  readonly notes: readonly string[];
}

export interface ReadingsReply {
  /** What the model saw and thought, for all readings. */
  readonly reasoning: string;
  readonly readings: readonly ModelReading[];
  readonly problems: readonly string[];
  /** Why sliders can do nothing of it, where that is all that the model says. */
  readonly refusal?: string;
}

/** More than one sentence asks for; the rest is left out. */
const MOST = { readings: 16, goals: 12, styles: 3, locks: 12, unsupported: 8, notes: 12 } as const;
/** Evidence of a goal that the person did not put into words. */
export const UNSPOKEN = 'implied, as the model reads it';

/**
 * `{"reasoning", "readings": [{"title", "why", "goals", "styles", "locks", "unsupported"}]}`: goals and looks that the
 * vocabulary does not know are left out, and a reading that holds none of either is none.
 */
export function readGoalReadings(text: string, instruction: string): ReadingsReply {
  const read = readJsonObject(text, ['reasoning', 'readings']);
  if (!read) return { reasoning: '', readings: [], problems: ['The reply holds no JSON object.'] };
  const { value } = read;
  const listed = value['readings'] ?? value['candidates'] ?? [value];
  const items = listOf(listed, MOST.readings).filter(isPlainObject) as readonly JsonObject[];
  const readings = items.map((item) => readReading(item, instruction));
  const usable = readings.filter(({ goals, styles }) => goals.length + styles.length > 0);
  const reasoning = plainText(value['reasoning'], LONGEST_REASONING);
  if (usable.length > 0) return { reasoning, readings: usable, problems: [] };
  const refusal = readings.flatMap(({ unsupported }) => unsupported).map(({ why }) => why)[0];
  const damage = read.notes.map((note) => `The JSON is damaged: ${note}.`);
  const notes = readings.flatMap((one) => one.notes);
  const problems = ['No reading names a goal or a look that can be used.', ...notes, ...damage];
  const reply = { reasoning, readings: [], problems: problems.slice(0, MOST.notes) };
  return refusal === undefined || notes.length > 0 ? reply : { ...reply, refusal };
}

function listOf(given: JsonValue | undefined, most: number): readonly JsonValue[] {
  return Array.isArray(given) ? (given as readonly JsonValue[]).slice(0, most) : [];
}

function readReading(item: JsonObject, instruction: string): ModelReading {
  const notes: string[] = [];
  const note = (text: string) => {
    if (notes.length < MOST.notes) notes.push(text);
  };
  const each = <T>(given: JsonValue | undefined, most: number, read: (one: JsonObject) => T | undefined) =>
    listOf(given, most).flatMap((one) => {
      const result = isPlainObject(one) ? read(one as JsonObject) : undefined;
      return result === undefined ? [] : [result];
    });
  return {
    title: plainText(item['title'], LONGEST_TITLE),
    why: plainText(item['why'] ?? item['reasoning'], LONGEST_REASONING),
    goals: each(item['goals'], MOST.goals, (one) => readGoal(one, instruction, note)),
    styles: listOf(item['styles'], MOST.styles).flatMap((one) => readStyle(one, instruction, note) ?? []),
    locks: each(item['locks'], MOST.locks, (one) => readLock(one, instruction)),
    unsupported: each(item['unsupported'], MOST.unsupported, (one) => {
      const [words, why] = [plainText(one['words'], 120), plainText(one['why'], 200)];
      return words === '' || why === '' ? undefined : { words, why };
    }),
    notes,
  };
}

function readGoal(one: JsonObject, instruction: string, note: (text: string) => void): Goal | undefined {
  const axis = axisOf(one['axis']);
  const direction = directionOf(one['direction']);
  const region = regionOf(one['region']);
  if (axis === undefined) note(`"${plainText(one['axis'], 30)}" is no axis.`);
  if (direction === undefined) note(`The direction of ${axis ?? 'a goal'} is neither "more" nor "less".`);
  if (region === undefined) note(`"${plainText(one['region'], 30)}" is no region.`);
  if (axis === undefined || direction === undefined || region === undefined) return undefined;
  const amount = Math.min(2, Math.abs(looseNumber(one['amount']) ?? 1));
  return amount > 0
    ? { axis, direction, amount, region, words: spoken(one['words'], instruction) }
    : undefined;
}

/** `{name, weight}` or only the name. */
function readStyle(given: JsonValue, instruction: string, note: (text: string) => void) {
  const one = isPlainObject(given) ? (given as JsonObject) : { name: given };
  const name = lookOf(one['name']);
  if (name === undefined) {
    note(`"${plainText(one['name'], 30)}" is no look of the list.`);
    return undefined;
  }
  const weight = Math.min(2, Math.max(0.1, looseNumber(one['weight']) ?? 1));
  return [{ name, weight, words: spoken(one['words'], instruction) }];
}

function readLock(one: JsonObject, instruction: string): Lock | undefined {
  const given = plainText(one['what'], 60);
  const axis = axisOf(given);
  const region = given === '' ? null : regionOf(given);
  const found: Pick<Lock, 'what' | 'kind'> | undefined = axis
    ? { what: axis, kind: 'axis' }
    : region
      ? { what: region, kind: 'region' }
      : parameterByName(given)
        ? { what: given, kind: 'parameter' }
        : undefined;
  if (!found) return undefined;
  const words = spoken(one['words'], instruction);
  const mode =
    (['unchanged', 'natural', 'matched'] as const).find((name) => name === one['mode']) ?? 'unchanged';
  if (words !== UNSPOKEN) return { ...found, mode, words };
  // What the person did not ask to keep may be treated with care, not put out of bounds.
  return found.kind === 'region'
    ? { ...found, mode: mode === 'unchanged' ? 'natural' : mode, words }
    : undefined;
}

/** The person's own words, where they really are; what a model puts into a person's mouth is not evidence. */
function spoken(given: unknown, instruction: string): string {
  const words = plainText(given, 120);
  const said = words !== '' && flat(instruction).includes(flat(words));
  return said ? words : UNSPOKEN;
}

function flat(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
