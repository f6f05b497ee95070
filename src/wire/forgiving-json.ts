import { ForgivingParser, type FoundObject } from './forgiving-parser.ts';
import { JSON_BOUNDS, type JsonObject } from './json-types.ts';

export type { JsonObject, JsonValue } from './json-types.ts';

export interface JsonReading {
  readonly value: JsonObject;
  /** What was not proper JSON or was left out, for people and for a repair ("ends in the middle"); empty for clean JSON. */
  readonly notes: readonly string[];
}

/**
 * The JSON object in a text that a model wrote, whatever stands around it (fences, prose, `<think>`) and however damaged
 * it is. Of several, the one that has most of `keys`; then the last. Nothing is evaluated; NaN and infinite numbers, keys
 * such as `__proto__` and what is beyond the bounds are left out (null in lists). Never throws.
 */
export function readJsonObject(text: string, keys: readonly string[] = []): JsonReading | undefined {
  const { found, notes } = readAll(text);
  const known = new Set(keys);
  const score = ({ value }: FoundObject) => Object.keys(value).filter((key) => known.has(key)).length;
  let best: FoundObject | undefined;
  let most = 0;
  for (const one of found) {
    const points = score(one) + (one.outer ? 0.5 : 0);
    if (points < most) continue;
    best = one;
    most = points;
  }
  return best && { value: best.value, notes };
}

/** Every object in the text that stands in no other one, in order. */
export function readJsonObjects(text: string): readonly JsonObject[] {
  return readAll(text)
    .found.filter(({ outer }) => outer)
    .map(({ value }) => value);
}

function readAll(text: string): { found: readonly FoundObject[]; notes: readonly string[] } {
  const parser = new ForgivingParser(text.slice(0, JSON_BOUNDS.text));
  // The answer follows the thinking; some servers cut off the opening tag.
  const thought = text.lastIndexOf('</think>', JSON_BOUNDS.text);
  parser.readAll(Math.max(0, thought));
  if (thought > 0 && parser.found.length === 0) parser.readAll(0);
  const cut =
    text.length > JSON_BOUNDS.text ? [`only the first ${JSON_BOUNDS.text} characters were read`] : [];
  return { found: parser.found, notes: [...parser.notes, ...cut] };
}
