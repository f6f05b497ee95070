import type { ClampEntry } from '#settings/clamp-report.ts';
import { formatSetting } from '#settings/format.ts';
import { parameterByName } from '#settings/parameters.ts';
import type { SettingValue } from '#settings/settings.ts';
import { plainText } from './plain-text.ts';

/** Entries that are told; the rest is counted. */
const TOLD = 6;

/** What was not taken as the model wrote it, in one sentence: "Exposure2012 9 → +5.00 EV (outside −5…5)"; empty for nothing. */
export function reportWords(report: readonly ClampEntry[]): string {
  const told = report.slice(0, TOLD).map(entryWords);
  const rest = report.length - told.length;
  return `${told.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function entryWords({ name, from, to, why }: ClampEntry): string {
  const given = plainText(typeof from === 'string' ? from : typeof from === 'number' ? `${from}` : '', 30);
  const subject = plainText(given === '' ? name : `${name} ${given}`, 80);
  if (to === undefined) return `${subject} left out (${plainText(why, 80)})`;
  const known = typeof to === 'number' && parameterByName(name)?.kind === 'number';
  const taken = known ? ` → ${formatSetting(name, to as SettingValue)}` : ' put right';
  return `${subject}${taken} (${plainText(why, 80)})`;
}
