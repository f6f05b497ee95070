/** Asks for the criteria of one case, from the untouched photo and the wish alone. Version 1. */
export function criteriaPrompt1(instruction: string): string {
  return [
    `The photograph is shown as it is, before any retouching. The wish: ${JSON.stringify(instruction)}`,
    '',
    'Write the criteria by which you would judge a retouched version of this photograph. You have not seen one yet.',
    '- 3 to 6 criteria, each about one thing that can be seen in the picture.',
    '- First what the wish asks for, one criterion for each thing asked ("asked": true); then what this photograph makes worth watching, such as skin, a sky near white, deep shadows ("asked": false).',
    '- "weight" is a whole number of per cent; all together make 100. What was asked weighs at least 60 together.',
    '- "name": at most six words. "why": one sentence that points at the wish or at something in this photograph.',
    '',
    'Keys, in this order: "reasoning" (what the wish means for this photograph, two sentences at most), "criteria" (a list of objects with "name", "why", "weight", "asked").',
  ].join('\n');
}
