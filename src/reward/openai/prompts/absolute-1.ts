/** Asks for one of the three absolute scores of an edit. Version 1; wording of this project's own. */
export type AbsoluteScale = 'instruction-fit' | 'perceptual-quality' | 'content-consistency';

/** @param instruction only told where the scale is about it: a judge that knows the wish forgives flaws */
export function absolutePrompt1(scale: AbsoluteScale, instruction: string): string {
  return [...TEXTS[scale](instruction), '', KEYS].join('\n');
}

const KEYS =
  'Keys, in this order: "reasoning" (two sentences at most), "score" (a number from 0 to 10, tenths allowed).';

const TEXTS: Readonly<Record<AbsoluteScale, (instruction: string) => readonly string[]>> = {
  'instruction-fit': (instruction) => [
    'Two photographs: the first before retouching, the second after it.',
    `The wish: ${JSON.stringify(instruction)}`,
    '',
    'How well does the second photograph do what was wished, and only that? Beauty does not count here.',
    '10 all of it, in the right strength; 7 most of it, or all of it a little off in strength; 5 about half; 3 a trace; 1 nothing was done; 0 the opposite.',
  ],
  'perceptual-quality': () => [
    'One photograph, after retouching.',
    '',
    'How good does it look as a photograph by itself? Look for burnt whites, blocked blacks, colours beyond belief, skin that is not skin, halos along edges, bands in smooth areas, noise, smeared detail, objects that cannot be.',
    '10 a professional would deliver it; 7 small flaws that one has to look for; 5 flaws that one sees at once; 3 hardly usable; 0 broken.',
  ],
  'content-consistency': () => [
    'Two photographs: the first before retouching, the second after it.',
    '',
    'Does the second photograph show the same scene, thing by thing? Light, contrast and colour may differ as much as they like. Count what was added, removed, moved, redrawn or cropped, faces and writing above all.',
    '10 nothing of it; 7 tiny details redrawn; 5 some things changed; 3 the same place but much of it new; 0 another picture.',
  ],
};
