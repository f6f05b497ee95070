import type { Criterion } from '../../reward.ts';

/** Asks which of two versions serves the wish better. Version 1. Asked twice with the two swapped; see `comparePair`. */
export function comparePrompt1(instruction: string, criteria: readonly Criterion[]): string {
  return [
    'Three photographs: the first before retouching, the second is version A, the third is version B. Their order means nothing.',
    `The wish: ${JSON.stringify(instruction)}`,
    '',
    ...(criteria.length === 0
      ? []
      : [
          'What counts:',
          ...criteria.map(({ name, weight }) => `- ${name} (${Math.round(100 * weight)} %)`),
          '',
        ]),
    'Which version would the person who wrote the wish keep? If it does not matter, or you cannot see a difference, say "tie": that is a good answer.',
    '',
    'Keys, in this order: "reasoning" (what differs between A and B, two sentences at most), "better" ("A", "B" or "tie").',
  ].join('\n');
}
