import { type ClampEntry, isPlainObject, type PlainObject } from '#settings/clamp-report.ts';
import { asText } from '#settings/clamp-value.ts';
import { LIMITS } from '#settings/limits.ts';
import { parameterByName } from '#settings/parameters.ts';
import { type JsonObject, readJsonObject } from '#wire/forgiving-json.ts';
import type { DialectContext, EditsReading } from './dialect.ts';
import { readLook } from './jarvisart-look.ts';
import { maskEntry, readJarvisMask } from './jarvisart-masks.ts';
import { hasContent } from './json-edits.ts';
import { dropped, readLooseSettings } from './loose-settings.ts';
import { looseCurve, looseNumber } from './loose-value.ts';
import { makeEdit } from './make-edit.ts';
import { localName } from './setting-names.ts';

const CURVES = ['MainCurve', 'RedCurve', 'GreenCurve', 'BlueCurve'];
/** Around a correction's values; the other keys that are not values are reported. */
const AROUND = /^(What|Correction\w*|MaskValue|MaskActive|LocalCorrectedDepth)$/;
/** Real parts of the format that this engine does not have. */
const FOREIGN = ['LensBlur', 'PointColors', 'ToneCurveName2012'];

/**
 * JarvisArt (arXiv 2506.17612): `<think>…</think><answer>{…}</answer>`, only what differs from neutral; curves as tables
 * with counted keys, local edits in `MaskGroupBasedCorrections`. Tags may be missing, and the JSON damaged.
 */
export function readJarvisArt(text: string, context: DialectContext): EditsReading {
  const answer = between(text, '<answer>', '</answer>') ?? text;
  const read = readJsonObject(answer, [
    'MaskGroupBasedCorrections',
    'Exposure2012',
    'Contrast2012',
    'WhiteBalance',
  ]);
  if (!read) return { edits: [], problems: ['There is no <answer> with a JSON object.'] };
  const globals = globalsOf(read.value, context);
  const local = readCorrections(read.value['MaskGroupBasedCorrections'], context);
  const edit = makeEdit({
    reasoning: between(text, '<think>', '</think>') ?? text.slice(0, Math.max(0, text.indexOf('</think>'))),
    values: globals.values,
    corrections: local.corrections,
    report: [...globals.report, ...local.report],
  });
  return hasContent(edit)
    ? { edits: [edit], problems: [] }
    : { edits: [], problems: ['The answer names no setting that can be used.'] };
}

/** Also where the closing tag is missing. */
function between(text: string, opening: string, closing: string): string | undefined {
  const start = text.indexOf(opening);
  if (start < 0) return undefined;
  const end = text.indexOf(closing, start);
  return text.slice(start + opening.length, end < 0 ? undefined : end);
}

/** What the root names counts; a look only adds to it. */
function globalsOf(value: JsonObject, { asShot }: DialectContext) {
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !FOREIGN.includes(key)));
  const { values, report } = readLooseSettings(rest, asShot);
  const look = readLook(value['Look'], asShot);
  const foreign = FOREIGN.filter((key) => value[key] !== undefined && key !== 'ToneCurveName2012').map(
    (key) => dropped(key, '', 'cannot be done here'),
  );
  return { values: { ...look.settings, ...values }, report: [...report, ...look.report, ...foreign] };
}

function readCorrections(given: unknown, context: DialectContext) {
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  const report: ClampEntry[] = [];
  const path = 'MaskGroupBasedCorrections';
  if (list.length > LIMITS.corrections)
    report.push({ name: path, from: list.length, to: LIMITS.corrections, why: 'too many corrections' });
  const corrections = list
    .slice(0, LIMITS.corrections)
    .flatMap((one, index) =>
      isPlainObject(one) ? readCorrection(one, `${path}[${index}]`, context, report) : [],
    );
  return { corrections, report };
}

/** None where a mask that others are taken from or cut with cannot be shown: the others would be wrong. */
function readCorrection(
  given: PlainObject,
  path: string,
  context: DialectContext,
  report: ClampEntry[],
): readonly object[] {
  const values: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given).slice(0, 200)) {
    if (AROUND.test(key) || CURVES.includes(key)) continue;
    const name = /^Local/.test(key) ? localName(key) : undefined;
    if (name === undefined) report.push(dropped(`${path}.${key}`, asText(value), 'no such local setting'));
    else values[name] = stored(name, value);
  }
  const curves = CURVES.filter((name) => given[name] !== undefined).map((name) => [
    name,
    looseCurve(given[name]),
  ]);
  const listed: readonly unknown[] = Array.isArray(given['CorrectionMasks']) ? given['CorrectionMasks'] : [];
  let spoilt = false;
  const masks = listed.slice(0, LIMITS.masks).flatMap((one, index) => {
    const name = `${path}.masks[${index}]`;
    const read = readJarvisMask(one, context);
    if (typeof read === 'string') {
      report.push(maskEntry(name, one, read, false));
      spoilt ||= isPlainObject(one) && asText(one['MaskBlendMode']) === '1';
      return [];
    }
    if (read.note !== undefined) report.push(maskEntry(name, one, read.note, true));
    return read.masks;
  });
  if (masks.length === 0 || spoilt) return [];
  return [
    {
      name: asText(given['CorrectionName']),
      active: given['CorrectionActive'] ?? true,
      amount: given['CorrectionAmount'] ?? 1,
      values,
      ...(curves.length === 0 ? {} : { curves: Object.fromEntries(curves) }),
      masks,
    },
  ];
}

/** Values beyond the stored range of −1…1 are meant as the slider shows them; both occur, also side by side. */
function stored(name: string, value: unknown): unknown {
  const parameter = parameterByName(name);
  const number = looseNumber(value);
  if (parameter?.kind !== 'number' || number === undefined) return value;
  const shown = parameter.uiScale !== 1 && Math.abs(number) > parameter.maximum;
  return shown ? number / parameter.uiScale : number;
}
