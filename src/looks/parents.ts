/** Looks that are a special form of a plainer one, which a reading names as well. */
const PARENTS: Readonly<Record<string, string>> = {
  'high contrast monochrome': 'monochrome',
  'soft monochrome': 'monochrome',
  'film noir': 'monochrome',
  'color negative': 'film',
  'slide film': 'film',
  'expired film': 'film',
  'instant film': 'film',
  'tungsten film': 'film',
  'cross processed': 'film',
  antique: 'vintage',
  fifties: 'vintage',
  sixties: 'vintage',
  seventies: 'vintage',
};

/** The plain look that this one is a form of; undefined for a plain one. */
export function parentOf(name: string): string | undefined {
  return PARENTS[name];
}

/**
 * Styles without those that another one is a special form of: "film noir" holds all that "monochrome" would bring, so
 * that whoever applies or judges both would do it twice.
 */
export function withoutParents<Style extends { readonly name: string }>(styles: readonly Style[]): Style[] {
  const covered = new Set(styles.map(({ name }) => parentOf(name.toLowerCase())));
  return styles.filter(({ name }) => !covered.has(name.toLowerCase()));
}
