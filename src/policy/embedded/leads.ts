/** Characters of a lead, so that a comparison fits behind it. */
export const LONGEST_LEAD = 42;

export function withSuffix(lead: string, suffix: string): string {
  return suffix === '' || lead === '' ? `${lead}${suffix}` : `${lead}, ${suffix}`;
}

/** Parts in a row while they are short; else the last one, which tells it from its siblings. */
export function joinLead(...parts: readonly string[]): string {
  const together = parts.filter((part) => part !== '').join(', ');
  return together.length <= LONGEST_LEAD ? together : parts.at(-1)!;
}
