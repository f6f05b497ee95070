import { readNumber } from '#settings/clamp-value.ts';
import type { Look } from '#settings/settings.ts';
import { type PropertyValue, structOf, textOf } from './struct.ts';

/** The creative profile; undefined for an empty one. */
export function readLook(value: PropertyValue): Look | undefined {
  const fields = structOf(value);
  const name = textOf(fields.get('Name'));
  if (name === '') return undefined;
  const uuid = textOf(fields.get('UUID'));
  const amount = readNumber(textOf(fields.get('Amount'))) ?? 1;
  return { name, amount: Math.min(2, Math.max(0, amount)), ...(uuid === '' ? {} : { uuid }) };
}
