import { readInstruction } from '#instruction/read.ts';
import { decodePhoto } from '#node/decode.ts';
import { observe } from '#retouch/observe.ts';
import { ALWAYS, SUGGESTIONS, suggestInstructions } from '#service/examples.ts';
import { photoFile } from '../support/photo-files.ts';

test.each([...SUGGESTIONS.map(({ sentence }) => sentence), ALWAYS])(
  'the suggestion %j is understood',
  (sentence) => {
    const { goals, styles, unsupported, confidence } = readInstruction(sentence);
    expect(unsupported).toEqual([]);
    expect(goals.length + styles.length).toBeGreaterThan(0);
    expect(confidence).toBeGreaterThanOrEqual(0.5);
  },
);

test('suggestInstructions() gives three different sentences, the automatic edit last', async () => {
  const { raster, facts } = await decodePhoto(await photoFile({ width: 60, height: 40 }), 'a.jpg');
  const sentences = suggestInstructions(observe(raster, facts));
  expect(new Set(sentences).size).toBe(3);
  expect(sentences[2]).toBe(ALWAYS);
});
