import { clampSettings } from '#settings/clamp.ts';
import { asText } from '#settings/clamp-value.ts';
import { roundSettings } from '#settings/normalize.ts';
import type { Settings } from '#settings/settings.ts';
import { readXmp } from '#xmp/read.ts';
import type { Descriptor } from '../host/photoshop.ts';
import { CAMERA_RAW_KEYS, LOCAL_CORRECTIONS, VERSION_KEYS, WHITE_BALANCE } from './keys.ts';

/** A filter's settings as the host holds them. */
export interface ReadFilter {
  /** Valid and at the sliders' steps; only what the host stated. */
  readonly settings: Settings;
  /** Keys that are not settings of ours: the host's own, or a person's work in its dialog. */
  readonly others: Readonly<Record<string, unknown>>;
  /** Camera Raw's version keys, to be sent again as they are. */
  readonly versions: Descriptor;
  /** Sentences: what could not be read. */
  readonly warnings: readonly string[];
}

const NAMES: ReadonlyMap<string, string> = new Map(
  CAMERA_RAW_KEYS.map(({ key, parameter }) => [key, parameter.name]),
);
const STRUCTURE = /^_/;

/** Reads what `get smartObject` shows of a Camera Raw filter (`SmartFilter.filter`). Never throws. */
export function readFilter(filter: Readonly<Record<string, unknown>>): ReadFilter {
  const given: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  const versions: Record<string, unknown> = {};
  const warnings: string[] = [];
  for (const [key, value] of Object.entries(filter)) {
    const name = NAMES.get(key);
    if (name !== undefined) given[name] = value;
    else if (key === WHITE_BALANCE) Object.assign(given, readWhiteBalance(value));
    else if ((VERSION_KEYS as readonly string[]).includes(key)) versions[key] = value;
    else if (key === LOCAL_CORRECTIONS) readLocal(value, given, warnings);
    else if (!STRUCTURE.test(key)) others[key] = value;
  }
  const { settings, report } = clampSettings(given);
  for (const { name, why } of report) warnings.push(`${name}: ${why}`);
  return { settings: roundSettings(settings), others, versions, warnings };
}

/** `customEnum` goes without saying; the short form is that of recorded scripts. */
function readWhiteBalance(value: unknown): { readonly WhiteBalance?: string } {
  const mode = asText(
    typeof value === 'object' && value !== null && '_value' in value ? value._value : value,
  );
  if (/^\$?auto/i.test(mode)) return { WhiteBalance: 'Auto' };
  if (/^\$?AsSh/i.test(mode)) return { WhiteBalance: 'As Shot' };
  return {};
}

function readLocal(value: unknown, given: Record<string, unknown>, warnings: string[]): void {
  const text = asText(value);
  if (text.trim() === '') return;
  try {
    const read = readXmp(text);
    given['MaskGroupBasedCorrections'] = read.settings.MaskGroupBasedCorrections ?? [];
    warnings.push(...read.warnings);
  } catch (error) {
    warnings.push(`The local corrections cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}
