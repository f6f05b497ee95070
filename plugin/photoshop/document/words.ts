import type { DocumentEdit } from '#panel/document-host.ts';

/** One line, short enough for the History panel. */
export function stateName(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** What was done, in a sentence. */
export function saidOf({ place, here }: DocumentEdit, verb: 'Shows' | 'Added'): string {
  const where = place === 'new-layer' ? 'on a new layer' : 'on this layer';
  const what =
    verb === 'Shows' ? 'the alternative as one Camera Raw smart filter' : 'one Camera Raw smart filter';
  return `${verb} ${what} ${where}${here ? ', where the selection was' : ''}.`;
}
