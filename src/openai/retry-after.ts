/**
 * How long a server asks to wait, ms; undefined when it does not say. `Retry-After` is seconds or a date (RFC 9110
 * 10.2.3), `retry-after-ms` is OpenAI's finer one.
 *
 * @param now ms since 1970
 */
export function retryAfter(headers: { get(name: string): string | null }, now: number): number | undefined {
  const fine = number(headers.get('retry-after-ms'));
  if (fine !== undefined) return fine;
  const header = headers.get('retry-after');
  const seconds = number(header);
  if (seconds !== undefined) return seconds * 1000;
  // JavaScript takes "-5" for a date too.
  const date = header === null || !/[a-z]{3}/i.test(header) ? Number.NaN : Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function number(text: string | null): number | undefined {
  if (text === null || !/^\s*\d+(?:\.\d+)?\s*$/.test(text)) return undefined;
  return Number(text);
}
