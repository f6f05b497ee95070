/**
 * A number as people type it into a field: with a unit or without, decimal comma or point, any minus sign.
 * Null when there is none.
 */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[−–]/g, '-').replace(',', '.');
  const found = /[+-]?\s*(\d+(\.\d*)?|\.\d+)/.exec(plain)?.[0];
  return found === undefined ? null : Number(found.replace(/\s/g, ''));
}
