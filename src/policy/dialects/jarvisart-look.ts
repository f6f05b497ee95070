import { clampSettings } from '#settings/clamp.ts';
import { type ClampEntry, isPlainObject } from '#settings/clamp-report.ts';
import { asText } from '#settings/clamp-value.ts';
import { scaleSettings } from '#settings/scale.ts';
import type { Settings } from '#settings/settings.ts';
import type { AsShot } from '#settings/white-balance.ts';
import type { JsonValue } from '#wire/forgiving-json.ts';
import { readLooseSettings } from './loose-settings.ts';
import { looseNumber } from './loose-value.ts';
import { plainText } from './plain-text.ts';

/** Keys of a look's parameters that are tables or bookkeeping, not settings. */
const TABLES = /^(LookTable|RGBTable\w*|ProcessVersion|Version|CameraProfile\w*)$/;

/**
 * A creative profile in a reply, `{Name, Amount, Parameters}`: its sliders and curves at its amount. Its colour tables are
 * not published and cannot be applied, which the report says.
 */
export function readLook(
  given: JsonValue | undefined,
  asShot: AsShot,
): { readonly settings: Settings; readonly report: readonly ClampEntry[] } {
  if (!isPlainObject(given)) return { settings: {}, report: [] };
  const look = given as Readonly<Record<string, JsonValue>>;
  const parameters = isPlainObject(look['Parameters']) ? Object.entries(look['Parameters']) : [];
  const listed = parameters.filter(([name]) => !TABLES.test(name)) as [string, JsonValue][];
  const { values, report } = readLooseSettings(Object.fromEntries(listed), asShot);
  const clamped = clampSettings(values);
  const amount = Math.min(1, Math.max(0, looseNumber(look['Amount']) ?? 1));
  const settings = scaleSettings(clamped.settings, 100 * amount);
  const name = `Look ${plainText(look['Name'], 40)}`.trim();
  const told = Object.keys(settings).length > 0;
  const entry: ClampEntry = {
    name,
    from: asText(look['Amount']),
    to: told ? amount : undefined,
    why: told ? 'its sliders only, without its color table' : 'a color table that is not published',
  };
  return { settings, report: [entry, ...report, ...clamped.report] };
}
