import type { ReasoningStep } from '#wire/result.ts';

/**
 * What a step says apart from its settings. Where the text begins by listing them ("Temperature +3, Tint +2: warmer
 * light"), the list is left out, since the settings stand below as links.
 */
export function reasonWords({ text, parameters }: Pick<ReasoningStep, 'text' | 'parameters'>): string {
  const end = text.indexOf(': ');
  if (end === -1 || parameters === undefined || parameters.length === 0) return text;
  const listed = text.slice(0, end).split(', ');
  if (listed.length !== parameters.length || !listed.every((each) => /\d|on$|off$|curve/i.test(each)))
    return text;
  return capitalise(text.slice(end + 2));
}

/** With the first letter large, as the panel writes its lines. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
