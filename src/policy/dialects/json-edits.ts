import { isPlainObject } from '#settings/clamp-report.ts';
import { type JsonObject, type JsonValue, readJsonObject, readJsonObjects } from '#wire/forgiving-json.ts';
import type { DialectContext, EditsReading, ModelEdit } from './dialect.ts';
import { readLocal } from './json-local.ts';
import { readLooseSettings } from './loose-settings.ts';
import { looseCurve } from './loose-value.ts';
import { makeEdit } from './make-edit.ts';

/** Candidates of one reply that are looked at. */
const MOST = 16;

/**
 * This project's own form: `{"reasoning": …, "candidates": [{"title", "why", "settings", "local"}]}`. A single edit, a
 * bare list and settings without a wrapper are understood too.
 */
export function readJsonEdits(text: string, context: DialectContext): EditsReading {
  const read = readJsonObject(text, ['reasoning', 'candidates']);
  if (!read) return { edits: [], problems: ['The reply holds no JSON object.'] };
  const { value, notes } = read;
  const listed = Array.isArray(value['candidates'])
    ? (value['candidates'] as readonly JsonValue[])
    : undefined;
  const items = (listed ?? singles(text)).slice(0, MOST);
  const edits = items.filter(isPlainObject).map((item) => readEdit(item as JsonObject, context));
  const usable = edits.filter(hasContent);
  if (usable.length > 0) return { edits: usable, problems: [] };
  const why = listed ? 'No candidate has settings that can be used.' : 'The object has no list "candidates".';
  return { edits: [], problems: [why, ...notes.map((note) => `The JSON is damaged: ${note}.`)] };
}

/** Where there is no list: every object of its own that may be an edit. */
function singles(text: string): readonly JsonObject[] {
  return readJsonObjects(text);
}

export function readEdit(item: JsonObject, context: DialectContext): ModelEdit {
  const nested = [item['settings'], item['parameters'], item['edits'], item['adjustments']].find(
    (one) => typeof one === 'object' && one !== null,
  );
  const { values, report } = readLooseSettings(nested ?? item, context.asShot);
  const curve = looseCurve(item['toneCurve'] ?? []);
  const curves = Array.isArray(curve) && curve.length > 0 && nested ? { ToneCurvePV2012: curve } : {};
  const local = readLocal(item['local'] ?? item['masks'], context);
  return makeEdit({
    title: item['title'],
    reasoning: item['why'] ?? item['reasoning'],
    values: { ...values, ...curves },
    corrections: local.corrections,
    report: [...report, ...local.report],
  });
}

export function hasContent({ settings }: ModelEdit): boolean {
  return Object.keys(settings).length > 0;
}
