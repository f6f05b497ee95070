/** A JSON schema as strict modes want it: every key required, no others. */
export function strictObject(
  properties: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

export function listOf(items: unknown): Readonly<Record<string, unknown>> {
  return { type: 'array', items };
}

export function oneOf(values: readonly string[]): Readonly<Record<string, unknown>> {
  return { type: 'string', enum: values };
}

export const TEXT = { type: 'string' } as const;
export const NUMBER = { type: 'number' } as const;
