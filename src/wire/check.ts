import type * as z from 'zod';
import { RetouchError } from './error.ts';

/**
 * What came from outside, checked against its schema, defaults filled in.
 *
 * @throws RetouchError `bad-request`, or `bad-settings` when it is develop settings that are wrong
 */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const { path, message } = checked.error.issues[0]!;
  const isSettings = path.includes('settings') || path[0] === 'base';
  throw new RetouchError(
    isSettings ? 'bad-settings' : 'bad-request',
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
}
