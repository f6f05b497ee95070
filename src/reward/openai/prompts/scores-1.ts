import type { Criterion } from '../../reward.ts';

/** Asks for scores of one retouched version on criteria that were written before. Version 1. */
export function scoresPrompt1(instruction: string, criteria: readonly Criterion[]): string {
  return [
    'Two photographs: the first before retouching, the second after it.',
    `The wish: ${JSON.stringify(instruction)}`,
    '',
    'Score the second photograph on each criterion:',
    ...criteria.map(({ name, why }, index) => `${index + 1}. ${name}: ${why}`),
    '',
    'Scale, tenths allowed: 10 exactly right, nothing to add; 8 good; 6 right direction but too little or too much; 4 hardly there or clearly overdone; 2 nearly no effect or harm; 0 the opposite, or the photograph is spoiled.',
    'When the second photograph equals the first, what was asked has not been done: 1 for every criterion about the wish.',
    '"evidence": one sentence of at most 20 words about what is seen where, not about how it was made.',
    '',
    'Keys, in this order: "reasoning" (what differs between the two, two sentences at most), "scores" (one object for each criterion, in the order above, with "criterion" (its number), "evidence", "score").',
  ].join('\n');
}
