import { isPlainObject } from '#settings/clamp-report.ts';
import { readJsonObject, readJsonObjects } from '#wire/forgiving-json.ts';
import type { DialectContext, EditsReading, ModelEdit } from './dialect.ts';
import { hasContent, readEdit } from './json-edits.ts';
import { LONGEST_REASONING, plainText } from './plain-text.ts';

/** Keys under which the edit itself may stand. */
const EDIT_KEYS = ['settings', 'edits', 'edit', 'operations', 'parameters', 'adjustments', 'actions'];

/**
 * RetouchIQ (arXiv 2602.17558): a reasoning trace, then the edit. The paper prints edits as `{exposure=+0.9;
 * contrast=-30}` and publishes neither a schema nor ranges, so that the reasoning may stand in the JSON object or before
 * it, and the edit may be the object itself, a table or a list of operations in it. Exposure is read in stops, other
 * sliders from −100 to 100.
 */
export function readRetouchIq(text: string, context: DialectContext): EditsReading {
  const read = readJsonObject(text, ['reasoning', ...EDIT_KEYS]);
  if (!read) return { edits: [], problems: ['The reply holds no edit.'] };
  const key = EDIT_KEYS.find((name) => typeof read.value[name] === 'object' && read.value[name] !== null);
  const inner = key === undefined ? undefined : read.value[key];
  // Without a wrapper, the edit is the last object that names settings.
  const sources = key === undefined ? [...readJsonObjects(text)].reverse() : [read.value];
  for (const source of sources) {
    const item = key === undefined ? source : { ...source, settings: inner ?? {} };
    const edit = withReasoning(readEdit(item, context), read.value['reasoning'], text);
    if (hasContent(edit)) return { edits: [edit], problems: [] };
  }
  const empty = isPlainObject(inner) || key === undefined;
  return { edits: [], problems: [empty ? 'The edit names no known setting.' : 'The edit cannot be read.'] };
}

/** The reasoning in the object, or else the words before it. */
function withReasoning(edit: ModelEdit, stated: unknown, text: string): ModelEdit {
  if (edit.reasoning !== '') return edit;
  const before = text.slice(0, Math.max(0, text.indexOf('{'))).replace(/<\/?\w{1,20}>|```\w*/g, ' ');
  const trace =
    typeof stated === 'string' ? stated : before.replace(/\b(edit|edits|reasoning)\s*[=:]/gi, ' ');
  return { ...edit, reasoning: plainText(trace, LONGEST_REASONING) };
}
