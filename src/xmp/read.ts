import { clampSettings } from '#settings/clamp.ts';
import { readNumber } from '#settings/clamp-value.ts';
import { roundSettings } from '#settings/normalize.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { Look, Settings } from '#settings/settings.ts';
import { foreignPanel, isBookkeeping } from './foreign.ts';
import { type ForeignKey, ReadNotes, type UnknownKey } from './notes.ts';
import { parseXmp, readXmpText } from './parse.ts';
import { readCorrections } from './read-corrections.ts';
import { readLook } from './read-look.ts';
import { itemsOf, type PropertyValue, propertiesOf, textOf } from './struct.ts';

export interface ReadXmp {
  /** Valid and rounded as Camera Raw would keep them. */
  readonly settings: Settings;
  /** Keys that Camera Raw does not know. */
  readonly unknown: readonly UnknownKey[];
  /** Real Camera Raw keys that are not rendered here: lens, transform, crop and more. */
  readonly foreign: readonly ForeignKey[];
  readonly look?: Look;
  readonly kind: 'preset' | 'sidecar';
  readonly name: string;
  readonly group: string;
  /** Sentences for people: what was put right or left out, and why. */
  readonly warnings: readonly string[];
}

const LOCAL = 'MaskGroupBasedCorrections';

/** Whether a key can only be written as an element with parts. */
function isStructured(key: string): boolean {
  return key === LOCAL || key === 'Look' || parameterByName(key)?.kind === 'curve';
}

/** Every property once; of a key that is stated twice the first that is not empty counts. */
function collect(
  descriptions: ReturnType<typeof parseXmp>,
  notes: ReadNotes,
): ReadonlyMap<string, PropertyValue> {
  const found = new Map<string, PropertyValue>();
  const twice = new Set<string>();
  for (const { key, value } of descriptions.flatMap(propertiesOf)) {
    const before = found.get(key);
    if (typeof value === 'string' && isStructured(key)) {
      notes.warn(`${key} is written as plain text; left out`);
      continue;
    }
    if (before !== undefined) twice.add(key);
    if (before === undefined || (isBookkeeping(key) && textOf(before) === '')) found.set(key, value);
  }
  for (const key of twice) {
    notes.warn(
      `${key} is stated twice, for which Adobe's XMP library refuses a file; the first value counts`,
    );
  }
  return found;
}

function readKnown(key: string, value: PropertyValue, notes: ReadNotes): unknown {
  if (key === LOCAL) return readCorrections(value, notes);
  const items = itemsOf(value);
  return items.length > 0 ? items.map(textOf) : textOf(value);
}

function readProperties(
  found: ReadonlyMap<string, PropertyValue>,
  notes: ReadNotes,
): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [key, value] of found) {
    const parameter = parameterByName(key);
    if (key === LOCAL || (parameter !== undefined && parameter.panel !== 'Local')) {
      given[key] = readKnown(key, value, notes);
    } else if (key !== 'Look' && !isBookkeeping(key)) {
      const panel = foreignPanel(key);
      if (panel !== undefined) notes.addForeign(key, textOf(value), panel);
      else notes.addUnknown('', key, textOf(value));
    }
  }
  return given;
}

function warnOfState(field: (key: string) => string, notes: ReadNotes): void {
  const version = readNumber(field('ProcessVersion'));
  if (version !== undefined && version < 6.7) {
    notes.warn(
      `Process version ${field('ProcessVersion')} is older than 2012; its tone sliders are not read`,
    );
  }
  if (/^true$/i.test(field('AlreadyApplied'))) {
    notes.warn('These settings are already in the pixels of the file they come from');
  }
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/**
 * Reads develop settings from a sidecar, a preset or the XMP of an image.
 * @throws RetouchError `bad-settings` when it is not XMP
 */
export function readXmp(source: string | Uint8Array): ReadXmp {
  const notes = new ReadNotes();
  const found = collect(parseXmp(readXmpText(source)), notes);
  const field = (key: string) => textOf(found.get(key));
  const { settings, report } = clampSettings(readProperties(found, notes));
  for (const { name, from, to, why } of report) {
    const outcome = to === undefined ? 'left out' : `taken as ${show(to)}`;
    notes.warn(`${name} ${show(from)}: ${why}; ${outcome}`);
  }
  warnOfState(field, notes);
  const given = found.get('Look');
  const look = given === undefined ? undefined : readLook(given);
  return {
    settings: roundSettings(settings),
    unknown: notes.unknown,
    foreign: notes.foreign,
    ...(look === undefined ? {} : { look }),
    kind: found.has('PresetType') ? 'preset' : 'sidecar',
    name: field('Name'),
    group: field('Group'),
    warnings: notes.warnings,
  };
}
