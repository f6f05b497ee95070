/**
 * Whether a schema keeps the rule of strict structured outputs, that every object lists all its properties as required and
 * allows no others (platform.openai.com/docs/guides/structured-outputs "Supported schemas"). Others are sent as a wish.
 */
export function isStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict);
  if (typeof schema !== 'object' || schema === null) return true;
  const { properties, required, additionalProperties, ...rest } = schema as Record<string, unknown>;
  if (rest['type'] === 'object' || properties !== undefined) {
    const names = Object.keys(properties ?? {});
    const needed = Array.isArray(required) ? required : [];
    if (additionalProperties !== false || names.some((name) => !needed.includes(name))) return false;
  }
  return [...Object.values(properties ?? {}), ...Object.values(rest)].every(isStrict);
}
