import { readNumber } from '#settings/clamp-value.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { ReadNotes } from './notes.ts';
import { readMask } from './read-mask.ts';
import { itemsOf, type PropertyValue, structOf, textOf } from './struct.ts';

const CURVES = ['MainCurve', 'RedCurve', 'GreenCurve', 'BlueCurve'];
/** Real keys of a correction without a counterpart here; Camera Raw writes them all the time, mostly as 0. */
const NOT_RENDERED =
  /^Local(Exposure|Brightness|Contrast|Clarity|Shadows|Highlights|Glow|CorrectedDepth|PointColors|ToningLuminance)$/;

function readValue(key: string, value: PropertyValue, path: string, notes: ReadNotes): unknown {
  const text = textOf(value);
  if (parameterByName(key)?.panel === 'Local') return text;
  if (NOT_RENDERED.test(key)) {
    if (readNumber(text) !== 0) notes.addForeign(`${path}.${key}`, text, 'Masks');
  } else notes.addUnknown(`${path}.`, key, text);
  return undefined;
}

/**
 * The masks that can be shown. One that cannot may be missing from a sum, but what others are taken from or
 * intersected with must not be: then the correction is left without masks, which is without effect.
 */
function readMasks(list: PropertyValue | undefined, path: string, notes: ReadNotes): readonly unknown[] {
  const items = itemsOf(list);
  const masks = items.map((item, index) => readMask(item, index, `${path}.masks[${index}]`, notes));
  const modes = items.map((item) => textOf(structOf(item).get('MaskBlendMode')));
  if (masks.some((mask) => mask === 'unreadable') && modes.includes('1')) {
    notes.warn(`${path}: without that mask the others would be wrong; the correction has no effect here`);
    return [];
  }
  return masks.filter((mask) => typeof mask !== 'string');
}

function readCorrection(item: PropertyValue, index: number, notes: ReadNotes): unknown {
  const path = `MaskGroupBasedCorrections[${index}]`;
  const fields = structOf(item);
  const values: Record<string, unknown> = {};
  for (const [key, value] of fields) {
    if (!key.startsWith('Local')) continue;
    const read = readValue(key, value, path, notes);
    if (read !== undefined) values[key] = read;
  }
  const curves = CURVES.filter((name) => fields.has(name)).map((name) => [
    name,
    itemsOf(fields.get(name)).map(textOf),
  ]);
  const range = fields.get('CorrectionRangeMask');
  if (range !== undefined) notes.addForeign(`${path}.CorrectionRangeMask`, textOf(range), 'Masks');
  return {
    name: textOf(fields.get('CorrectionName')),
    active: textOf(fields.get('CorrectionActive')) || 'true',
    amount: textOf(fields.get('CorrectionAmount')) || '1',
    values,
    curves: Object.fromEntries(curves),
    masks: readMasks(fields.get('CorrectionMasks'), path, notes),
  };
}

/** The local corrections of a file, not yet checked for ranges. */
export function readCorrections(value: PropertyValue, notes: ReadNotes): readonly unknown[] {
  return itemsOf(value).map((item, index) => readCorrection(item, index, notes));
}
