export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

/** Bounds of what is read from a model's text: what goes beyond is left out, not refused. */
export const JSON_BOUNDS = {
  /** Characters of a text that are looked at. */
  text: 1_000_000,
  /** Characters kept of one string, and of one key. */
  string: 20_000,
  key: 200,
  /** Objects and lists within one another. */
  depth: 32,
  /** Values in all. */
  values: 50_000,
  notes: 20,
} as const;
