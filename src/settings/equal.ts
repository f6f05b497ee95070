/** Deep equality of plain data; keys that hold undefined count as absent. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || (a === 0 && b === 0)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const first = a as Readonly<Record<string, unknown>>;
  const second = b as Readonly<Record<string, unknown>>;
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...names].every((name) => isEqual(first[name], second[name]));
}
